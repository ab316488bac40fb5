pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// An indicator in numbers: two bars from one zero on one scale, each with its value. A touch opens the sources.
Item {
    id: root

    required property int index
    required property string label
    required property string sources
    required property real zero
    required property Rows sides
    property real first: 0
    property real pad: 0
    property int size: Sizes.caption
    property int small: Sizes.sourceText
    property real grown: 1
    property real spare: 0
    property bool last: false

    readonly property bool beside: first > 0
    readonly property real head: beside ? 0 : Math.ceil(1.36 * Sizes.caption)
    readonly property real badge: Math.round(34 * Sizes.unit)
    readonly property real column: width - 2 * pad - first - badge - Sizes.gap / 2
    // In landscape a bar stands between its value and what is said about it, in portrait beneath both.
    readonly property real valueWidth: Math.round(11.5 * size)
    readonly property real openEnd: Math.round(32 * Sizes.unit)
    readonly property real barLeft: beside ? valueWidth : 0
    readonly property real barWidth: Math.round((beside ? (column - valueWidth) * 0.52 : column) - openEnd)
    readonly property real barHeight: Math.round((beside ? 32 : 18) * Sizes.unit)
    readonly property real line: Math.ceil(size * Sizes.fontLine)
    property real needed: 0

    signal tapped

    function measure() {
        let needed = 0;
        for (let at = 0; at < entries.count; at++)
            needed += entries.itemAt(at)?.implicitHeight ?? 0;
        root.needed = needed;
    }

    Accessible.name: label
    Accessible.role: Accessible.Button
    implicitHeight: Math.max(Sizes.touch, head + needed + 1.5 * Sizes.grid)
    objectName: "compare.bars." + index

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
        width: root.beside ? root.first - Sizes.gap : root.width - 2 * root.pad
        x: root.pad
        y: root.beside ? 0 : Sizes.grid / 2
    }

    Repeater {
        id: entries

        model: root.sides

        Item {
            id: side

            required property int index
            required property string value
            required property string period
            required property string note
            required property real start
            required property real length
            required property bool open
            required property color colour
            readonly property bool known: value !== ""
            readonly property real words: Math.max(root.line, more.text ? more.implicitHeight : 0)
            readonly property real spare: root.spare / 2
            readonly property real lineHeight: root.beside ? height : words + spare / 2

            height: implicitHeight + spare
            implicitHeight: words + (root.beside ? 0 : root.barHeight)
            width: root.column
            x: root.pad + root.first + root.badge + Sizes.gap / 2
            y: root.head + 0.75 * Sizes.grid + (index ? root.height - root.head - 1.5 * Sizes.grid - height : 0)

            onImplicitHeightChanged: root.measure()

            SideMark {
                colour: side.colour
                height: root.badge
                row: side.index
                x: -width - Sizes.gap / 2
                y: Math.round((side.lineHeight - height) / 2)
            }

            Label {
                id: number

                color: side.known ? Theme.text : Theme.textFaint
                font.weight: side.known ? Font.Bold : Font.Normal
                height: side.lineHeight
                size: side.known ? root.size : root.small
                text: side.known ? side.value : Texts.noFigure
                verticalAlignment: Text.AlignVCenter
                width: root.valueWidth - Sizes.gap
            }

            Words {
                id: more

                fontSizeMode: Text.FixedSize
                size: root.small
                text: [side.period, side.note].filter(part => part !== "").join(" · ")
                width: side.width - x
                y: Math.round((side.lineHeight - height) / 2)
                x: root.beside ? root.barLeft + root.barWidth + root.openEnd + Sizes.gap / 2 : Math.min(root.valueWidth, number.contentWidth + Sizes.gap)
            }

            Item {
                id: track

                height: Math.round(Math.min(root.barHeight + side.spare / 2, 64 * Sizes.unit))
                width: root.barWidth
                x: root.barLeft
                y: Math.round(root.beside ? (side.height - height) / 2 : side.lineHeight)

                Gap {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: !side.known
                    width: parent.width
                }

                Rectangle {
                    id: bar

                    readonly property real wide: Math.max(2 * Sizes.line, side.length * track.width * root.grown)

                    border.color: side.colour
                    border.width: side.index ? 1.5 * Sizes.line : 0
                    bottomRightRadius: side.open ? 0 : topLeftRadius
                    color: side.index ? Qt.alpha(side.colour, 0.25) : side.colour
                    height: parent.height
                    objectName: "bar." + side.index
                    topLeftRadius: Math.min(width / 2, Sizes.grid / 2)
                    topRightRadius: side.open ? 0 : topLeftRadius
                    visible: side.known
                    width: wide
                    x: side.start < root.zero ? root.zero * track.width - wide : root.zero * track.width
                }

                // A lower bound has no end: the bar fades.
                Repeater {
                    model: side.open ? 5 : 0

                    Rectangle {
                        required property int index

                        color: side.colour
                        height: track.height
                        opacity: 0.6 * Math.pow(1 - (index + 0.5) / 5, 1.4)
                        width: root.openEnd / 5
                        x: bar.x + bar.width + index * width
                    }
                }
            }
        }
    }

    // Zero.
    Rectangle {
        color: Theme.textFaint
        height: root.height - root.head - Sizes.grid
        visible: root.beside || root.zero > 0
        width: Sizes.line
        x: root.pad + root.first + root.badge + Sizes.gap / 2 + root.barLeft + root.zero * root.barWidth - width
        y: root.head + Sizes.grid / 2
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
