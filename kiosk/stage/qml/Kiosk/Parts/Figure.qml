pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A big number that counts up once, its unit, and what it says. A touch opens its source.
Item {
    id: root

    required property Stage stage
    required property string sign
    required property string number
    required property string unit
    required property list<string> counting
    required property string label
    required property string period
    required property string note
    required property string source
    property bool current: false
    property bool shown: false
    property color colour: Theme.accent
    property int size: Sizes.figure
    property int counted: counting.length - 1

    implicitHeight: lines.height

    onCurrentChanged: root.count()
    Component.onCompleted: root.count()

    function count() {
        if (root.current && !root.shown) {
            root.shown = true;
            counter.start();
        }
    }

    NumberAnimation {
        id: counter

        duration: Theme.reveal
        easing.type: Easing.OutCubic
        from: 0
        property: "counted"
        target: root
        to: root.counting.length - 1
    }

    Column {
        id: lines

        width: root.width

        Item {
            height: Math.round(number.height * 0.86)
            width: parent.width

            Item {
                id: whole

                anchors.bottom: parent.bottom
                height: number.height
                scale: Math.min(1, root.width / Math.max(1, width))
                transformOrigin: Item.BottomLeft
                width: unit.x + unit.implicitWidth

                Label {
                    id: sign

                    anchors.baseline: number.baseline
                    color: root.colour
                    fontSizeMode: Text.FixedSize
                    size: Math.round(root.size * 0.6)
                    text: root.sign
                }

                Label {
                    id: number

                    color: root.colour
                    font.weight: Font.Bold
                    fontSizeMode: Text.FixedSize
                    opacity: 0
                    size: root.size
                    text: root.number
                    x: sign.text ? sign.implicitWidth + Sizes.grid : 0
                }

                Label {
                    anchors.baseline: number.baseline
                    anchors.left: number.left
                    color: root.colour
                    font.weight: Font.Bold
                    fontSizeMode: Text.FixedSize
                    size: root.size
                    text: root.counting[root.counted] ?? root.number
                }

                Label {
                    id: unit

                    anchors.baseline: number.baseline
                    color: Theme.text
                    fontSizeMode: Text.FixedSize
                    size: Math.round(root.size * 0.27)
                    text: root.unit
                    x: number.x + number.implicitWidth + Math.round(14 * Sizes.unit)
                }
            }
        }

        Words {
            color: Theme.textSoft
            fontSizeMode: Text.FixedSize
            text: root.label
            width: parent.width
        }

        Words {
            color: Theme.textFaint
            fontSizeMode: Text.FixedSize
            size: Sizes.caption
            text: [root.period, root.note].filter(part => part !== "").join(" · ")
            visible: text !== ""
            width: parent.width
        }
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.stage.openSources(root.source)
    }
}
