pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One to four big numbers on cards, side by side or, on a tall screen, one under another; all have one size.
SlideFrame {
    id: root

    required property string slideId
    required property Rows figures
    property bool current: false

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? 1 : numbers.count === 4 ? 2 : Math.max(1, numbers.count)
        readonly property int down: Math.max(1, Math.ceil(numbers.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((parent.height - (down - 1) * Sizes.gap) / down, 520 * Sizes.unit)
        readonly property real pad: Math.round((numbers.count === 4 ? 1.4 : 2) * Sizes.gap)
        readonly property int size: Math.round(Math.max(Sizes.minimum, Math.min([240, 230, 200, 160][numbers.count - 1] * Sizes.unit, cellHeight * 0.38)))
        property bool stacked: false
        property real fit: 1
        property real tallest: 0

        columns: across
        spacing: Sizes.gap

        // Units go beneath their numbers where one of them would make the numbers much smaller.
        function measure() {
            let beside = 1;
            let alone = 1;
            for (let at = 0; at < numbers.count; at++) {
                const card = numbers.itemAt(at) as FigureCard;
                if (card) {
                    beside = Math.min(beside, card.room / card.wide);
                    alone = Math.min(alone, card.room / card.narrow);
                }
            }
            grid.stacked = beside < 0.8 * alone;
            grid.fit = Math.max(0.1, grid.stacked ? alone : beside);
        }

        // The numbers stand on one line, wherever their words end.
        function align() {
            let tallest = 0;
            for (let at = 0; at < numbers.count; at++) {
                const card = numbers.itemAt(at) as FigureCard;
                tallest = Math.max(tallest, card ? card.tall : 0);
            }
            grid.tallest = tallest;
        }

        Repeater {
            id: numbers

            model: root.figures

            FigureCard {
                colour: index === 0 ? root.colour : Theme.text
                current: root.current
                fit: grid.fit
                height: grid.cellHeight
                pad: grid.pad
                size: grid.size
                stacked: grid.stacked
                stage: root.stage
                lead: Math.round((height - (Sizes.portrait ? tall : grid.tallest)) / 2)
                width: grid.cellWidth

                onNarrowChanged: grid.measure()
                onRoomChanged: grid.measure()
                onTallChanged: grid.align()
                onWideChanged: grid.measure()
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
        property real fit: 1
        property real pad: 0
        property real lead: 0
        property int size: Sizes.figure
        property color colour: Theme.text

        readonly property real room: width - 2 * pad
        readonly property real wide: figure.wide
        readonly property real narrow: figure.narrow
        readonly property real tall: figure.implicitHeight

        onTapped: card.stage.openSources(card.source)

        Figure {
            id: figure

            colour: card.colour
            counting: card.counting
            current: card.current
            fit: card.fit
            label: card.label
            note: card.note
            number: card.number
            period: card.period
            sign: card.sign
            size: card.size
            source: card.source
            stacked: card.stacked
            stage: card.stage
            touchable: false
            unit: card.unit
            width: card.room
            x: card.pad
            y: card.lead
        }
    }
}
