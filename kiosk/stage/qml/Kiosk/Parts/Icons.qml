pragma Singleton

import QtQuick

// The booth's own signs, drawn as strokes in a square of 24 by 24 (see Icon): one family, one weight.
QtObject {
    readonly property string check: "M5 12.5l4.5 4.5L19 7.5"
    readonly property string close: "M6 6L18 18 M18 6L6 18"
    readonly property string home: "M5 5h5v5H5z M14 5h5v5h-5z M5 14h5v5H5z M14 14h5v5h-5z"
    readonly property string larger: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5 M19.5 12v5"
    readonly property string smaller: "M4 18L9.5 5L15 18 M6 13.5h7 M17 14.5h5"
    readonly property string lead: "M5 12h13 M12.5 6l6 6l-6 6"
    readonly property string next: "M9.5 5L16.5 12L9.5 19"
    readonly property string previous: "M14.5 5L7.5 12L14.5 19"

    readonly property string swap: "M4 8.5h14.5 M14.5 4.5l4 4l-4 4 M20 15.5H5.5 M9.5 11.5l-4 4l4 4"
    readonly property string swapDown: "M8.5 4v14.5 M4.5 14.5l4 4l4-4 M15.5 20V5.5 M11.5 9.5l4-4l4 4"

    // What the hub offers besides the platforms, by the navigator's names.
    readonly property string map: "M12 21C7.5 15.5 5.5 12.5 5.5 9.5a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11.5z M12 7.2a2.3 2.3 0 1 0 0.01 0z"

    readonly property string adviser: "M12 3a9 9 0 1 0 0.01 0z M15.8 8.2l-2.3 5.3l-5.3 2.3l2.3-5.3z"
    readonly property string compare: "M3 20h18 M6 20v-9h4v9 M14 20V5h4v15"

    function way(name: string): string {
        return ({
                "adviser": adviser,
                "compare": compare,
                "map": map
            })[name] ?? "";
    }
}
