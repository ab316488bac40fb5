pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A button of the bar: a sign or a short word in a ring, as large as a finger needs.
Item {
    id: root

    property string icon
    property string label
    property bool strong: false
    property bool available: true

    signal tapped

    Accessible.name: label
    Accessible.role: Accessible.Button
    height: Sizes.touch
    implicitWidth: icon ? Sizes.touch : Math.max(Sizes.touch, word.implicitWidth + 2 * Sizes.gap)
    opacity: available ? 1 : 0.35

    Rectangle {
        anchors.fill: parent
        border.color: Theme.text
        border.width: root.strong ? 0 : Sizes.line
        color: root.strong ? Theme.accent : "transparent"
        radius: height / 2

        Rectangle {
            anchors.fill: parent
            color: Theme.pressed
            radius: parent.radius
            visible: tap.pressed
        }
    }

    Icon {
        anchors.centerIn: parent
        color: root.strong ? Theme.onAccent : Theme.text
        height: width
        path: root.icon
        visible: root.icon !== ""
        width: Sizes.touch / 2
    }

    Label {
        id: word

        anchors.centerIn: parent
        color: root.strong ? Theme.onAccent : Theme.text
        font.weight: Font.Medium
        fontSizeMode: Text.FixedSize
        text: root.label
        size: Math.round(28 * Sizes.unit)
        visible: root.icon === ""
    }

    TapHandler {
        id: tap

        enabled: root.available
        gesturePolicy: TapHandler.ReleaseWithinBounds
        margin: Sizes.gap / 2

        onTapped: root.tapped()
    }
}
