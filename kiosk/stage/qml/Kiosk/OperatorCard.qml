pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A part of the operator's panel, with its title.
Rectangle {
    id: root

    required property string title
    readonly property real pad: Sizes.gap
    property real head: Math.round(64 * Sizes.unit)
    default property alias content: area.data

    border.color: Theme.surfaceLine
    border.width: Theme.edge * Sizes.line / 2
    color: Theme.surface
    radius: Theme.radius * Sizes.unit

    Label {
        color: Theme.text
        font.weight: Font.Bold
        size: Math.round(30 * Sizes.unit)
        text: root.title
        width: root.width - 2 * root.pad
        x: root.pad
        y: Math.round((root.head - height) / 2 + Sizes.grid / 2)
    }

    Item {
        id: area

        anchors.bottomMargin: root.pad / 2
        anchors.fill: parent
        anchors.leftMargin: root.pad
        anchors.rightMargin: root.pad
        anchors.topMargin: root.head
    }
}
