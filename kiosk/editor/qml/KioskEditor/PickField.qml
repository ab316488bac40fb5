pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One of many: a tap offers them all.
FieldRow {
    id: root

    bodyHeight: Desk.touch

    Rectangle {
        border.color: root.note !== "" ? Paper.alarm : Paper.surfaceLine
        border.width: Desk.line
        color: Paper.panel
        height: Desk.touch
        radius: Desk.radius
        width: root.inner

        Repeater {
            model: root.choices

            Say {
                required property string name
                required property string more

                anchors.verticalCenter: parent?.verticalCenter
                text: more ? name + "  ·  " + more : name
                width: root.inner - 3 * Desk.gap - Desk.touch / 2
                x: 3 * Desk.grid
            }
        }

        Icon {
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

            onTapped: root.editor.askFor(root.key)
        }
    }
}
