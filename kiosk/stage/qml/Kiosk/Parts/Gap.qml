pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A dashed line where something is not known.
Row {
    id: root

    readonly property real dash: Math.round(14 * Sizes.unit)

    height: Sizes.line
    spacing: dash

    Repeater {
        model: Math.max(0, Math.floor((root.width + root.dash) / (2 * root.dash)))

        Rectangle {
            color: Theme.textFaint
            height: root.height
            width: root.dash
        }
    }
}
