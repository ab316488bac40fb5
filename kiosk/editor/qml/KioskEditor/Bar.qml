import QtQuick
import Kiosk.Backstage

// How far a list is scrolled, and how much of it there is.
Rectangle {
    id: root

    required property Flickable list

    color: Paper.textFaint
    height: Math.max(Desk.touch / 2, list.visibleArea.heightRatio * list.height)
    opacity: 0.35
    radius: width / 2
    visible: list.visibleArea.heightRatio < 0.999
    width: 2 * Desk.grid * 0.75
    x: list.x + list.width - width
    y: list.y + list.visibleArea.yPosition * list.height
}
