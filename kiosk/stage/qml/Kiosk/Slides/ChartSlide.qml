pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A chart beside a few words, and a button that shows its numbers in its place.
SlideFrame {
    id: root

    required property string slideId
    required property string chart
    required property list<string> columns
    required property Rows rows
    property bool current: false

    side: true
    titleSize: Math.round((Sizes.portrait ? 76 : 64) * Sizes.unit)

    Card {
        height: parent.height - (root.beside ? 0 : numbers.height + Sizes.gap)
        touchable: false
        width: parent.width

        ChartView {
            id: view

            anchors.fill: parent
            anchors.margins: Math.round(1.5 * Sizes.gap)
            columns: root.columns
            current: root.current
            rows: root.rows
            slide: root.slideId
            stage: root.stage
            title: root.chart
        }
    }

    Row {
        id: numbers

        height: Sizes.touch
        spacing: Sizes.gap
        x: root.beside ? Sizes.margin - parent.x : 0
        y: parent.height - height

        RoundButton {
            label: view.tabular ? Texts.chart : Texts.numbers
            objectName: "chart.numbers"

            onTapped: root.stage.showTable(!view.tabular)
        }

        RoundButton {
            label: Texts.whole
            objectName: "chart.whole"
            visible: view.enlarged && !view.tabular

            onTapped: root.stage.zoom(0, 0, 1)
        }
    }
}
