pragma ComponentBehavior: Bound

import QtQuick

// One of the themes, each as a small picture of its colours.
FieldRow {
    id: root

    readonly property real cell: Math.floor((inner - 2 * Desk.gap) / 3)

    bodyHeight: themes.height

    Flow {
        id: themes

        spacing: Desk.gap
        width: root.inner

        Repeater {
            model: root.choices

            ThemeCard {
                height: Math.round(width * 9 / 16 + 1.2 * Desk.touch)
                objectName: "theme." + id
                width: root.cell

                onTapped: id => root.editor.fieldTools.pick(root.key, id)
            }
        }
    }
}
