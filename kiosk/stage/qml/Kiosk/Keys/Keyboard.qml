pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The keyboard on the screen. Whoever shows it imports kiosk.stage.keyboard before, puts it at the lower edge over all
// else, as wide as the screen, and keeps its `implicitHeight` free of the field. It writes into `field`, an Entry; it is
// folded away without one. Escape, and nothing else of a hardware keyboard, is the field's owner's to hear
// (Keys.onEscapePressed); `next` and `done` are what the keys of these names ask for.
Item {
    id: root

    property TextInput field: null
    property string language: "en"
    property string kind: "text" // or "name", "email", "phone"
    property bool last: false // whether no line comes after this one: there is no key "Next" then
    property real unit: Sizes.unit
    readonly property real pitch: Math.min((width - 2 * side) / 10, 152 * unit) // from a key to the one beside it
    readonly property real row: 102 * unit
    readonly property real side: 12 * unit
    readonly property real between: 10 * unit
    readonly property real glyph: 42 * unit

    signal next
    signal done

    Accessible.name: keys.title
    Accessible.role: Accessible.Pane
    enabled: field !== null
    implicitHeight: 5 * row + 2 * side
    objectName: "keyboard"
    visible: field !== null

    Rectangle {
        anchors.fill: parent
        color: Theme.panel

        Rectangle {
            color: Theme.surfaceLine
            height: Math.max(1, 2 * root.unit)
            width: parent.width
        }
    }

    // What is being composed, over the words that it may stand for.
    Text {
        color: Theme.textSoft
        elide: Text.ElideLeft
        font.family: Sizes.family
        font.pixelSize: Math.round(26 * root.unit)
        objectName: "keyboard.line"
        text: keys.line
        textFormat: Text.PlainText
        visible: text !== ""
        width: board.width - 4 * root.between
        x: board.x + 2 * root.between
        y: root.side
    }

    KeyBoard {
        id: keys

        anchors.fill: parent
        area: Qt.rect(board.x, board.y, board.width, board.height)
        field: root.field
        glyph: root.glyph / root.pitch
        kind: root.kind
        language: root.language
        last: root.last
        objectName: "keys"

        onDone: root.done()
        onNext: root.next()
    }

    Connections {
        function onCursorPositionChanged() {
            keys.suit();
        }

        target: root.field
    }

    Item {
        id: board

        height: 5 * root.row
        width: 10 * root.pitch
        x: Math.round((root.width - width) / 2)
        y: root.side

        Repeater {
            model: keys.keys

            Item {
                id: place

                required property string name
                required property string label
                required property string does
                required property string spoken
                required property bool on
                required property bool stays
                required property real down
                required property real across
                required property real wide
                required property real high

                Accessible.name: spoken
                Accessible.role: Accessible.Button
                height: high * root.row
                objectName: "key." + name
                width: wide * root.pitch
                x: across * root.pitch
                y: down * root.row

                Accessible.onPressAction: keys.press(name)

                KeyFace {
                    anchors.fill: parent
                    anchors.margins: root.between / 2
                    does: place.does
                    label: place.label
                    on: place.on
                    stays: place.stays
                    unit: root.unit
                }
            }
        }

        // The keys that are pressed; what one writes stands above the finger too.
        Repeater {
            model: keys.pressed

            Item {
                id: held

                required property string label
                required property string does
                required property real down
                required property real across
                required property real wide
                required property real high

                height: high * root.row
                width: wide * root.pitch
                x: across * root.pitch
                y: down * root.row
                z: 1

                Rectangle {
                    anchors.fill: parent
                    anchors.margins: root.between / 2
                    color: Theme.accent
                    opacity: 0.35
                    radius: Math.min(Theme.radius, 16) * root.unit
                }

                KeyFace {
                    anchors.horizontalCenter: parent.horizontalCenter
                    border.color: Theme.accent
                    border.width: Math.max(1, 2 * root.unit)
                    color: Theme.panel
                    does: held.does
                    height: root.row
                    label: held.label
                    on: false
                    unit: 1.2 * root.unit
                    visible: held.does === "write" && offers.count === 0
                    width: Math.min(held.width, 1.2 * root.pitch)
                    y: -height
                }
            }
        }

        Repeater {
            id: offers

            model: keys.offered

            Item {
                id: offered

                required property string label
                required property real down
                required property real across
                required property bool picked

                height: root.row
                objectName: "offered." + label
                width: root.pitch
                x: across * root.pitch
                y: down * root.row
                z: 2

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.accent
                    border.width: Math.max(1, 2 * root.unit)
                    color: offered.picked ? Theme.accent : Theme.panel

                    Text {
                        anchors.centerIn: parent
                        color: offered.picked ? Theme.onAccent : Theme.text
                        font.family: Sizes.family
                        font.pixelSize: Math.round((offered.label.length > 2 ? 30 : 46) * root.unit)
                        text: offered.label
                        textFormat: Text.PlainText
                    }
                }
            }
        }
    }
}
