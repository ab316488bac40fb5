pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A button: a sign, a word, or both, side by side or the word below. One that is `on` is filled.
Rectangle {
    id: root

    property string sign
    property string label
    property string spoken: label
    property bool below: false
    property bool on: false
    property bool strong: false
    property bool alarming: false
    property bool available: true
    property int size: below ? Desk.minimum : Desk.text
    readonly property bool filled: on || strong
    readonly property color ink: filled ? Theme.onAccent : alarming ? Theme.bad : Theme.text

    signal tapped

    Accessible.checkable: on
    Accessible.checked: on
    Accessible.name: spoken
    Accessible.role: Accessible.Button
    border.color: filled ? "transparent" : alarming ? Theme.bad : Theme.surfaceLine
    border.width: Desk.line
    color: filled ? Theme.accent : Theme.panel
    height: Desk.touch
    implicitWidth: label === "" || below ? Desk.touch : row.implicitWidth + 2 * Desk.gap
    opacity: available ? 1 : 0.35
    radius: Desk.radius

    Accessible.onPressAction: if (root.available) root.tapped()

    Rectangle {
        anchors.fill: parent
        color: Theme.pressed
        radius: parent.radius
        visible: tap.pressed
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: root.sign === "" || word.text === "" ? 0 : 1.5 * Desk.grid
        visible: !root.below

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            height: width
            layer.enabled: true // else the software renderer shows it outside of what cuts it off
            path: root.sign
            visible: root.sign !== ""
            width: visible ? Math.round(36 * Desk.unit) : 0
        }

        Say {
            id: word

            anchors.verticalCenter: parent.verticalCenter
            color: root.ink
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 2
            size: root.size
            text: root.label
            width: Math.min(implicitWidth, root.width - Desk.gap - (root.sign === "" ? 0 : 48 * Desk.unit))
            wrapMode: Text.Wrap
        }
    }

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        height: width
        layer.enabled: true
        path: root.sign
        visible: root.below
        width: Math.round(36 * Desk.unit)
        y: Math.round((root.height - height - under.height) / 2)
    }

    Say {
        id: under

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        font.weight: Font.Medium
        fontSizeMode: Text.HorizontalFit // a narrow screen's longest word is a little smaller, not cut short
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.floor(0.8 * root.size)
        size: root.size
        text: root.label
        visible: root.below
        width: root.width - 2 * Desk.line
        y: Math.round((root.height - height - 36 * Desk.unit) / 2 + 36 * Desk.unit)
    }

    TapHandler {
        id: tap

        enabled: root.available
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped()
    }
}
