pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A chart beside a few words.
SlideFrame {
    id: root

    required property string slideId
    required property string chart
    required property Rows rows
    property bool current: false

    side: true
    titleSize: Math.round((Sizes.portrait ? 76 : 64) * Sizes.unit)

    Card {
        anchors.fill: parent
        touchable: false

        ChartView {
            anchors.fill: parent
            anchors.margins: Math.round(1.5 * Sizes.gap)
            current: root.current
            rows: root.rows
            slide: root.slideId
            stage: root.stage
        }
    }
}
