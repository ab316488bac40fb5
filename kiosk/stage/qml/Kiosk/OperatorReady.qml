pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The opening check: what a person's hands find out, on the whole screen; then one card, green or red.
Rectangle {
    id: root

    required property Stage stage
    readonly property bool touches: desk.page === "corners" || desk.page === "fingers"
    readonly property real reach: Math.round(1.5 * Sizes.touch)
    property int fingers: 0

    color: Theme.skyBottom
    objectName: "ready"

    component Finger: TouchPoint {
        onPressedChanged: {
            root.fingers += pressed ? 1 : -1;
            if (pressed)
                desk.feel(x, y, root.width, root.height, root.reach, root.fingers);
        }
    }

    OpeningCheck {
        id: desk

        objectName: "openingCheck"
        stage: root.stage
    }

    Repeater {
        model: 4

        Rectangle {
            id: mark

            required property int index
            readonly property bool felt: (desk.corners & (1 << index)) !== 0

            border.color: Theme.accent
            border.width: 2 * Sizes.line
            color: felt ? Theme.accent : "transparent"
            height: root.reach
            objectName: "ready.corner." + index
            visible: desk.page === "corners"
            width: root.reach
            x: index % 2 ? root.width - width : 0
            y: index > 1 ? root.height - height : 0

            Icon {
                anchors.centerIn: parent
                color: mark.felt ? Theme.onAccent : Theme.accent
                height: width
                path: mark.felt ? Icons.check : Icons.finger
                width: Math.round(Sizes.touch / 2)
            }
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        enabled: root.touches
        maximumTouchPoints: 5
        objectName: "ready.area"
        touchPoints: [
            Finger {},
            Finger {},
            Finger {},
            Finger {},
            Finger {}
        ]
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: column.height + 3 * Sizes.gap
        radius: Theme.radius * Sizes.unit
        visible: root.touches
        width: Math.min(root.width - 2 * Sizes.gap, Math.round(820 * Sizes.unit))

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Sizes.gap
            width: parent.width - 4 * Sizes.gap

            Words {
                color: Theme.text
                font.weight: Font.Bold
                fontSizeMode: Text.FixedSize
                horizontalAlignment: Text.AlignHCenter
                objectName: "ready.how"
                size: Math.round(40 * Sizes.unit)
                text: desk.how
                width: parent.width
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Sizes.gap

                RoundButton {
                    label: desk.skipName
                    objectName: "ready.skip"
                    width: Math.max(implicitWidth, Math.round(240 * Sizes.unit))

                    onTapped: desk.skip()
                }

                RoundButton {
                    label: desk.cancelName
                    objectName: "ready.cancel"
                    width: Math.max(implicitWidth, Math.round(240 * Sizes.unit))

                    onTapped: desk.leave()
                }
            }
        }
    }

    OperatorPage {
        anchors.fill: parent
        closeName: desk.cancelName
        name: "ready.page"
        title: desk.title
        visible: desk.page === "work" || desk.page === "card"

        onClosed: desk.leave()

        Label {
            color: Theme.text
            objectName: "ready.step"
            size: Math.round(32 * Sizes.unit)
            text: desk.step
            visible: desk.page === "work"
            width: parent.width
        }

        Rectangle {
            color: Theme.track
            height: 2 * Sizes.grid
            radius: height / 2
            visible: desk.page === "work"
            width: Math.min(parent.width, Math.round(960 * Sizes.unit))
            y: Math.round(72 * Sizes.unit)

            Rectangle {
                color: Theme.accent
                height: parent.height
                radius: parent.radius
                width: Math.max(height, Math.round(parent.width * desk.share))
            }
        }

        Rectangle {
            id: answer

            color: desk.good ? Theme.good : Theme.bad
            height: Math.round(120 * Sizes.unit)
            radius: Theme.radius * Sizes.unit
            visible: desk.page === "card"
            width: parent.width

            Icon {
                id: sign

                color: Theme.onAccent
                height: width
                path: desk.good ? Icons.check : Icons.close
                width: Math.round(64 * Sizes.unit)
                x: Math.round(1.5 * Sizes.gap)
                y: Math.round((answer.height - height) / 2)
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.onAccent
                font.weight: Font.Bold
                objectName: "ready.answer"
                size: Sizes.heading
                text: desk.answer
                width: parent.width - x - Sizes.gap
                x: sign.x + sign.width + Sizes.gap
            }
        }

        ScrollMark {
            flick: list
        }

        ListView {
            id: list

            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0 // nothing is half made when the list goes
            clip: true
            height: Math.max(0, parent ? parent.height - y : 0)
            model: desk.found
            visible: desk.page === "card"
            width: parent.width
            y: Math.round(answer.height + Sizes.gap)

            delegate: Item {
                id: found

                required property string name
                required property string state // qmllint disable
                required property string said
                required property string do_

                height: Math.round(words.height + Sizes.gap)
                width: list.width

                Icon {
                    color: found.state === "good" ? Theme.good : found.state === "bad" ? Theme.bad : Theme.accent
                    height: width
                    path: found.state === "good" ? Icons.check : found.state === "bad" ? Icons.close : Icons.note
                    width: Math.round(40 * Sizes.unit)
                    x: Sizes.grid
                    y: words.y
                }

                Label {
                    color: Theme.text
                    font.weight: Font.Medium
                    size: Math.round(28 * Sizes.unit)
                    text: found.name
                    width: Math.round(300 * Sizes.unit)
                    x: Math.round(72 * Sizes.unit)
                    y: words.y
                }

                Column {
                    id: words

                    width: parent.width - x
                    x: Math.round(392 * Sizes.unit)
                    y: Math.round(Sizes.gap / 2)

                    Words {
                        elide: Text.ElideRight
                        fontSizeMode: Text.FixedSize
                        maximumLineCount: 6
                        size: Math.round(26 * Sizes.unit)
                        text: found.said
                        width: parent.width
                    }

                    Words {
                        color: Theme.text
                        font.weight: Font.Medium
                        fontSizeMode: Text.FixedSize
                        size: Math.round(26 * Sizes.unit)
                        text: found.do_
                        visible: text !== ""
                        width: parent.width
                    }
                }
            }
        }
    }
}
