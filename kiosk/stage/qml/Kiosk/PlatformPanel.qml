pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Platforms to choose one from, before everything else. A touch beside them closes it.
Rectangle {
    id: root

    required property Rows choices

    signal chosen(platform: string)
    signal closed

    color: Theme.shade
    objectName: "panel"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.closed()
    }

    DragHandler {
        target: null
    }

    Rectangle {
        id: panel

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.gap
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.surfaceLine
        border.width: Sizes.line / 2
        color: Theme.panel
        height: Math.min(root.height - 2 * Sizes.gap, close.height + grid.height + 3.5 * Sizes.gap)
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 2 * Sizes.gap, 1728 * Sizes.unit)

        // What is touched on the panel is not beside it.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Label {
            anchors.verticalCenter: close.verticalCenter
            color: Theme.text
            font.weight: Font.Bold
            size: Sizes.subtitle
            text: Texts.choose
            width: close.x - x - Sizes.gap
            x: 1.5 * Sizes.gap
        }

        RoundButton {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: 1.5 * Sizes.gap
            icon: Icons.close
            label: Texts.close
            objectName: "panel.close"
            y: Sizes.gap

            onTapped: root.closed()
        }

        ScrollMark {
            flick: view
        }

        Flickable {
            id: view

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 1.5 * Sizes.gap
            anchors.top: close.bottom
            anchors.topMargin: Sizes.gap
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            contentHeight: grid.height
            contentWidth: width
            interactive: contentHeight > height + 1
            width: panel.width - 2 * x
            x: 1.5 * Sizes.gap

            Grid {
                id: grid

                readonly property int across: Sizes.portrait ? 2 : 4
                readonly property real cellWidth: Math.floor((view.width - (across - 1) * Sizes.gap) / across)

                columns: across
                spacing: Sizes.gap

                Repeater {
                    model: root.choices

                    Card {
                        id: card

                        required property string platform
                        required property string short
                        required property string digit
                        required property color colour

                        height: Sizes.touch
                        objectName: "panel." + platform
                        spoken: card.short
                        width: grid.cellWidth

                        onTapped: root.chosen(card.platform)

                        Rectangle {
                            id: digit

                            anchors.verticalCenter: parent.verticalCenter
                            color: card.colour
                            height: Math.round(52 * Sizes.unit)
                            radius: height / 4
                            width: height
                            x: 0.75 * Sizes.gap

                            Label {
                                anchors.centerIn: parent
                                color: Theme.onAccent
                                font.weight: Font.Bold
                                size: Math.round(32 * Sizes.unit)
                                text: card.digit
                            }
                        }

                        Words {
                            anchors.left: digit.right
                            anchors.leftMargin: 0.75 * Sizes.gap
                            color: Theme.text
                            font.weight: Font.Medium
                            height: parent.height
                            size: Math.round(28 * Sizes.unit)
                            text: card.short
                            verticalAlignment: Text.AlignVCenter
                            width: parent.width - x - Sizes.gap / 2
                        }
                    }
                }
            }
        }
    }
}
