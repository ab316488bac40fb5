import QtQuick
import Kiosk.Backstage

// A colour of a theme: what it looks like on the theme's background, and how it is written.
FieldRow {
    id: root

    bodyHeight: Desk.touch

    Rectangle {
        id: ground

        border.color: root.note !== "" ? Paper.alarm : Paper.surfaceLine
        border.width: Desk.line
        color: root.names[1]
        height: Desk.touch
        radius: Desk.radius
        width: 2 * Desk.touch

        Rectangle {
            anchors.fill: parent
            anchors.margins: Desk.grid
            color: root.names[0]
            radius: parent.radius - Desk.grid
        }

        Push {
            anchors.fill: parent
            objectName: "colour." + root.key
            quiet: true
            spoken: root.label

            onTapped: root.editor.sheet.askForColour(root.key)
        }
    }

    Entry {
        height: Desk.touch
        objectName: "entry." + root.key
        spoken: root.label
        value: root.texts[0]
        wanted: root.isWanted
        width: 240 * Desk.unit
        wrong: root.note !== ""
        x: ground.width + 2 * Desk.grid

        onTyped: text => root.editor.fieldTools.enter(root.key, text)
        onTypingChanged: root.active = typing
    }
}
