pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Light that flows down the two rivers: short streaks that follow their courses, at a rate that a machine without a
// graphics card keeps too.
Item {
    id: root

    required property Stage stage
    readonly property bool moving: Theme.slide > 0 && visible && enabled
    property real flown: 0

    component River: Item {
        id: river

        required property string course
        required property color colour
        required property int streaks

        Repeater {
            model: river.streaks

            Rectangle {
                id: streak

                required property int index
                readonly property real lane: (index * 7 % 5 - 2) * 5 * Sizes.unit

                color: river.colour
                height: Math.round((3 + index % 3) * Sizes.unit)
                opacity: Math.min(1, 6 * way.progress, 6 * (1 - way.progress)) * (0.45 + 0.5 * (index % 2))
                radius: height / 2
                rotation: way.angle
                width: Math.round((40 + 14 * (index % 4)) * Sizes.unit)
                x: way.x - width / 2
                y: way.y - height / 2 + lane

                PathInterpolator {
                    id: way

                    progress: (root.flown * (1 + 0.12 * (streak.index % 3)) + streak.index / river.streaks) % 1

                    path: Path {
                        PathSvg {
                            path: river.course
                        }
                    }
                }
            }
        }
    }

    River {
        colour: Theme.riverOne
        course: root.stage.scenery.course("yangtze", root.width, root.height)
        streaks: 12
    }

    River {
        colour: Theme.riverTwo
        course: root.stage.scenery.course("jialing", root.width, root.height)
        streaks: 7
    }

    Timer {
        interval: 50
        repeat: true
        running: root.moving

        onTriggered: root.flown += 0.0014
    }
}
