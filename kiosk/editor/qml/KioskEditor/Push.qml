pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A button: a sign, a word, or both.
Rectangle {
    id: root

    property string sign
    property string label
    property string spoken: label
    property bool strong: false
    property bool quiet: false
    property bool available: true
    property bool alarming: false
    readonly property color ink: strong ? Paper.onAccent : alarming ? Paper.alarm : Paper.text

    signal tapped

    Accessible.name: spoken
    Accessible.role: Accessible.Button
    activeFocusOnTab: available
    border.color: activeFocus ? Paper.accent : strong || quiet ? "transparent" : Paper.surfaceLine
    border.width: activeFocus ? 2 * Desk.line : Desk.line
    color: strong ? Paper.accent : hover.hovered && available ? Paper.panel : quiet ? "transparent" : Paper.bar
    height: Desk.touch
    implicitWidth: label === "" ? Desk.touch : inner.implicitWidth + 2 * Desk.gap
    opacity: available ? 1 : 0.35
    radius: Desk.radius

    Accessible.onPressAction: if (root.available) root.tapped()
    Keys.onReturnPressed: if (root.available) root.tapped()
    Keys.onSpacePressed: if (root.available) root.tapped()

    Rectangle {
        anchors.fill: parent
        color: Paper.pressed
        radius: parent.radius
        visible: tap.pressed
    }

    Row {
        id: inner

        anchors.centerIn: parent
        spacing: 2 * Desk.grid

        Sign {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            height: width
            path: root.sign
            visible: root.sign !== ""
            width: Math.round(26 * Desk.unit)
        }

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.weight: Font.Medium
            text: root.label
            visible: text !== ""
        }
    }

    HoverHandler {
        id: hover

        enabled: root.available
    }

    TapHandler {
        id: tap

        enabled: root.available
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped()
    }
}
