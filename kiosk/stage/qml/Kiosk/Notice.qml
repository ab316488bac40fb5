pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A message of the day, above the screen that it stands with, which is so much less high.
Rectangle {
    id: root

    required property Stage stage
    readonly property real pad: Math.round(1.5 * Sizes.grid)

    Accessible.name: words.text
    Accessible.role: Accessible.StaticText
    color: Theme.bar
    implicitHeight: Math.round(words.contentHeight + 2 * pad + rule.height)
    objectName: "notice"

    Rectangle {
        color: Theme.accent
        height: words.contentHeight - Sizes.grid
        radius: width / 2
        width: Math.round(6 * Sizes.unit)
        x: Sizes.margin
        y: root.pad + Sizes.grid / 2
    }

    Words {
        id: words

        color: Theme.text
        font.weight: Font.Medium
        height: Sizes.lines(Sizes.label, Sizes.portrait ? 3 : 2)
        size: Sizes.label
        text: root.stage.notice
        width: root.width - x - Sizes.margin
        x: Math.round(Sizes.margin + Sizes.gap)
        y: root.pad
    }

    Rectangle {
        id: rule

        anchors.bottom: parent.bottom
        color: Theme.barLine
        height: Sizes.line
        width: parent.width
    }
}
