pragma Singleton

import QtQuick

// Every size on screen, from the screen's shorter side: 1080 lines are the reference, 8 pixels the grid.
QtObject {
    id: root

    property size screen: Qt.size(1920, 1080)
    property int textSize: 0
    property bool lowReach: false
    property bool presenting: false // then there is no bar, and a slide has the whole screen
    property bool settled: true // while it is not, boxes are still to change, and no text is fitted to its box
    property real diagonal: 0 // of the screen, in millimetres; 0 where it is not known
    property real bottom: 0 // from the floor to the picture, in millimetres

    // Each from both sides of the screen at once, so that a change of both is one change.
    readonly property real width: screen.width
    readonly property real height: screen.height
    readonly property bool portrait: screen.height > screen.width
    readonly property real unit: Math.min(screen.width, screen.height) / 1080
    readonly property real textScale: unit * [1, 1.15, 1.3][textSize]

    readonly property real margin: Math.max((portrait ? 72 : 96) * unit, (width - 2080 * unit) / 2)
    readonly property real gap: 24 * unit
    readonly property real grid: 8 * unit
    readonly property real line: Math.max(1, 2 * unit)
    readonly property real touch: 88 * unit
    // The bar takes a second row where one has no room for all that is to be there at one touch.
    readonly property bool twoRows: width < 1600 * unit
    readonly property real barRow: 128 * unit
    readonly property real bar: twoRows ? barRow + touch + gap : barRow

    // Who is seated reaches from 380 to 1220 mm above the floor; where that is not known, the screen's lower third.
    readonly property real perMm: diagonal > 0 ? Math.hypot(width, height) / diagonal : 0
    readonly property real reachTop: perMm > 0 ? Math.min(height, (1220 - bottom) * perMm) : height / 3
    // Everything stands so far above the screen's lower edge, and what can be touched has so much room above the bar:
    // never less than two rows of targets.
    readonly property real lift: lowReach && perMm > 0 ? Math.round(Math.max(0, Math.min(height / 3, (380 - bottom) * perMm))) : 0
    readonly property real reach: Math.max(2 * touch + 2 * gap, reachTop - lift - bar)
    readonly property real foot: presenting ? 0 : bar + lift

    readonly property real dragThreshold: 16 * unit

    // What it lacks comes from Noto Sans SC, which is read only then.
    readonly property string family: "Noto Sans SC Common"
    // Noto's own line is 1.448 of its size, which suits small print; larger text is set tighter.
    readonly property real fontLine: 1.448
    readonly property real leading: 0.92
    readonly property real tight: 0.84
    readonly property real capTop: 0.43
    readonly property int minimum: Math.ceil(20 * unit)
    readonly property int sourceText: Math.round(22 * textScale)
    readonly property int caption: Math.round(26 * textScale)
    readonly property int label: Math.round(30 * textScale)
    readonly property int body: Math.round(34 * textScale)
    readonly property int subtitle: Math.round(40 * textScale)
    readonly property int heading: Math.round(48 * unit)
    readonly property int title: Math.round(76 * unit)
    readonly property int display: Math.round(108 * unit)
    readonly property int figure: Math.round(200 * unit)
    readonly property int digit: Math.round(230 * unit)

    // The height of so many lines of a size, in pixels.
    function lines(size: real, count: real): real {
        return Math.ceil(size * fontLine * (size > 1.2 * subtitle ? tight : leading) * count + size * 0.3);
    }

    // How long the cards of a row are that is scrolled, in pixels, `least` or more: of the one after the last whole one
    // half is seen, which says that there are more.
    function scrolled(room: real, least: real): real {
        return room / (Math.max(1, Math.floor(room / (least + gap) - 0.5)) + 0.5) - gap;
    }
}
