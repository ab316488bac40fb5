pragma ComponentBehavior: Bound

import QtQuick

// A text in each of the deck's languages, side by side.
FieldRow {
    id: root

    readonly property int columns: Math.min(2, texts.length)
    readonly property real cell: (inner - (columns - 1) * Desk.gap) / columns

    bodyHeight: boxes.height

    Grid {
        id: boxes

        columnSpacing: Desk.gap
        columns: root.columns
        rowSpacing: 2 * Desk.grid

        Repeater {
            model: root.names

            Entry {
                id: entry

                required property int index
                required property string modelData

                breaks: root.tall
                height: Math.max(implicitHeight, root.tall ? 2 * Desk.touch : 0)
                hint: modelData
                objectName: "entry." + root.key + "." + index
                spoken: root.label + ", " + modelData
                value: root.texts[index] ?? ""
                wanted: root.isWanted && index === 0
                width: Math.floor(root.cell)
                wrong: root.note !== ""

                onTyped: text => root.editor.say(root.key, index, text)
                onTypingChanged: root.active = typing
            }
        }
    }
}
