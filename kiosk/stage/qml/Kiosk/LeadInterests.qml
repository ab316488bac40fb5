pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A note, and below it, where the keyboard may cover them, the platforms that the visitor wants to hear of.
Item {
    id: root

    required property LeadCard card

    signal written(field: LeadField)

    implicitHeight: Math.ceil(list.y + grid.height)

    Column {
        id: notes

        width: parent.width

        Repeater {
            model: root.card.notes

            LeadField {
                id: note

                lines: Sizes.portrait || Sizes.textSize < 2 ? 2 : 1
                width: notes.width

                onTyped: text => root.card.enter(name, text)
                onDone: root.forceActiveFocus()
                onWritingChanged: root.written(note)
            }
        }
    }

    Words {
        id: title

        color: Theme.text
        font.weight: Font.Medium
        height: Sizes.lines(size, Sizes.portrait ? 2 : 1)
        size: Sizes.caption
        text: root.card.interestsTitle
        width: parent.width
        y: Math.round(notes.height > 0 ? notes.height + Sizes.gap : 0)
    }

    ScrollMark {
        flick: list
    }

    Flickable {
        id: list

        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: grid.height
        contentWidth: width
        height: parent.height - y
        interactive: contentHeight > height
        width: parent.width
        y: Math.round(title.y + title.contentHeight + Sizes.gap / 2)

        Grid {
            id: grid

            readonly property real cell: Math.floor((list.width - (columns - 1) * spacing) / columns)

            columns: Math.max(2, Math.floor(list.width / (270 * Sizes.unit)))
            spacing: Math.round(0.67 * Sizes.gap)

            Repeater {
                id: platforms

                model: root.card.platforms

                Rectangle {
                    id: chip

                    required property string platform
                    required property string short
                    required property color colour
                    required property bool on

                    Accessible.checkable: true
                    Accessible.checked: on
                    Accessible.name: short
                    Accessible.role: Accessible.CheckBox
                    border.color: on ? colour : Theme.textFaint
                    border.width: Sizes.line
                    color: tap.pressed ? Theme.pressed : on ? Theme.surface : "transparent"
                    height: Sizes.touch
                    objectName: "lead.interest." + platform
                    radius: height / 2
                    width: grid.cell

                    Accessible.onPressAction: root.card.toggle(chip.platform)

                    Rectangle {
                        id: dot

                        anchors.verticalCenter: parent.verticalCenter
                        border.color: chip.border.color
                        border.width: 1.5 * Sizes.line
                        color: chip.on ? chip.colour : "transparent"
                        height: width
                        radius: width / 2
                        width: Math.round(1.5 * Sizes.gap)
                        x: Sizes.gap

                        Icon {
                            anchors.centerIn: parent
                            color: Theme.onAccent
                            height: width
                            path: Icons.check
                            visible: chip.on
                            weight: 3
                            width: Math.round(parent.width * 0.8)
                        }
                    }

                    Words {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.text
                        elide: Text.ElideRight
                        height: Sizes.lines(Sizes.minimum, 2)
                        maximumLineCount: 2
                        size: Math.round(26 * Sizes.unit)
                        text: chip.short
                        verticalAlignment: Text.AlignVCenter
                        width: chip.width - x - Sizes.gap
                        x: Math.round(dot.x + dot.width + 0.6 * Sizes.gap)
                    }

                    TapHandler {
                        id: tap

                        gesturePolicy: TapHandler.ReleaseWithinBounds
                        margin: Sizes.gap / 4

                        onTapped: root.card.toggle(chip.platform)
                    }
                }
            }
        }
    }
}
