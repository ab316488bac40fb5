import QtQuick
import Kiosk.Backstage

// Which of two platforms something is about: a full A for the left one, a hollow B for the right one.
Rectangle {
    id: root

    required property int row
    required property color colour

    border.color: colour
    border.width: 1.5 * Sizes.line
    color: row ? "transparent" : colour
    radius: height / 4
    width: height

    Label {
        anchors.centerIn: parent
        color: root.row ? Theme.text : Theme.onAccent
        font.weight: Font.Bold
        size: Math.max(Sizes.minimum, Math.round(0.62 * root.height))
        text: root.row ? "B" : "A"
    }
}
