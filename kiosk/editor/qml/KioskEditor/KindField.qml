pragma ComponentBehavior: Bound

import QtQuick

// The kind of a chart, by its picture.
FieldRow {
    id: root

    readonly property real cell: Math.floor((inner - 5 * 2 * Desk.grid) / 6)

    bodyHeight: kinds.height

    Flow {
        id: kinds

        spacing: 2 * Desk.grid
        width: root.inner

        Repeater {
            model: root.choices

            Option {
                height: Math.round(92 * Desk.unit)
                objectName: "kind." + id
                width: root.cell

                onTapped: id => root.editor.fieldTools.pick(root.key, id)
            }
        }
    }
}
