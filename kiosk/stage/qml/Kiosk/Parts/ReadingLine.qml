pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A line under the finger, and what every line of the chart says at the nearest moment.
Item {
    id: root

    required property Rows readings
    required property string moment
    required property real marksAcross
    property real across: 0

    readonly property bool onTheLeft: across > width / 2

    Rectangle {
        color: Theme.text
        height: parent.height
        width: Sizes.line
        x: Math.round(Math.max(0, Math.min(root.width, root.across)) - width / 2)
    }

    Repeater {
        model: root.readings

        Rectangle {
            required property real down
            required property string colour

            border.color: Theme.text
            border.width: 1.5 * Sizes.line
            color: colour
            height: width
            radius: width / 2
            width: Math.round(28 * Sizes.unit)
            x: root.marksAcross - width / 2
            y: down * root.height - height / 2
        }
    }

    Rectangle {
        border.color: Theme.accent
        border.width: Sizes.line
        color: Theme.panel
        height: lines.height + 2 * Sizes.gap
        radius: Theme.radius * Sizes.unit
        width: Math.round(Math.min(root.width, 480 * Sizes.unit))
        x: Math.round(Math.max(0, Math.min(root.width - width, root.onTheLeft ? root.across - width - 2 * Sizes.gap : root.across + 2 * Sizes.gap)))

        Column {
            id: lines

            anchors.left: parent.left
            anchors.margins: Sizes.gap
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: Sizes.grid

            Label {
                size: Math.round(28 * Sizes.unit)
                text: root.moment
                width: parent.width
            }

            Repeater {
                model: root.readings

                Column {
                    id: line

                    required property string series
                    required property string value
                    required property string colour

                    width: lines.width

                    Row {
                        spacing: Sizes.grid
                        visible: line.series !== ""

                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            color: line.colour
                            height: width
                            radius: width / 2
                            width: Math.round(16 * Sizes.unit)
                        }

                        Label {
                            size: Math.round(24 * Sizes.unit)
                            text: line.series
                            width: lines.width - 24 * Sizes.unit
                        }
                    }

                    Label {
                        color: Theme.text
                        font.weight: Font.Bold
                        size: Math.round(36 * Sizes.unit)
                        text: line.value
                        width: parent.width
                    }
                }
            }
        }
    }
}
