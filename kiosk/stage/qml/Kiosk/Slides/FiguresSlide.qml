pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One to four big numbers on cards, side by side or, on a tall screen, one under another; all have one size.
SlideFrame {
    id: root

    required property string slideId
    required property Rows figures

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? 1 : numbers.count === 4 ? 2 : Math.max(1, numbers.count)
        readonly property int down: Math.max(1, Math.ceil(numbers.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((parent.height - (down - 1) * Sizes.gap) / down, 520 * Sizes.unit)
        readonly property real pad: Math.round((numbers.count === 4 ? 1.4 : 2) * Sizes.gap)
        readonly property real room: cellWidth - 2 * pad
        readonly property real most: Math.min([240, 230, 200, 160][numbers.count - 1] * Sizes.unit, cellHeight * 0.38)
        // So large the numbers may be with their units beside them, and with those beneath.
        readonly property real besideSize: Math.min(most, room / wide, (cellHeight - below - 1.5 * Sizes.gap) * 0.8)
        readonly property real stackedSize: Math.min(most, room / narrow, (cellHeight - below - Sizes.lines(Sizes.subtitle, 1) - 1.5 * Sizes.gap) * 0.92)
        readonly property bool stacked: besideSize < 0.8 * stackedSize
        readonly property int size: Math.max(2 * Sizes.minimum, Math.floor(stacked ? stackedSize : besideSize))
        property real wide: 1
        property real narrow: 1
        property real below: 0
        property real tallest: 0

        columns: across
        spacing: Sizes.gap

        // The widest number and the longest words decide for all: numbers have one size, and stand on one line.
        function measure() {
            let wide = 0.1;
            let narrow = 0.1;
            let below = 0;
            let tallest = 0;
            for (let at = 0; at < numbers.count; at++) {
                const card = numbers.itemAt(at) as FigureCard;
                if (card) {
                    wide = Math.max(wide, card.wide);
                    narrow = Math.max(narrow, card.narrow);
                    below = Math.max(below, card.below);
                    tallest = Math.max(tallest, card.tall);
                }
            }
            grid.wide = wide;
            grid.narrow = narrow;
            grid.below = below;
            grid.tallest = tallest;
        }

        Repeater {
            id: numbers

            model: root.figures

            // The grid may be gone: a list lets go of a slide at once, and of its cards a turn of the loop later.
            FigureCard {
                colour: index === 0 ? root.colour : Theme.text
                current: root.current && revealed
                height: grid.cellHeight
                pad: grid.pad
                revealed: index < root.shown
                size: grid.size
                stacked: grid.stacked
                stage: root.stage
                tallest: grid.tallest
                width: grid.cellWidth

                onBelowChanged: grid?.measure()
                onNarrowChanged: grid?.measure()
                onTallChanged: grid?.measure()
                onWideChanged: grid?.measure()
            }
        }
    }

    component FigureCard: Card {
        id: card

        required property Stage stage
        required property int index
        required property string sign
        required property string number
        required property string unit
        required property list<string> counting
        required property string label
        required property string period
        required property string note
        required property string source
        property bool current: false
        property bool stacked: false
        property real pad: 0
        property real tallest: 0
        property int size: Sizes.figure
        property color colour: Theme.text

        readonly property real wide: figure.wide
        readonly property real narrow: figure.narrow
        readonly property real tall: figure.implicitHeight
        readonly property real below: figure.below

        touchable: !card.stage.show.presenting
        spoken: [card.sign + card.number, card.unit, card.label, card.period, card.note].filter(part => part !== "").join(" ")

        onTapped: card.stage.openSources(card.source)

        Figure {
            id: figure

            colour: card.colour
            counting: card.counting
            current: card.current
            label: card.label
            note: card.note
            number: card.number
            period: card.period
            sign: card.sign
            size: card.size
            stacked: card.stacked
            unit: card.unit
            width: card.width - 2 * card.pad
            x: card.pad
            y: Math.round((card.height - (Sizes.portrait ? card.tall : card.tallest)) / 2)
        }
    }
}
