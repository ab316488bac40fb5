pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A picture of the deck: shown, chosen from those that there are, or dropped here from elsewhere.
FieldRow {
    id: root

    readonly property real high: Math.round(150 * Desk.unit)

    bodyHeight: high

    Rectangle {
        id: frame

        border.color: drop.containsDrag ? Paper.accent : root.note !== "" ? Paper.alarm : Paper.surfaceLine
        border.width: drop.containsDrag ? 3 * Desk.line : Desk.line
        color: Paper.panel
        height: root.high
        radius: Desk.radius
        width: Math.round(root.high * 16 / 9)

        Image {
            anchors.fill: parent
            anchors.margins: 2 * Desk.grid
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            source: root.more
            sourceSize.height: root.high * 2
        }
    }

    Say {
        id: how

        color: Paper.textFaint
        size: Desk.small
        text: root.texts[0] !== "" ? root.texts[0] : root.editor.word("drop_here")
        width: root.inner - x
        x: frame.width + Desk.gap
    }

    ListView {
        clip: true
        height: root.high - y
        model: root.choices
        orientation: ListView.Horizontal
        spacing: 2 * Desk.grid
        width: root.inner - x
        x: how.x
        y: how.height + 2 * Desk.grid

        delegate: Rectangle {
            id: thumb

            required property string id // qmllint disable
            required property string image
            required property bool on

            Accessible.name: id
            Accessible.role: Accessible.Button
            border.color: on ? Paper.accent : Paper.surfaceLine
            border.width: on ? 2 * Desk.line : Desk.line
            color: Paper.panel
            height: ListView.view.height
            objectName: "picture." + id
            radius: Desk.radius
            width: Math.round(height * 1.4)

            Accessible.onPressAction: root.editor.fieldTools.pick(root.key, thumb.id)

            Image {
                anchors.fill: parent
                anchors.margins: Desk.grid
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                source: thumb.image
                sourceSize.height: root.high
            }

            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds

                onTapped: root.editor.fieldTools.pick(root.key, thumb.id)
            }
        }
    }

    DropArea {
        id: drop

        height: root.high
        keys: ["text/uri-list"]
        objectName: "drop." + root.key
        width: root.inner

        onDropped: drop => root.editor.fieldTools.bring(root.key, drop.urls[0])
    }
}
