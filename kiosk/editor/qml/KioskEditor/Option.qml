pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// One of several, as a card with a sign over its name.
Rectangle {
    id: root

    required property string id // qmllint disable
    required property string name
    required property string sign
    required property bool on

    signal tapped(id: string)

    Accessible.checkable: true
    Accessible.checked: on
    Accessible.name: name
    Accessible.role: Accessible.Button
    border.color: on || hover.hovered ? Paper.accent : Paper.surfaceLine
    border.width: on ? 2 * Desk.line : Desk.line
    color: on ? Paper.skyBottom : Paper.panel
    radius: Desk.radius

    Accessible.onPressAction: root.tapped(root.id)

    Sign {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.on ? Paper.accent : Paper.textSoft
        height: width
        path: root.sign
        weight: 1.8
        width: Math.round(0.42 * root.height)
        y: Math.round(0.14 * root.height)
    }

    Say {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Math.round(0.08 * root.height)
        color: root.on ? Paper.accent : Paper.text
        font.weight: root.on ? Font.Medium : Font.Normal
        horizontalAlignment: Text.AlignHCenter
        size: Desk.small
        text: root.name
        width: parent.width - Desk.grid
        x: Desk.grid / 2
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped(root.id)
    }
}
