pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Moments in order: cards along a line from left to right, above it and below in turn; on a tall screen from top to
// bottom.
SlideFrame {
    id: root

    required property string slideId
    required property Rows events

    readonly property bool down: Sizes.portrait
    readonly property real step: down ? (course.height + Sizes.gap) / Math.max(1, moments.count) : (inner + Sizes.gap) / (moments.count + 1)

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

                readonly property bool revealed: index < root.shown
                readonly property bool above: !root.down && index % 2 === 0
                readonly property real middle: Math.round(course.height * 0.5)

                height: root.down ? root.step : course.height
                width: root.down ? course.width : 2 * root.step - Sizes.gap
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
                    x: root.down ? 0 : card.radius
                    y: root.down ? Math.round((card.height - height) / 2) : moment.middle - Math.round(height / 2)
                }

                Rectangle {
                    color: Theme.track
                    height: Math.abs(card.edge - dot.y - dot.height / 2) - dot.height / 2
                    visible: !root.down && moment.revealed
                    width: Sizes.line
                    x: dot.x + dot.width / 2
                    y: moment.above ? card.edge : dot.y + dot.height
                }

                Card {
                    id: card

                    readonly property real room: (root.down ? moment.height : moment.middle - 40 * Sizes.unit) - (root.down ? Sizes.gap : 0)
                    readonly property real edge: moment.above ? y + height : y

                    revealed: moment.revealed
                    spoken: moment.period + " " + moment.text
                    touchable: !root.stage.show.presenting
                    height: root.down ? room : Math.min(room, lines.height + 1.6 * Sizes.gap)
                    width: moment.width - x
                    x: root.down ? Math.round(72 * Sizes.unit) : 0
                    y: root.down ? 0 : moment.above ? moment.middle - 40 * Sizes.unit - height : moment.middle + 40 * Sizes.unit

                    onTapped: root.stage.openSources(moment.source)

                    Column {
                        id: lines

                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Sizes.grid / 2
                        width: parent.width - 2 * x
                        x: Math.round(1.2 * Sizes.gap)

                        Label {
                            id: period

                            color: root.colour
                            font.weight: Font.Bold
                            size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.subtitle, card.room * 0.28)))
                            text: moment.period
                            width: parent.width
                        }

                        Words {
                            height: Math.min(implicitHeight, card.room - period.height - Sizes.gap)
                            size: Sizes.body
                            text: moment.text
                            width: parent.width
                        }
                    }
                }
            }
        }
    }
}
