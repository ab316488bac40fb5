pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// An indicator in words: what each platform says, side by side. A touch opens the sources.
Item {
    id: root

    required property int index
    required property string label
    required property string sources
    required property Rows sides
    property real first: 0
    property real half: 0
    property real between: 0
    property real pad: 0
    property bool last: false
    property int size: Sizes.caption
    property int small: Sizes.sourceText
    readonly property real head: first > 0 ? 0 : Math.ceil(1.36 * Sizes.caption)
    property real spare: 0
    property real tallest: 0

    signal tapped

    function measure() {
        let tallest = 0;
        for (let at = 0; at < cells.count; at++)
            tallest = Math.max(tallest, cells.itemAt(at)?.implicitHeight ?? 0);
        root.tallest = tallest;
    }

    Accessible.name: label
    Accessible.role: Accessible.Button
    implicitHeight: Math.max(Sizes.touch, head + tallest + 1.5 * Sizes.grid)
    objectName: "compare.words." + index

    Accessible.onPressAction: root.tapped()

    Rectangle {
        anchors.fill: parent
        color: Theme.pressed
        visible: tap.pressed
    }

    Words {
        id: name

        font.weight: Font.Medium
        height: root.head || root.height
        size: Sizes.caption
        text: root.label
        verticalAlignment: Text.AlignVCenter
        width: root.first > 0 ? root.first - Sizes.gap : root.width - 2 * root.pad
        x: root.pad
        y: root.first > 0 ? 0 : Sizes.grid / 2 + root.spare / 2
    }

    Repeater {
        id: cells

        model: root.sides

        Item {
            id: cell

            required property int index
            required property string value
            required property string period
            required property string note
            required property color colour
            readonly property bool known: value !== ""
            readonly property string more: [period, note].filter(part => part !== "").join(" · ")

            height: root.height - root.head
            implicitHeight: known ? lines.implicitHeight : Sizes.lines(root.size, 1)
            width: root.half
            x: root.pad + root.first + index * (root.half + root.between)
            y: root.head + (root.head > 0 ? root.spare / 2 : 0)

            onImplicitHeightChanged: root.measure()

            SideMark {
                id: mark

                colour: cell.colour
                height: Math.round(34 * Sizes.unit)
                row: cell.index
                visible: root.head > 0
                y: said.y + Math.round((Math.ceil(root.size * Sizes.fontLine) - height) / 2)
            }

            Item {
                id: said

                height: cell.implicitHeight
                width: parent.width - x
                x: root.head > 0 ? mark.width + Sizes.gap / 2 : 0
                y: root.head > 0 ? 0 : Math.round((parent.height - height) / 2)

                Column {
                    id: lines

                    visible: cell.known
                    width: parent.width

                    Words {
                        color: Theme.text
                        font.weight: Font.Medium
                        fontSizeMode: Text.FixedSize
                        size: root.size
                        text: cell.value
                        width: parent.width
                    }

                    Words {
                        color: Theme.textFaint
                        fontSizeMode: Text.FixedSize
                        size: root.small
                        text: cell.more
                        visible: text !== ""
                        width: parent.width
                    }
                }

                Label {
                    id: unknown

                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.textFaint
                    size: root.small
                    text: Texts.noWords
                    visible: !cell.known
                }

                Gap {
                    anchors.left: unknown.right
                    anchors.leftMargin: Sizes.gap / 2
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !cell.known
                }
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.surfaceLine
        height: Sizes.line / 2
        visible: !root.last
        width: parent.width - 2 * root.pad
        x: root.pad
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped()
    }
}
