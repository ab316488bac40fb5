pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A chart's series: each is switched off by a touch, and on again by another.
Flow {
    id: root

    required property Stage stage
    required property Rows series
    readonly property alias count: switches.count

    spacing: Sizes.gap

    onCountChanged: root.forceLayout()

    Repeater {
        id: switches

        model: root.series

        Rectangle {
            id: button

            required property int index
            required property string name
            required property string colour
            required property bool off

            Accessible.checkable: true
            Accessible.checked: !off
            Accessible.name: name
            Accessible.role: Accessible.CheckBox
            border.color: off ? Theme.textFaint : colour
            border.width: Sizes.line
            color: tap.pressed ? Theme.pressed : "transparent"
            height: Sizes.touch
            objectName: "series." + index
            radius: height / 2
            width: Math.min(root.width, name_.implicitWidth + 4 * Sizes.gap)

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                border.color: button.border.color
                border.width: 1.5 * Sizes.line
                color: button.off ? "transparent" : button.colour
                height: width
                radius: width / 2
                width: Sizes.gap
                x: 1.25 * Sizes.gap
            }

            Label {
                id: name_

                anchors.verticalCenter: parent.verticalCenter
                color: button.off ? Theme.textFaint : Theme.text
                elide: Text.ElideRight
                fontSizeMode: Text.Fit
                height: Sizes.lines(Sizes.minimum, 2)
                maximumLineCount: 2
                size: Math.round(28 * Sizes.unit)
                text: button.name
                verticalAlignment: Text.AlignVCenter
                width: button.width - x - 1.25 * Sizes.gap
                wrapMode: Text.Wrap
                x: 2.75 * Sizes.gap
            }

            TapHandler {
                id: tap

                gesturePolicy: TapHandler.ReleaseWithinBounds
                margin: Sizes.gap / 4

                onTapped: root.stage.chart.toggleSeries(button.index)
            }
        }
    }
}
