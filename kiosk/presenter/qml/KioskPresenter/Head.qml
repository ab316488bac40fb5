pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The time: how long the talk is going and was to go, how far it is off, and the clock on the wall.
Rectangle {
    id: root

    required property Lectern lectern
    readonly property string say: lectern.language
    readonly property real first: Desk.gap // the upper edges of the two lines, which are one where there is room
    readonly property real second: Desk.portrait ? Desk.gap + Desk.touch : first

    color: Theme.bar
    implicitHeight: Desk.portrait ? 2 * Desk.touch + 2 * Desk.gap : Desk.touch + 2 * Desk.gap

    Row {
        id: times

        spacing: Desk.gap
        x: Desk.gap
        y: root.first

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: root.lectern.running ? Theme.text : Theme.textFaint
            font.weight: Font.Bold
            objectName: "elapsed"
            size: Desk.clock
            text: root.lectern.elapsed
        }

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.textSoft
            objectName: "planned"
            size: Desk.head
            text: root.lectern.planned
            visible: text !== ""
        }

        Key {
            objectName: "pause"
            sign: root.lectern.running ? Signs.pause : Signs.start
            spoken: root.lectern.word(root.say, root.lectern.running ? "pause" : "start")

            onTapped: root.lectern.pause()
        }

        Key {
            objectName: "reset"
            sign: Signs.reset
            spoken: root.lectern.word(root.say, "reset")

            onTapped: root.lectern.reset()
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            color: root.lectern.paint
            height: Math.round(64 * Desk.unit)
            objectName: "pace"
            radius: height / 2
            visible: root.lectern.pace !== ""
            width: off.width + 2 * Desk.gap

            Say {
                id: off

                anchors.centerIn: parent
                color: Theme.onAccent
                font.weight: Font.Bold
                size: Desk.head
                text: root.lectern.pace
            }
        }
    }

    Say {
        color: Theme.accent
        font.weight: Font.Medium
        height: Desk.touch
        horizontalAlignment: Desk.portrait ? Text.AlignLeft : Text.AlignRight
        maximumLineCount: 2
        objectName: "told"
        size: Desk.small
        text: root.lectern.told
        verticalAlignment: Text.AlignVCenter
        width: position.x - x - Desk.gap
        wrapMode: Text.Wrap
        x: Desk.portrait ? Desk.gap : times.x + times.width + Desk.gap
        y: root.second
    }

    Say {
        id: position

        anchors.right: clock.left
        anchors.rightMargin: 2 * Desk.gap
        color: Theme.textSoft
        height: Desk.touch
        objectName: "position"
        size: Desk.head
        text: root.lectern.position
        verticalAlignment: Text.AlignVCenter
        y: root.second
    }

    Say {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Desk.gap
        color: Theme.textSoft
        height: Desk.touch
        objectName: "clock"
        size: Desk.clock
        text: root.lectern.clock
        verticalAlignment: Text.AlignVCenter
        y: root.second
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.barLine
        height: Desk.line
        width: parent.width
    }
}
