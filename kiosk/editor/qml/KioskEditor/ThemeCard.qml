pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A theme as a small screen: its background with a heading, a card with the groups' colours, and what to touch.
Rectangle {
    id: root

    required property string id // qmllint disable
    required property string name
    required property string colours
    required property bool on
    readonly property list<string> inks: colours.split(",")
    readonly property real unit: screen.width / 160

    signal tapped(id: string)

    Accessible.checkable: true
    Accessible.checked: on
    Accessible.name: name
    Accessible.role: Accessible.Button
    border.color: on || hover.hovered ? Paper.accent : Paper.surfaceLine
    border.width: on ? 2 * Desk.line : Desk.line
    color: on ? Paper.skyBottom : Paper.panel
    radius: Desk.radius

    Accessible.onPressAction: root.tapped(root.id)

    Rectangle {
        id: screen

        height: Math.round(width * 9 / 16)
        radius: Desk.radius - Desk.grid
        width: parent.width - 2 * Desk.grid
        x: Desk.grid
        y: Desk.grid

        gradient: Gradient {
            GradientStop {
                color: root.inks[0]
                position: 0
            }

            GradientStop {
                color: root.inks[1]
                position: 1
            }
        }

        Rectangle {
            color: root.inks[3]
            height: 7 * root.unit
            radius: height / 2
            width: 70 * root.unit
            x: 12 * root.unit
            y: 12 * root.unit
        }

        Rectangle {
            color: root.inks[4]
            height: 4 * root.unit
            radius: height / 2
            width: 104 * root.unit
            x: 12 * root.unit
            y: 25 * root.unit
        }

        Rectangle {
            color: root.inks[2]
            height: 34 * root.unit
            radius: 4 * root.unit
            width: 136 * root.unit
            x: 12 * root.unit
            y: 38 * root.unit

            Row {
                anchors.centerIn: parent
                spacing: 8 * root.unit

                Repeater {
                    model: root.inks.slice(6)

                    Rectangle {
                        required property string modelData

                        color: modelData
                        height: width
                        radius: width / 2
                        width: 13 * root.unit
                    }
                }
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 5 * root.unit
            anchors.right: parent.right
            anchors.rightMargin: 12 * root.unit
            color: root.inks[5]
            height: 10 * root.unit
            radius: height / 2
            width: 26 * root.unit
        }
    }

    Say {
        anchors.bottom: parent.bottom
        anchors.top: screen.bottom
        color: root.on ? Paper.accent : Paper.text
        font.weight: root.on ? Font.Medium : Font.Normal
        horizontalAlignment: Text.AlignHCenter
        size: Desk.small
        text: root.name
        verticalAlignment: Text.AlignVCenter
        width: parent.width - 2 * Desk.grid
        x: Desk.grid
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped(root.id)
    }
}
