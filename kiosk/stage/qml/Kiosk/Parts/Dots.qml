pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Where one is in a platform: a dot for each slide. Each is a target of its own where there is room for fingers;
// otherwise they only show the way, and the arrows lead it.
Row {
    id: root

    required property int count
    required property int current
    required property color colour
    required property real room

    readonly property bool roomy: count * Sizes.touch <= room
    readonly property real step: roomy ? Sizes.touch : Math.min(44 * Sizes.unit, room / Math.max(1, count + 1))

    signal chosen(int index)

    Accessible.name: Texts.slide.replace("{number}", current + 1).replace("{all}", count)
    Accessible.role: Accessible.Indicator

    Repeater {
        model: root.count

        Item {
            id: dot

            required property int index
            readonly property bool here: index === root.current

            Accessible.focusable: root.roomy
            Accessible.ignored: !root.roomy
            Accessible.name: Texts.slide.replace("{number}", index + 1).replace("{all}", root.count)
            Accessible.role: Accessible.Button
            height: Sizes.touch
            objectName: "dot." + index
            width: root.roomy || !here ? root.step : 2 * root.step

            Accessible.onPressAction: root.chosen(dot.index)

            Rectangle {
                anchors.centerIn: parent
                color: dot.here ? root.colour : Theme.textFaint
                height: Math.round(16 * Sizes.unit)
                opacity: dot.here || Theme.highContrast ? 1 : 0.55
                radius: height / 2
                width: Math.round(dot.here ? Math.min(64 * Sizes.unit, 1.6 * root.step) : height)
            }

            TapHandler {
                enabled: root.roomy
                gesturePolicy: TapHandler.ReleaseWithinBounds

                onTapped: root.chosen(dot.index)
            }
        }
    }
}
