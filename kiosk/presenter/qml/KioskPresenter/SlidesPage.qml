pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// All slides of the route, to jump to one.
ListView {
    id: root

    required property Lectern lectern
    readonly property int at: lectern.at

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    model: lectern.slides
    objectName: "list"
    spacing: Desk.grid

    Component.onCompleted: positionViewAtIndex(Math.max(0, at), ListView.Center)
    onAtChanged: if (at >= 0) positionViewAtIndex(at, ListView.Contain)

    delegate: Rectangle {
        id: row

        required property int index
        required property int number
        required property string title
        required property string platform
        readonly property bool here: index === root.at

        Accessible.name: row.number + " " + row.title
        Accessible.role: Accessible.Button
        color: here ? Theme.accent : tap.pressed ? Theme.pressed : Theme.panel
        height: Math.round(96 * Desk.unit)
        objectName: "jump." + index
        radius: Desk.radius
        width: ListView.view.width

        Accessible.onPressAction: root.lectern.jump(row.index)

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: row.here ? Theme.onAccent : Theme.textFaint
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignRight
            size: Desk.head
            text: row.number
            width: Math.round(64 * Desk.unit)
            x: Desk.grid
        }

        Say {
            color: row.here ? Theme.onAccent : Theme.text
            font.weight: Font.Medium
            text: row.title
            width: parent.width - x - Desk.gap
            x: Math.round(96 * Desk.unit)
            y: Math.round(parent.height / 2 - height + Desk.grid / 2)
        }

        Say {
            color: row.here ? Theme.onAccent : Theme.textSoft
            size: Desk.minimum
            text: row.platform
            width: parent.width - x - Desk.gap
            x: Math.round(96 * Desk.unit)
            y: Math.round(parent.height / 2 + Desk.grid / 2)
        }

        TapHandler {
            id: tap

            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: root.lectern.jump(row.index)
        }
    }
}
