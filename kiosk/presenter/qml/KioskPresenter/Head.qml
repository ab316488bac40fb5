pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The time: how long the talk is going and was to go, how far it is off, and the clock on the wall.
Rectangle {
    id: root

    required property Lectern lectern
    readonly property string say: lectern.language
    readonly property color paint: lectern.mood === "good" ? Theme.good : lectern.mood === "behind" ? Theme.bad : Theme.accent

    color: Theme.bar
    implicitHeight: Desk.touch + 2 * Desk.gap

    Row {
        id: times

        anchors.verticalCenter: parent.verticalCenter
        spacing: Desk.gap
        x: Desk.gap

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
            color: root.paint
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
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 2
        objectName: "told"
        size: Desk.small
        text: root.lectern.told
        width: clock.x - x - Desk.gap
        wrapMode: Text.Wrap
        x: times.x + times.width + Desk.gap
    }

    Say {
        id: clock

        anchors.right: parent.right
        anchors.rightMargin: Desk.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.textSoft
        objectName: "clock"
        size: Desk.clock
        text: root.lectern.clock
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.barLine
        height: Desk.line
        width: parent.width
    }
}
