pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A platform's name beside its group's digit, in its group's colour.
Row {
    id: root

    required property color colour
    required property string digit
    required property string name
    property color ink: Theme.textSoft

    spacing: Sizes.gap

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: root.colour
        height: Math.round((root.digit ? 64 : 20) * Sizes.unit)
        radius: (root.digit ? 16 : 10) * Sizes.unit
        width: height

        Label {
            anchors.centerIn: parent
            color: Theme.onAccent
            font.weight: Font.Bold
            size: Math.round(40 * Sizes.unit)
            text: root.digit
        }
    }

    Label {
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
        size: Math.round(34 * Sizes.unit)
        text: root.name
    }
}
