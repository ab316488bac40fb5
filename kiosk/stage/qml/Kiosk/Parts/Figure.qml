pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A big number that counts up once, its unit beside or beneath it, and what it says.
Item {
    id: root

    required property string sign
    required property string number
    required property string unit
    required property list<string> counting
    required property string label
    required property string period
    required property string note
    property bool current: false
    property bool shown: false
    property color colour: Theme.accent
    property color soft: Theme.textSoft
    property color faint: Theme.textFaint
    property int size: Sizes.figure
    property int counted: counting.length - 1
    // The unit stands beneath its number, as it must where there is no room beside it.
    property bool stacked: false

    readonly property real beside: Math.round(14 * Sizes.unit)
    // How wide the number is, as a part of its size: with its unit beside it, and without.
    readonly property real wide: narrow + (beside + unitMetrics.advanceWidth) / Sizes.figure
    readonly property real narrow: (numberMetrics.advanceWidth + (root.sign ? signMetrics.advanceWidth + Sizes.grid : 0)) / Sizes.figure
    // How high the words under the number are.
    readonly property real below: words.height
    readonly property int fitting: Math.max(1, Math.floor(Math.min(size, width / (stacked ? narrow : wide))))

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

    TextMetrics {
        id: signMetrics

        font.family: Sizes.family
        font.pixelSize: Math.round(Sizes.figure * 0.6)
        text: root.sign
    }

    TextMetrics {
        id: numberMetrics

        font.family: Sizes.family
        font.pixelSize: Sizes.figure
        font.weight: Font.Bold
        text: root.number
    }

    TextMetrics {
        id: unitMetrics

        font.family: Sizes.family
        font.pixelSize: Math.round(Sizes.figure * 0.27)
        text: root.unit
    }

    Column {
        id: lines

        width: root.width

        Item {
            height: Math.round(root.stacked ? unit.y + unit.height : number.y + number.height)
            width: parent.width

            Label {
                id: sign

                anchors.baseline: number.baseline
                color: root.colour
                fontSizeMode: Text.FixedSize
                size: Math.ceil(root.fitting * 0.6)
                text: root.sign
            }

            Label {
                id: number

                color: root.colour
                font.weight: Font.Bold
                fontSizeMode: Text.FixedSize
                opacity: 0
                size: root.fitting
                text: root.number
                x: sign.text ? sign.implicitWidth + Sizes.grid : 0
                y: Math.round(-0.2 * size)
            }

            Label {
                anchors.baseline: number.baseline
                anchors.left: number.left
                color: root.colour
                font.weight: Font.Bold
                fontSizeMode: Text.FixedSize
                size: number.size
                text: root.counting[root.counted] ?? root.number
            }

            Label {
                id: unit

                color: Theme.text
                fontSizeMode: root.stacked ? Text.HorizontalFit : Text.FixedSize
                size: root.stacked ? Sizes.subtitle : Math.max(Sizes.sourceText, Math.ceil(root.fitting * 0.27))
                text: root.unit
                width: root.stacked ? root.width : undefined
                x: root.stacked ? 0 : number.x + number.implicitWidth + root.beside
                y: Math.round(number.y + number.baselineOffset + (root.stacked ? 0.12 * number.size : -baselineOffset))
            }
        }

        Column {
            id: words

            width: parent.width

            Words {
                color: root.soft
                fontSizeMode: Text.FixedSize
                text: root.label
                width: parent.width
            }

            Words {
                color: root.faint
                fontSizeMode: Text.FixedSize
                size: Sizes.caption
                text: [root.period, root.note].filter(part => part !== "").join(" · ")
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
