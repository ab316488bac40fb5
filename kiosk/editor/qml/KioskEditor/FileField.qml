pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Another file of the deck: a tap offers them all, and one from elsewhere can be dropped here.
FieldRow {
    id: root

    bodyHeight: Desk.touch + how.height + Desk.grid

    Rectangle {
        border.color: drop.containsDrag ? Paper.accent : root.note !== "" ? Paper.alarm : Paper.surfaceLine
        border.width: drop.containsDrag ? 3 * Desk.line : Desk.line
        color: Paper.panel
        height: Desk.touch
        radius: Desk.radius
        width: root.inner

        Repeater {
            model: root.choices

            Item {
                id: chosen

                required property string name
                required property string more
                required property string sign

                height: Desk.touch
                width: root.inner - 2 * Desk.gap - Desk.touch / 2

                Sign {
                    id: mark

                    anchors.verticalCenter: parent.verticalCenter
                    color: Paper.textSoft
                    height: width
                    path: chosen.sign
                    visible: path !== ""
                    width: Math.round(26 * Desk.unit)
                    x: 3 * Desk.grid
                }

                Say {
                    anchors.verticalCenter: parent.verticalCenter
                    text: chosen.more ? chosen.name + "  ·  " + chosen.more : chosen.name
                    width: chosen.width - x
                    x: mark.visible ? mark.x + mark.width + 2 * Desk.grid : 3 * Desk.grid
                }
            }
        }

        Sign {
            anchors.right: parent.right
            anchors.rightMargin: 3 * Desk.grid
            anchors.verticalCenter: parent.verticalCenter
            color: Paper.textFaint
            height: width
            path: Signs.next
            rotation: 90
            width: Math.round(20 * Desk.unit)
        }

        Push {
            anchors.fill: parent
            objectName: "pick." + root.key
            quiet: true
            spoken: root.label

            onTapped: root.editor.sheet.askFor(root.key)
        }
    }

    Say {
        id: how

        color: Paper.textFaint
        size: Desk.small
        text: root.editor.word("drop_file")
        width: root.inner
        y: Desk.touch + Desk.grid
    }

    DropArea {
        id: drop

        height: root.bodyHeight
        keys: ["text/uri-list"]
        objectName: "drop." + root.key
        width: root.inner

        onDropped: drop => root.editor.fieldTools.bring(root.key, drop.urls[0])
    }
}
