pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The keys of whoever presents, and what each does. A touch closes it.
Rectangle {
    id: root

    required property Talk talk

    Accessible.name: talk.keysTitle
    Accessible.role: Accessible.Dialog
    color: Theme.shade
    objectName: "show.keys"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.talk.close()
    }

    DragHandler {
        target: null
    }

    Rectangle {
        id: panel

        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Sizes.line / 2
        color: Theme.panel
        height: lines.height + 3 * Sizes.gap
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 4 * Sizes.gap, 1200 * Sizes.unit)

        Column {
            id: lines

            width: panel.width - 2 * x
            x: 2 * Sizes.gap
            y: 1.5 * Sizes.gap

            Label {
                bottomPadding: Sizes.gap
                color: Theme.text
                font.weight: Font.Bold
                size: Sizes.subtitle
                text: root.talk.keysTitle
                width: parent.width
            }

            Repeater {
                model: root.talk.keys

                Item {
                    id: line

                    required property string keys
                    required property string does

                    height: Math.round(56 * Sizes.unit)
                    width: lines.width

                    Rectangle {
                        color: Theme.surfaceLine
                        height: Sizes.line / 2
                        width: parent.width
                    }

                    Label {
                        id: does

                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.text
                        size: Math.round(28 * Sizes.unit)
                        text: line.does
                        width: parent.width * 0.44
                    }

                    Label {
                        anchors.left: does.right
                        anchors.leftMargin: Sizes.gap
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.textSoft
                        size: Math.round(28 * Sizes.unit)
                        text: line.keys
                        width: parent.width - does.width - Sizes.gap
                    }
                }
            }
        }
    }
}
