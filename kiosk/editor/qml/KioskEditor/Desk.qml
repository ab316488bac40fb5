pragma Singleton

import QtQuick

// The sizes of the editor's own parts, from its window: 1080 lines are the reference, 4 pixels the grid.
QtObject {
    property real width: 1920
    property real height: 1080

    readonly property real unit: Math.max(0.66, Math.min(width / 1920, height / 1080))
    readonly property real grid: 4 * unit
    readonly property real gap: 16 * unit
    readonly property real touch: Math.round(48 * unit)
    readonly property real radius: 10 * unit
    readonly property real line: Math.max(1, 1.5 * unit)
    readonly property int small: Math.ceil(20 * unit)
    readonly property int text: Math.round(22 * unit)
    readonly property int head: Math.round(28 * unit)
    readonly property int title: Math.round(34 * unit)
    readonly property string family: "Noto Sans SC Common"
}
