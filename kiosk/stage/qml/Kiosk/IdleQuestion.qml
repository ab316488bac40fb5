pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// "Still exploring?", with a ring that runs empty. A touch anywhere goes on.
Rectangle {
    id: root

    required property Stage stage

    Accessible.description: Texts.touchOn
    Accessible.name: Texts.exploring
    Accessible.role: Accessible.Dialog
    color: Theme.shade
    objectName: "question"

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: Math.round(420 * Sizes.unit)
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 2 * Sizes.gap, Math.round(900 * Sizes.unit))

        Column {
            anchors.centerIn: parent
            spacing: Sizes.gap
            width: parent.width - 2 * Sizes.gap

            Ring {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: Theme.accent
                duration: root.stage.askingFor
                height: width
                running: true
                track: Theme.track
                width: Math.round(140 * Sizes.unit)
            }

            Label {
                color: Theme.text
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                size: Math.round(64 * Sizes.unit)
                text: Texts.exploring
                width: parent.width
            }

            Label {
                horizontalAlignment: Text.AlignHCenter
                size: Sizes.body
                text: Texts.touchOn
                width: parent.width
            }
        }
    }
}
