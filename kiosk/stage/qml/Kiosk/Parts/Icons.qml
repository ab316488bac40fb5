pragma Singleton

import QtQuick

// The booth's own signs, drawn as strokes in a square of 24 by 24 (see Icon): one family, one weight.
QtObject {
    readonly property string check: "M5 12.5l4.5 4.5L19 7.5"
    readonly property string close: "M6 6L18 18 M18 6L6 18"
    readonly property string finger: "M9 13V6.2a1.7 1.7 0 0 1 3.4 0V11l4.4 0.9c1.3 0.3 2 1.2 1.9 2.5l-0.5 3.6c-0.3 1.9-1.6 3-3.5 3h-2.2c-1.4 0-2.5-0.6-3.3-1.7L6 14.6c-0.9-1.4 0.8-2.8 2-1.7z M6.8 8.2a4.3 4.3 0 1 1 7.8 0"
    readonly property string home: "M5 5h5v5H5z M14 5h5v5h-5z M5 14h5v5H5z M14 14h5v5h-5z"
    readonly property string larger: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5 M19.5 12v5"
    readonly property string smaller: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5"
    readonly property string contrast: "M12 3.5a8.5 8.5 0 1 0 0.01 0z M12 3.5v17 M14.6 5v14 M17.2 6.8v10.4"
    readonly property string motion: "M12 3.5a8.5 8.5 0 1 0 0.01 0z M9.7 9v6 M14.3 9v6"
    readonly property string reach: "M10 3.2a1 1 0 1 0 0.01 0z M10 8v6h6l2.5 5.5 M10 10.8h4.5 M7 11.8a5 5 0 1 0 7 6.7"
    readonly property string lead: "M5 12h13 M12.5 6l6 6l-6 6"
    readonly property string note: "M12 4.5v9.5 M12 18.5v0.6"
    readonly property string next: "M9.5 5L16.5 12L9.5 19"
    readonly property string previous: "M14.5 5L7.5 12L14.5 19"

    readonly property string swap: "M4 8.5h14.5 M14.5 4.5l4 4l-4 4 M20 15.5H5.5 M9.5 11.5l-4 4l4 4"
    readonly property string swapDown: "M8.5 4v14.5 M4.5 14.5l4 4l4-4 M15.5 20V5.5 M11.5 9.5l4-4l4 4"

    // What the hub offers besides the platforms, by the navigator's names.
    readonly property string map: "M12 21C7.5 15.5 5.5 12.5 5.5 9.5a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11.5z M12 7.2a2.3 2.3 0 1 0 0.01 0z"
    readonly property string takeHome: "M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3z M12 6.5v7 M9.3 11l2.7 2.7l2.7-2.7 M10.5 17.5h3"

    readonly property string adviser: "M12 3a9 9 0 1 0 0.01 0z M15.8 8.2l-2.3 5.3l-5.3 2.3l2.3-5.3z"
    readonly property string compare: "M4.5 5h6v14h-6z M13.5 5h6v14h-6z M4.5 11.5h6 M13.5 15h6"

    readonly property string contact: "M3.5 5.5h17v13h-17z M8.8 8.7a1.7 1.7 0 1 0 0.01 0z M5.8 15.6c0.3-1.9 1.4-2.8 3-2.8s2.7 0.9 3 2.8 M14.8 10h3.2 M14.8 14h3.2"

    readonly property string erase: "M9 5.5h10.5v13H9L3 12z M11.5 9.5l5 5 M16.5 9.5l-5 5"
    readonly property string shift: "M12 4L4.5 12H8.5v7h7v-7h4z"
    readonly property string shiftStays: "M12 3L4.5 11H8.5v5h7v-5h4z M8.5 20h7"
    readonly property string cursorLeft: "M19 12H5.5 M11 6l-6 6l6 6"
    readonly property string cursorRight: "M5 12h13.5 M13 6l6 6l-6 6"
    readonly property string minus: "M5.5 12h13"
    readonly property string plus: "M5.5 12h13 M12 5.5v13"

    // What the operator's panel does, by its names in Python.
    function desk(name: string): string {
        return ({
                "cleaning": "M4 20h9 M14.5 4.5l5 5l-7 7l-5-5z M7.5 11.5l-3 3l3.5 3.5h2.5l2-1.5",
                "decks": "M4 7.5h6l1.5 2H20v9.5H4z M7 7.5V5h6l1.5 2H17v2.5",
                "end_show": "M3.5 5h17v11h-17z M12 16v4.5 M8 20.5h8 M9.5 8.2l5 4.6 M14.5 8.2l-5 4.6",
                "export": "M12 15V4 M8 8l4-4l4 4 M5 13v6.5h14V13",
                "import": "M12 4v11 M8 11l4 4l4-4 M5 13v6.5h14V13",
                "present": "M3.5 5h17v11h-17z M12 16v4.5 M8 20.5h8 M10.3 7.8v5.4l4.4-2.7z",
                "quit": "M12 3.5v8 M7.2 6.8a7.5 7.5 0 1 0 9.6 0",
                "ready": "M4.5 6l1.8 1.8L9.5 4.5 M13 6h7 M4.5 12.5l1.8 1.8l3.2-3.3 M13 12.5h7 M4.5 19l1.8 1.8l3.2-3.3 M13 19h7",
                "reload": "M19 12a7 7 0 1 1-2.2-5.1 M17.5 3v4.2h-4.2",
                "restart": "M5 5.5v13 M9.5 5.5L19 12l-9.5 6.5z",
                "visits": "M4.5 20V4 M4.5 20h15.5 M9 20v-6 M13.5 20V8 M18 20v-9",
                "test": "M4 4h16v16H4z M4 12h16 M12 4v16 M15 15.5h2"
            })[name] ?? "";
    }

    function way(name: string): string {
        return ({
                "adviser": adviser,
                "compare": compare,
                "lead": contact,
                "map": map,
                "take_home": takeHome
            })[name] ?? "";
    }
}
