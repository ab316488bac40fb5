import QtQuick

// One of a few.
FieldRow {
    id: root

    bodyHeight: chips.height

    Chips {
        id: chips

        choices: root.choices
        prefix: "choice." + root.key
        width: root.inner

        onTapped: id => root.editor.fieldTools.pick(root.key, id)
    }
}
