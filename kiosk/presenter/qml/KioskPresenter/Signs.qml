pragma Singleton

import QtQuick

// The signs of what a presenter does, drawn as strokes in a square of 24 by 24, as the booth's own.
QtObject {
    readonly property string black: "M4 5h16v11H4z M9 20h6 M12 16v4 M7.5 8l9 5 M16.5 8l-9 5"
    readonly property string clear: "M4 6.5h16 M9 6.5V4h6v2.5 M6.5 6.5l1 13.5h9l1-13.5 M10.3 10.5v6 M13.7 10.5v6"
    readonly property string draw: "M4 20l1.2-4.6L16.4 4.2a1.6 1.6 0 0 1 2.3 0l1.1 1.1a1.6 1.6 0 0 1 0 2.3L8.6 18.8z M14.5 6.1l3.4 3.4"
    readonly property string end: "M12 3.5v8 M7.2 6.8a7.5 7.5 0 1 0 9.6 0"
    readonly property string erase: "M9.5 19.5L4 14l9.5-9.5L19 10l-9.5 9.5z M9 9.2l5.5 5.5 M9.5 19.5H20"
    readonly property string find: "M10.5 4a6.5 6.5 0 1 0 0.01 0z M15.3 15.3L20.5 20.5"
    readonly property string grid: "M4.5 5h6v5.5h-6z M13.5 5h6v5.5h-6z M4.5 13.5h6V19h-6z M13.5 13.5h6V19h-6z"
    readonly property string identify: "M4 5h16v11H4z M9 20h6 M12 16v4 M11 8.2l1.5-0.7v6"
    readonly property string larger: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5 M19.5 12v5"
    readonly property string next: "M9.5 5L16.5 12L9.5 19"
    readonly property string pause: "M9 5.5v13 M15 5.5v13"
    readonly property string phone: "M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3z M10.5 17.5h3"
    readonly property string pointer: "M12 9.5a2.5 2.5 0 1 0 0.01 0z M12 3v3 M12 18v3 M3 12h3 M18 12h3"
    readonly property string previous: "M14.5 5L7.5 12L14.5 19"
    readonly property string reset: "M5 12a7 7 0 1 0 2.2-5.1 M6.5 3v4.2h4.2"
    readonly property string save: "M12 4v11 M8 11l4 4l4-4 M5 13v6.5h14V13"
    readonly property string smaller: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5"
    readonly property string spot: "M12 5a7 7 0 1 0 0.01 0z M3 3h3 M3 3v3 M21 3h-3 M21 3v3 M3 21h3 M3 21v-3 M21 21h-3 M21 21v-3"
    readonly property string start: "M8 5.5L18.5 12L8 18.5z"
    readonly property string swap: "M4 8.5h14.5 M14.5 4.5l4 4l-4 4 M20 15.5H5.5 M9.5 11.5l-4 4l4 4"
    readonly property string undo: "M5 8.5h9.5a5.5 5.5 0 0 1 0 11H10 M8.5 4.5l-4 4l4 4"
    readonly property string white: "M4 5h16v11H4z M9 20h6 M12 16v4"
    readonly property string words: "M12 3.5a8.5 8.5 0 1 0 0.01 0z M3.7 12h16.6 M12 3.5c3 2.5 3.6 5.5 3.6 8.5s-0.6 6-3.6 8.5 M12 3.5c-3 2.5-3.6 5.5-3.6 8.5s0.6 6 3.6 8.5"
}
