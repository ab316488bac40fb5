import QtQuick

// What may be said besides: a tap offers its field.
FieldRow {
    id: root

    bodyHeight: chips.height
    named: false

    Chips {
        id: chips

        choices: root.choices
        prefix: "more." + root.key
        sign: Signs.add
        width: root.inner

        onTapped: id => root.editor.fieldTools.more(root.key, id)
    }
}
