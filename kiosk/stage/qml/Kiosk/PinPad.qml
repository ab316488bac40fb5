pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The pad for the operator's PIN, over whatever the visitor sees.
Rectangle {
    id: root

    required property Stage stage
    readonly property real key: Math.round(152 * Sizes.unit)
    readonly property real keyHeight: Math.round(104 * Sizes.unit)

    Accessible.name: pin.title
    Accessible.role: Accessible.Dialog
    color: Theme.shade
    objectName: "pad"

    Pin {
        id: pin

        stage: root.stage
    }

    component Key: Card {
        id: key

        property string sign
        property string word
        property bool strong: false
        property bool available: pin.open

        border.color: strong ? "transparent" : Theme.surfaceLine
        color: strong ? Theme.accent : Theme.surface
        height: root.keyHeight
        opacity: available ? 1 : 0.35
        spoken: word
        touchable: available
        width: root.key

        Label {
            anchors.centerIn: parent
            color: key.strong ? Theme.onAccent : Theme.text
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            size: Math.round((key.word.length > 1 ? 30 : 48) * Sizes.unit)
            text: key.word
            visible: key.sign === ""
            width: key.width - Sizes.gap
        }

        Icon {
            anchors.centerIn: parent
            color: Theme.text
            height: width
            path: key.sign
            visible: key.sign !== ""
            width: Math.round(48 * Sizes.unit)
        }
    }

    Rectangle {
        id: card

        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: column.height + 4 * Sizes.gap
        radius: Theme.radius * Sizes.unit
        width: 3 * root.key + 2 * Sizes.gap + 4 * Sizes.gap

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Sizes.gap
            width: parent.width - 4 * Sizes.gap

            Item {
                height: Sizes.touch
                width: parent.width

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text
                    font.weight: Font.Bold
                    size: Math.round(40 * Sizes.unit)
                    text: pin.title
                    width: parent.width - cancel.width - Sizes.gap
                }

                RoundButton {
                    id: cancel

                    anchors.right: parent.right
                    icon: Icons.close
                    label: pin.cancelName
                    objectName: "pad.cancel"

                    onTapped: pin.cancel()
                }
            }

            // As many marks as digits, or what became of the last ones.
            Item {
                height: Math.round(52 * Sizes.unit)
                width: parent.width

                Row {
                    anchors.centerIn: parent
                    objectName: "pad.marks"
                    spacing: Math.round((pin.count > 10 ? 10 : 18) * Sizes.unit)
                    visible: pin.said === ""

                    Repeater {
                        model: Math.max(6, pin.count)

                        Rectangle {
                            required property int index

                            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                            border.color: Theme.text
                            border.width: Sizes.line
                            color: index < pin.count ? Theme.text : "transparent"
                            height: width
                            radius: width / 2
                            width: Math.round((pin.count > 10 ? 16 : 22) * Sizes.unit)
                        }
                    }
                }

                Label {
                    anchors.centerIn: parent
                    color: Theme.text
                    font.weight: Font.Medium
                    horizontalAlignment: Text.AlignHCenter
                    objectName: "pad.said"
                    size: Math.round(32 * Sizes.unit)
                    text: pin.said
                    visible: text !== ""
                    width: parent.width
                }
            }

            Grid {
                columnSpacing: Sizes.gap
                columns: 3
                rowSpacing: Sizes.gap

                Repeater {
                    model: 9

                    Key {
                        required property int index

                        objectName: "pad." + word
                        word: (index + 1).toString()

                        onTapped: pin.press(word)
                    }
                }

                Key {
                    available: pin.open && pin.count > 0
                    objectName: "pad.erase"
                    sign: Icons.erase
                    spoken: pin.eraseName

                    onTapped: pin.erase()
                }

                Key {
                    objectName: "pad.0"
                    word: "0"

                    onTapped: pin.press(word)
                }

                Key {
                    available: pin.open && pin.count > 0
                    objectName: "pad.enter"
                    strong: true
                    word: pin.enterName

                    onTapped: pin.enter()
                }
            }
        }
    }
}
