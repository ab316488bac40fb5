import QtQuick

// A single value.
FieldRow {
    id: root

    required property string kind

    bodyHeight: entry.height

    Entry {
        id: entry

        height: implicitHeight
        hint: root.more
        objectName: "entry." + root.key
        spoken: root.label
        value: root.texts[0]
        wanted: root.isWanted
        width: Math.min(root.inner, (root.kind === "number" ? 320 : 640) * Desk.unit)
        wrong: root.note !== ""

        onTyped: text => root.editor.fieldTools.enter(root.key, text)
        onTypingChanged: root.active = typing
    }
}
