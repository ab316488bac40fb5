pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A short text, and points as cards; their words have one size, as large as the fullest card allows.
SlideFrame {
    id: root

    required property string slideId
    required property Rows points

    Component.onCompleted: grid.begin()

    Grid {
        id: grid

        readonly property int wanted: Sizes.portrait ? 1 : cards.count <= 3 ? cards.count : Math.ceil(cards.count / 2)
        readonly property int across: Math.max(1, Math.min(4, wanted))
        readonly property int down: Math.max(1, Math.ceil(cards.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((parent.height - (down - 1) * Sizes.gap) / down, (Sizes.portrait ? 360 : 480) * Sizes.unit)
        readonly property int largest: down > 1 ? Sizes.subtitle : Math.round(48 * Sizes.textScale)
        readonly property int nameSize: Math.round(Math.max(Sizes.minimum, Math.min(down > 1 ? Sizes.subtitle : 46 * Sizes.textScale, cellHeight * 0.19)))
        property int wordSize: Sizes.body
        property bool settled: false // all cards are there, and have their places

        columns: across
        spacing: Sizes.gap

        function begin() {
            settled = true;
            measure();
        }

        function measure() {
            if (!settled)
                return;
            let least = grid.largest;
            for (let at = 0; at < cards.count; at++)
                least = Math.min(least, (cards.itemAt(at) as PointCard)?.fitting ?? least);
            grid.wordSize = Math.max(Sizes.minimum, least);
        }

        Repeater {
            id: cards

            model: root.points

            PointCard {
                colour: root.colour
                height: grid.cellHeight
                largest: grid.largest
                nameSize: grid.nameSize
                revealed: index < root.shown
                settled: grid.settled
                width: grid.cellWidth
                wordSize: grid.wordSize

                onFittingChanged: grid?.measure()
            }
        }
    }

    component PointCard: Card {
        id: card

        required property int index
        required property string name
        required property string text
        property color colour: Theme.text
        property int largest: Sizes.subtitle
        property int nameSize: Sizes.subtitle
        property int wordSize: Sizes.body
        property bool settled: false

        readonly property int fitting: trial.fitted
        // Cards side by side begin on one line; one under another, or without words, they keep their middle.
        readonly property bool centred: Sizes.portrait || text === ""

        touchable: false

        Rectangle {
            color: card.colour
            height: parent.height - 2 * card.radius
            radius: width / 2
            width: Math.round(6 * Sizes.unit)
            y: card.radius
        }

        Words {
            id: name

            color: Theme.text
            font.weight: Font.Medium
            height: Math.min(parent.height - 2 * Sizes.gap, Sizes.lines(size, 2))
            settled: card.settled
            size: card.nameSize
            text: card.name
            width: parent.width - 2 * x
            x: Math.round(1.6 * Sizes.gap)
            y: Math.round(card.centred ? (parent.height - contentHeight - (card.text ? Sizes.grid + words.contentHeight : 0)) / 2 : Math.min(1.2 * Sizes.gap, height * 0.1))
        }

        Words {
            id: trial

            height: parent.height - 1.7 * Sizes.gap - Sizes.grid - name.contentHeight
            opacity: 0
            settled: card.settled
            size: card.largest
            text: card.text
            width: words.width
        }

        Words {
            id: words

            anchors.left: name.left
            height: trial.height
            settled: card.settled
            size: card.wordSize
            text: card.text
            width: name.width
            y: Math.round(name.y + name.contentHeight + Sizes.grid)
        }
    }
}
