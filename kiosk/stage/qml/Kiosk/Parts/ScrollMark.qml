import QtQuick
import Kiosk.Backstage

// How far something is scrolled, and how much of it there is: at its right, or below it if it goes sideways.
Rectangle {
    id: root

    required property Flickable flick
    readonly property bool sideways: flick.contentWidth > flick.width + 1
    readonly property real thickness: Math.round(3 * Sizes.line)

    color: Theme.textFaint
    height: sideways ? thickness : Math.round(Math.max(Sizes.gap, flick.height * flick.visibleArea.heightRatio))
    radius: thickness / 2
    visible: flick.visible && flick.interactive && (sideways || flick.contentHeight > flick.height + 1)
    width: sideways ? Math.round(Math.max(Sizes.gap, flick.width * flick.visibleArea.widthRatio)) : thickness
    x: flick.x + (sideways ? Math.round(flick.width * flick.visibleArea.xPosition) : flick.width + Sizes.grid)
    y: flick.y + (sideways ? flick.height + Math.round((Sizes.grid - thickness) / 2) : Math.round(flick.height * flick.visibleArea.yPosition))
}
