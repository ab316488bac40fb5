pragma Singleton

import QtQuick

// The sizes of the console's own parts, from its window: 1080 lines are the reference, 8 pixels the grid.
QtObject {
    property real width: 1920
    property real height: 1080

    readonly property bool portrait: height > width
    readonly property real unit: Math.max(0.5, portrait ? Math.min(width / 1080, height / 1920) : Math.min(width / 1920, height / 1080))
    readonly property real grid: 8 * unit
    readonly property real gap: 24 * unit
    readonly property real touch: Math.round(88 * unit)
    readonly property real radius: 14 * unit
    readonly property real line: Math.max(1, 2 * unit)
    readonly property int minimum: Math.ceil(20 * unit)
    readonly property int small: Math.ceil(24 * unit)
    readonly property int text: Math.round(28 * unit)
    readonly property int head: Math.round(34 * unit)
    readonly property int clock: Math.round(60 * unit)
    readonly property string family: "Noto Sans SC Common"

    // The sizes that the notes' text can have.
    function notes(step: int): int {
        return Math.round([28, 34, 42, 50, 60, 72][step] * unit);
    }
}
