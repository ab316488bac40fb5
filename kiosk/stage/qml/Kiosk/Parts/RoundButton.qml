pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A button of the bar: a sign or a short word in a ring, as large as a finger needs. One that is `on` is filled; one
// that is `spelt` has its word under its sign.
Item {
    id: root

    property string icon
    property string label
    property bool strong: false
    property bool available: true
    property bool checkable: false
    property bool on: false
    property bool spelt: false

    readonly property bool both: spelt && icon !== ""
    readonly property color ink: strong ? Theme.onAccent : on ? Theme.bar : Theme.text

    signal tapped

    Accessible.checkable: checkable
    Accessible.checked: on
    Accessible.name: label
    Accessible.role: checkable ? Accessible.CheckBox : Accessible.Button
    height: Sizes.touch
    implicitWidth: icon ? Sizes.touch : Math.max(Sizes.touch, word.implicitWidth + 2 * Sizes.gap)
    opacity: available ? 1 : 0.35

    Accessible.onPressAction: if (root.available) root.tapped()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.text
        border.width: root.strong ? 0 : Sizes.line
        color: root.strong ? Theme.accent : root.on ? Theme.text : "transparent"
        radius: root.spelt ? Sizes.gap : height / 2

        Rectangle {
            anchors.fill: parent
            color: Theme.pressed
            radius: parent.radius
            visible: tap.pressed
        }
    }

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        height: width
        path: root.icon
        visible: root.icon !== ""
        width: Sizes.touch / 2
        y: Math.round(root.both ? Sizes.grid / 2 : (root.height - height) / 2)
    }

    Label {
        id: word

        anchors.horizontalCenter: parent.horizontalCenter
        color: root.ink
        font.weight: Font.Medium
        fontSizeMode: root.spelt ? Text.HorizontalFit : Text.FixedSize
        horizontalAlignment: Text.AlignHCenter
        size: Math.round((root.both ? 22 : 28) * Sizes.unit)
        text: visible ? root.label : ""
        visible: root.icon === "" || root.both
        width: root.spelt ? root.width - Sizes.gap / 2 : implicitWidth
        y: Math.round(root.both ? root.height - height - Sizes.grid / 2 : (root.height - height) / 2)
    }

    TapHandler {
        id: tap

        enabled: root.available
        gesturePolicy: TapHandler.ReleaseWithinBounds
        margin: Sizes.gap / 2

        onTapped: root.tapped()
    }
}
