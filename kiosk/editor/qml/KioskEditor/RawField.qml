import QtQuick

// The text of a file that cannot be read, to be put right.
FieldRow {
    id: root

    bodyHeight: entry.height

    Entry {
        id: entry

        breaks: true
        height: implicitHeight
        objectName: "entry." + root.key
        spoken: root.label
        value: root.texts[0]
        wanted: root.isWanted
        width: root.inner

        onTyped: text => root.editor.fieldTools.enter(root.key, text)
        onTypingChanged: root.active = typing
    }
}
