import QtQuick
import Kiosk.Backstage

// A screen's number, large enough to be read from the other end of the room.
Window {
    id: root

    required property string number
    required property string name

    color: Theme.skyBottom
    flags: Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint | Qt.WindowDoesNotAcceptFocus

    Text {
        anchors.centerIn: parent
        color: Theme.accent
        font.family: Desk.family
        font.pixelSize: Math.round(0.6 * Math.min(root.width, root.height))
        font.weight: Font.Bold
        text: root.number
        textFormat: Text.PlainText
    }

    Text {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0.06 * root.height
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.textSoft
        font.family: Desk.family
        font.pixelSize: Math.round(0.07 * Math.min(root.width, root.height))
        text: root.name
        textFormat: Text.PlainText
    }
}
