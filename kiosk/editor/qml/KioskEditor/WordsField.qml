pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// A text in each of the deck's languages, side by side.
FieldRow {
    id: root

    readonly property int columns: Math.min(2, texts.length)
    readonly property real cell: (inner - (columns - 1) * Desk.gap) / columns

    bodyHeight: boxes.implicitHeight

    GridLayout {
        id: boxes

        columnSpacing: Desk.gap
        columns: root.columns
        rowSpacing: 2 * Desk.grid
        width: root.inner

        Repeater {
            model: root.names

            Entry {
                id: entry

                required property int index
                required property string modelData

                Layout.fillHeight: true
                Layout.minimumHeight: root.tall ? 2 * Desk.touch : 0
                Layout.preferredWidth: Math.floor(root.cell)
                breaks: root.tall
                hint: modelData
                objectName: "entry." + root.key + "." + index
                spoken: root.label + ", " + modelData
                value: root.texts[index] ?? ""
                wanted: root.isWanted && index === Math.max(0, root.number)
                wrong: root.note !== "" && (root.number < 0 || root.number === index)

                onTyped: text => root.editor.fieldTools.say(root.key, index, text)
                onTypingChanged: root.active = typing
            }
        }
    }
}
