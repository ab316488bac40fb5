pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A number that is set in steps.
Item {
    id: root

    required property string title
    required property string value
    required property string name
    readonly property real first: Math.round(width * 0.3)

    signal stepped(by: int)

    height: Sizes.touch

    Label {
        anchors.verticalCenter: parent.verticalCenter
        size: Math.round(26 * Sizes.unit)
        text: root.title
        width: root.first - Sizes.gap
    }

    RoundButton {
        id: less

        icon: Icons.minus
        label: root.title + " −"
        objectName: root.name + ".less"
        x: root.first

        onTapped: root.stepped(-1)
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignHCenter
        objectName: root.name + ".value"
        size: Math.round(34 * Sizes.unit)
        text: root.value
        width: Math.round(160 * Sizes.unit)
        x: less.x + less.width
    }

    RoundButton {
        icon: Icons.plus
        label: root.title + " +"
        objectName: root.name + ".more"
        x: less.x + less.width + Math.round(160 * Sizes.unit)

        onTapped: root.stepped(1)
    }
}
