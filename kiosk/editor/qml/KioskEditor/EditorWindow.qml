pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The editor's window: the deck's slides, the form of the chosen one, and the real scene with what is wrong below it.
Window {
    id: root

    required property Stage stage
    required property Editor editor
    required property Preview preview
    property bool closable: false // as every booth's window is asked
    readonly property real left: Math.round(400 * Desk.unit)
    readonly property real right: Math.round(Math.max(560 * Desk.unit, Math.min(0.36 * width, 760 * Desk.unit)))

    color: Paper.skyTop
    minimumHeight: 640
    minimumWidth: 1024
    title: editor.title

    onActiveChanged: if (active) root.editor.look()
    onClosing: close => close.accepted = root.editor.mayClose()

    Connections {
        function onLeaving() {
            root.close();
        }

        target: root.editor
    }

    Binding {
        property: "width"
        target: Desk
        value: root.width
    }

    Binding {
        property: "height"
        target: Desk
        value: root.height
    }

    Rectangle {
        id: bar

        color: Paper.bar
        height: Math.round(72 * Desk.unit)
        width: root.width

        Say {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            font.weight: Font.Bold
            size: Desk.head
            text: root.editor.title
            width: Math.min(implicitWidth, 0.4 * root.width)
            x: Desk.gap * 1.5
        }

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: root.editor.dirty ? Paper.accent : Paper.textFaint
            lineHeight: 0.9
            maximumLineCount: 2
            objectName: "status"
            size: Desk.small
            text: root.editor.status
            width: actions.x - x - 2 * Desk.gap
            wrapMode: Text.Wrap
            x: name.x + name.width + 2 * Desk.gap
        }

        Row {
            id: actions

            anchors.right: parent.right
            anchors.rightMargin: Desk.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2 * Desk.grid

            Push {
                available: root.editor.canUndo
                label: root.editor.word("undo")
                objectName: "undo"
                quiet: true
                sign: Signs.undo

                onTapped: root.editor.undo()
            }

            Push {
                available: root.editor.canRedo
                label: root.editor.word("redo")
                objectName: "redo"
                quiet: true
                sign: Signs.redo

                onTapped: root.editor.redo()
            }

            Push {
                available: root.editor.canSave
                label: root.editor.word("save")
                objectName: "save"
                sign: Signs.check
                strong: available

                onTapped: root.editor.save()
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Paper.barLine
            height: Desk.line
            width: parent.width
        }
    }

    Outline {
        editor: root.editor
        height: root.height - y
        width: root.left
        y: bar.height
    }

    Form {
        editor: root.editor
        height: root.height - y
        width: root.width - root.left - root.right - 3.5 * Desk.gap
        x: root.left + 1.5 * Desk.gap
        y: bar.height + Desk.gap
    }

    Glass {
        id: glass

        editor: root.editor
        height: root.preview.portrait ? 0.62 * (root.height - y) : Desk.touch + Desk.gap + width * 9 / 16
        preview: root.preview
        stage: root.stage
        width: root.right - Desk.gap
        x: root.width - root.right
        y: bar.height + Desk.gap
    }

    Problems {
        editor: root.editor
        height: root.height - y - Desk.gap
        width: glass.width
        x: glass.x
        y: glass.y + glass.height + Desk.gap
    }

    Loader {
        active: root.editor.sheet.name !== ""
        anchors.fill: parent

        sourceComponent: Sheet {
            editor: root.editor
            focus: true
        }
    }
}
