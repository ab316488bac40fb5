pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Moments in order: along a line from left to right, on a tall screen from top to bottom.
SlideFrame {
    id: root

    required property string slideId
    required property Rows events
    property bool current: false

    readonly property bool down: Sizes.portrait
    readonly property real step: (down ? course.height / Math.max(1, moments.count) : inner / (moments.count + 0.9))

    Item {
        id: course

        anchors.fill: parent

        Rectangle {
            color: Theme.track
            height: root.down ? parent.height : Sizes.line * 2
            radius: Sizes.line
            width: root.down ? Sizes.line * 2 : parent.width
            x: root.down ? Math.round(15 * Sizes.unit) : 0
            y: root.down ? 0 : Math.round(parent.height * 0.5)
        }

        Repeater {
            id: moments

            model: root.events

            Item {
                id: moment

                required property int index
                required property string period
                required property string text
                required property string source

                readonly property bool above: !root.down && index % 2 === 0
                readonly property real middle: Math.round(course.height * 0.5)

                height: root.down ? root.step : course.height
                width: root.down ? course.width : root.step * 1.9
                x: root.down ? 0 : Math.round(index * root.step)
                y: root.down ? Math.round(index * root.step) : 0

                Rectangle {
                    id: dot

                    border.color: root.colour
                    border.width: 3 * Sizes.line
                    color: Theme.skyBottom
                    height: width
                    radius: width / 2
                    width: Math.round(34 * Sizes.unit)
                    y: root.down ? Math.round(8 * Sizes.unit) : moment.middle - height / 2
                }

                Rectangle {
                    color: Theme.track
                    height: Math.round(44 * Sizes.unit)
                    visible: !root.down
                    width: Sizes.line
                    x: dot.width / 2
                    y: moment.above ? dot.y - height : dot.y + dot.height
                }

                Column {
                    readonly property real room: root.down ? moment.height : moment.middle - 80 * Sizes.unit

                    spacing: Sizes.grid / 2
                    width: moment.width - x - Sizes.gap / 2
                    x: root.down ? Math.round(72 * Sizes.unit) : 0
                    y: root.down ? 0 : moment.above ? dot.y - 52 * Sizes.unit - height : dot.y + dot.height + 52 * Sizes.unit

                    Label {
                        color: root.colour
                        font.weight: Font.Bold
                        size: Sizes.subtitle
                        text: moment.period
                        width: parent.width
                    }

                    Words {
                        height: Math.min(implicitHeight, parent.room - Sizes.subtitle * 1.4)
                        size: Sizes.label
                        text: moment.text
                        width: parent.width
                    }
                }

                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds

                    onTapped: root.stage.openSources(moment.source)
                }
            }
        }
    }
}
