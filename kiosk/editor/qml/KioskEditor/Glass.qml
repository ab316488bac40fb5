pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Backstage

// The real scene, made smaller, showing what is being edited.
Item {
    id: root

    required property Stage stage
    required property Editor editor
    required property Preview preview
    readonly property real wide: preview.portrait ? 720 : 1280
    readonly property real high: preview.portrait ? 1280 : 720
    readonly property real part: Math.min(width / wide, (height - title.height - Desk.gap) / high)

    Say {
        id: title

        font.weight: Font.Bold
        height: Desk.touch
        text: root.editor.word("preview")
        verticalAlignment: Text.AlignVCenter
    }

    Say {
        anchors.verticalCenter: title.verticalCenter
        color: Paper.textFaint
        size: Desk.small
        text: root.editor.word("preview_reads") + " …"
        visible: root.preview.reading
        x: title.width + Desk.gap
    }

    Row {
        anchors.right: parent.right
        spacing: 2 * Desk.grid

        Push {
            label: root.stage.otherLanguage
            objectName: "preview.language"
            sign: Signs.words
            visible: label !== ""

            onTapped: root.preview.nextLanguage()
        }

        Push {
            label: root.editor.word(root.preview.portrait ? "landscape" : "portrait")
            objectName: "preview.turn"
            sign: Signs.turn

            onTapped: root.preview.turn()
        }
    }

    Rectangle {
        id: frame

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Paper.surfaceLine
        border.width: Desk.line
        color: Theme.skyBottom
        height: Math.round(root.high * root.part)
        width: Math.round(root.wide * root.part)
        y: title.height + 2 * Desk.grid

        SmallScene {
            anchors.fill: parent
            objectName: "glass"
            size: Qt.size(root.wide, root.high)
            stage: root.stage
        }

        Rectangle {
            anchors.bottom: parent.bottom
            color: Paper.alarm
            height: old.height + 4 * Desk.grid
            objectName: "preview.old"
            visible: root.preview.old
            width: parent.width

            Say {
                id: old

                color: Paper.panel
                font.weight: Font.Medium
                size: Desk.small
                text: root.editor.word("preview_old")
                width: parent.width - 2 * Desk.gap
                wrapMode: Text.Wrap
                x: Desk.gap
                y: 2 * Desk.grid
            }
        }
    }
}
