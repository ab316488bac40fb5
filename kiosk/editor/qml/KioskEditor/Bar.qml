import QtQuick
import Kiosk.Backstage

// How far a list is scrolled, and how much of it there is.
Rectangle {
    id: root

    required property Flickable flick

    color: Paper.textFaint
    height: Math.max(Desk.touch / 2, flick.visibleArea.heightRatio * flick.height)
    opacity: 0.35
    radius: width / 2
    visible: flick.visibleArea.heightRatio < 0.999
    width: 2 * Desk.grid * 0.75
    x: flick.x + flick.width - width
    y: flick.y + flick.visibleArea.yPosition * flick.height
}
