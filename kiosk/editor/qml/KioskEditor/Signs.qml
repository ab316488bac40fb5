pragma Singleton

import QtQuick

// The signs of what the editor does, drawn as strokes in a square of 24 by 24, as the booth's own.
QtObject {
    readonly property string add: "M5.5 12h13 M12 5.5v13"
    readonly property string check: "M5 12.5l4.5 4.5L19 7.5"
    readonly property string close: "M6 6L18 18 M18 6L6 18"
    readonly property string copy: "M8 8h12v12H8z M16 8V4H4v12h4"
    readonly property string down: "M12 5v14 M6 13l6 6l6-6"
    readonly property string grip: "M5 8h14 M5 12h14 M5 16h14"
    readonly property string hide: "M3 12c2.5-4.5 5.5-6.5 9-6.5s6.5 2 9 6.5c-2.5 4.5-5.5 6.5-9 6.5S5.500 16.500 3 12z M12 9.300a2.700 2.700 0 1 0 0.010 0z M4 20L20 4"
    readonly property string layers: "M12 3l9 4.5l-9 4.5l-9-4.5z M3 12l9 4.5l9-4.5 M3 16.5L12 21l9-4.5"
    readonly property string next: "M9.5 5L16.5 12L9.5 19"
    readonly property string redo: "M19 8.500H9.500a5.500 5.500 0 0 0 0 11H14 M15.500 4.500l4 4l-4 4"
    readonly property string send: "M13 4h7v16h-7 M3 12h12 M10.500 7.500L15 12l-4.500 4.500"
    readonly property string show: "M3 12c2.5-4.5 5.500-6.500 9-6.500s6.500 2 9 6.500c-2.500 4.500-5.500 6.500-9 6.500S5.500 16.500 3 12z M12 9.300a2.700 2.700 0 1 0 0.010 0z"
    readonly property string trash: "M4 6.500h16 M9 6.500V4h6v2.500 M6.500 6.500l1 13.500h9l1-13.500 M10.300 10.500v6 M13.700 10.500v6"
    readonly property string turn: "M4 9h11v9H4z M9 6V4h11v14h-2"
    readonly property string undo: "M5 8.500h9.500a5.500 5.500 0 0 1 0 11H10 M8.500 4.500l-4 4l4 4"
    readonly property string up: "M12 19V5 M6 11l6-6l6 6"
    readonly property string warn: "M12 3.500L21.500 20H2.500z M12 9.500v5 M12 17.200v0.100"
    readonly property string words: "M12 3.500a8.500 8.500 0 1 0 0.010 0z M3.700 12h16.600 M12 3.500c3 2.500 3.600 5.500 3.600 8.500s-0.600 6-3.600 8.500 M12 3.500c-3 2.500-3.600 5.500-3.600 8.500s0.600 6 3.600 8.500"
}
