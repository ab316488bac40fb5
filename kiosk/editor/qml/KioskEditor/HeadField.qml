import QtQuick
import Kiosk.Backstage

// The heading of what belongs together, of a list, or of one of a list.
FieldRow {
    id: root

    required property string kind
    readonly property bool item: kind === "item"

    bodyHeight: Desk.touch + (item ? 0 : 2 * Desk.grid)
    named: false

    Rectangle {
        color: Paper.surfaceLine
        height: Desk.line
        visible: !root.item
        width: root.inner
    }

    Say {
        id: title

        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Desk.touch - height) / 2
        font.weight: root.item ? Font.Medium : Font.Bold
        size: root.item ? Desk.text : Math.round(24 * Desk.unit)
        text: root.item && root.count > 1 ? root.label + " " + (root.number + 1) : root.label
        width: Math.min(implicitWidth, root.inner - actions.width - Desk.gap)
    }

    Say {
        anchors.baseline: title.baseline
        color: Paper.textFaint
        objectName: "about." + root.key
        size: Desk.small
        text: root.more
        visible: root.item
        width: actions.x - x - Desk.gap
        x: title.width + Desk.gap
    }

    Row {
        id: actions

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Desk.grid

        Push {
            available: root.number > 0
            objectName: "up." + root.key
            quiet: true
            sign: Signs.up
            spoken: root.editor.word("move_up")
            visible: root.item && root.count > 1

            onTapped: root.editor.fieldTools.shift(root.key, -1)
        }

        Push {
            available: root.number + 1 < root.count
            objectName: "down." + root.key
            quiet: true
            sign: Signs.down
            spoken: root.editor.word("move_down")
            visible: root.item && root.count > 1

            onTapped: root.editor.fieldTools.shift(root.key, 1)
        }

        Push {
            label: root.editor.word("add")
            objectName: "add." + root.key
            quiet: true
            sign: Signs.add
            visible: root.kind === "list" || (root.kind === "head" && !root.on)

            onTapped: root.editor.fieldTools.add(root.key)
        }

        Push {
            objectName: "remove." + root.key
            quiet: true
            sign: Signs.trash
            spoken: root.editor.word("remove")
            visible: root.item || (root.kind === "head" && root.on && !root.needed)

            onTapped: root.editor.fieldTools.remove(root.key)
        }
    }
}
