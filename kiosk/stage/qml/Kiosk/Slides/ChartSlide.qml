pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A chart beside a few words, and a button that shows its numbers in its place.
SlideFrame {
    id: root

    required property string slideId
    required property string chart
    required property string spoken
    required property list<string> columns
    required property Rows rows
    readonly property bool aside: beside && !Sizes.lowReach

    kept: under.height + Sizes.gap
    side: true
    titleSize: Math.round((Sizes.portrait ? 76 : 64) * Sizes.unit)

    // A picture is asked for at once, and not for a size that the next frame changes.
    Component.onCompleted: {
        under.forceLayout();
        view.begin();
    }

    Card {
        height: parent.height - (root.aside ? 0 : under.height + Sizes.gap)
        revealed: root.shown > 0
        touchable: false
        width: parent.width

        ChartView {
            id: view

            anchors.fill: parent
            anchors.margins: Math.round(1.5 * Sizes.gap)
            columns: root.columns
            current: root.current && root.shown > 0
            rows: root.rows
            slide: root.slideId
            spoken: root.spoken
            stage: root.stage
            title: root.chart
        }
    }

    // In the left column where the chart stands beside the words, else in a row under both.
    Flow {
        id: under

        readonly property real room: root.aside ? root.column - Sizes.gap : root.inner

        spacing: Sizes.gap
        width: room
        x: root.beside ? Sizes.margin - parent.x : 0
        y: parent.height - height

        Switches {
            series: view.series
            stage: root.stage
            visible: count > 0 && !view.tabular && !root.stage.show.presenting
            // In one row with the buttons where all is to be within a low reach.
            width: Sizes.lowReach ? under.room - numbers.width - Sizes.gap - (whole.visible ? whole.width + Sizes.gap : 0) : under.room

            onHeightChanged: under.forceLayout()
            onVisibleChanged: under.forceLayout()
        }

        RoundButton {
            id: numbers

            label: view.tabular ? Texts.chart : Texts.numbers
            objectName: "chart.numbers"
            visible: !root.stage.show.presenting

            onTapped: root.stage.chart.showTable(!view.tabular)
        }

        Row {
            height: Sizes.touch
            objectName: "chart.hint"
            spacing: Sizes.grid
            visible: !view.tabular && !view.enlarged && !Sizes.lowReach && !root.stage.show.presenting

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                height: width
                path: Icons.finger
                width: Math.round(40 * Sizes.unit)
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.textFaint
                size: Sizes.caption
                text: Texts.touchChart
                width: Math.min(implicitWidth, under.room - 48 * Sizes.unit)
            }
        }

        RoundButton {
            id: whole

            label: Texts.whole
            objectName: "chart.whole"
            visible: view.enlarged && !view.tabular

            onTapped: root.stage.chart.zoom(0, 0, 1)
        }
    }
}
