pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Backstage

// A small picture of the show, live, in a frame; with the ink where it is the slide that is shown.
Item {
    id: root

    required property Stage stage
    required property size size
    property Ink ink: null
    property string cover // what the audience sees instead
    readonly property real part: Math.min(width / size.width, height / size.height)

    signal brought(left: real, top: real, share: real)

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Desk.line
        color: Theme.skyBottom
        height: Math.round(root.size.height * root.part)
        width: Math.round(root.size.width * root.part)

        SmallScene {
            anchors.fill: parent
            enabled: false // a touch of it is for the ink
            size: root.size
            stage: root.stage
        }

        Nearing {
            anchors.fill: parent
            enabled: root.ink !== null
            near: root.stage.show.near

            onBrought: (left, top, share) => root.brought(left, top, share)
        }

        Loader {
            active: root.ink !== null
            anchors.fill: parent
            clip: true

            sourceComponent: InkOver {
                ink: root.ink
                stage: root.stage
                layer.enabled: true
                objectName: "glance.ink"
            }
        }

        Rectangle {
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            color: Theme.accent
            height: covered.height + 2 * Desk.grid
            objectName: "covered"
            visible: root.cover !== ""

            Say {
                id: covered

                anchors.centerIn: parent
                color: Theme.onAccent
                font.weight: Font.Medium
                text: root.cover
            }
        }
    }
}
