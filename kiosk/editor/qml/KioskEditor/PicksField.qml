import QtQuick

// Several of many, each with a way to take it away.
FieldRow {
    id: root

    bodyHeight: chosen.height + (chosen.height > 0 ? 2 * Desk.grid : 0) + add.height

    Chips {
        id: chosen

        choices: root.choices
        most: root.inner
        prefix: "picked." + root.key
        sign: Signs.close
        width: root.inner

        onTapped: id => root.editor.fieldTools.unpick(root.key, id)
    }

    Push {
        id: add

        label: root.editor.word("add")
        objectName: "pick." + root.key
        quiet: true
        sign: Signs.add
        spoken: root.label + ": " + label
        y: chosen.height > 0 ? chosen.height + 2 * Desk.grid : 0

        onTapped: root.editor.sheet.askFor(root.key)
    }
}
