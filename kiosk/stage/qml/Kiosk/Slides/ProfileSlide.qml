pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A platform at a glance, from its indicators: short ones large, those in words beneath their names. The cards share
// out the room: rows are full, however many there are.
SlideFrame {
    id: root

    required property string slideId
    required property Rows indicators
    required property string icon

    Component.onCompleted: field.begin()

    Item {
        id: field

        readonly property int down: Math.max(1, Sizes.portrait ? Math.ceil(facts.count / (facts.count > 5 ? 2 : 1)) : Math.ceil(facts.count / 4 + (facts.count === 4 ? 1 : 0)))
        readonly property int across: Math.max(1, Math.ceil(facts.count / down))
        readonly property int rest: facts.count - across * (down - 1)
        readonly property real cellHeight: Math.min((height - (down - 1) * Sizes.gap) / down, (Sizes.portrait ? 340 : 400) * Sizes.unit)
        property int shortSize: Math.round(64 * Sizes.unit)
        property int wordSize: Sizes.subtitle
        property list<int> footLines: []
        property bool settled: false // all cards are there, and have their places

        height: parent.height - (Sizes.lowReach && compare.visible ? compare.height + Sizes.gap : 0)
        width: parent.width

        function begin() {
            settled = true;
            measure();
        }

        // What fits on one line has one size on all cards, words that need more have another, the fullest card's each.
        function measure() {
            if (!settled)
                return;
            let one = 64 * Sizes.unit;
            let more = Sizes.subtitle;
            const feet = [];
            for (let at = 0; at < facts.count; at++) {
                const card = facts.itemAt(at) as FactCard;
                if (card) {
                    one = Math.min(one, card.short ? 64 * Sizes.unit * card.part : one);
                    more = Math.min(more, card.short ? more : card.fitting);
                    const row = Math.floor(at / field.across);
                    feet[row] = Math.max(feet[row] ?? 0, card.footLines);
                }
            }
            field.shortSize = Math.max(Sizes.minimum, Math.floor(one));
            field.wordSize = Math.max(Sizes.minimum, more);
            field.footLines = feet;
        }

        Repeater {
            id: facts

            model: root.indicators

            FactCard {
                readonly property int row: Math.floor(index / field.across)
                readonly property int inRow: row === field.down - 1 ? field.rest : field.across

                colour: root.colour
                footRoom: field?.footLines[row] ? Sizes.lines(Sizes.sourceText, field.footLines[row]) : 0
                height: field.cellHeight
                revealed: index < root.shown
                settled: field?.settled ?? false
                shortSize: field.shortSize
                stage: root.stage
                width: (field.width - (inRow - 1) * Sizes.gap) / inRow
                wordSize: field.wordSize
                x: (index - row * field.across) * (width + Sizes.gap)
                y: row * (height + Sizes.gap)

                onFittingChanged: field?.measure()
                onFootLinesChanged: field?.measure()
                onPartChanged: field?.measure()
                onShortChanged: field?.measure()
            }
        }
    }

    // A card that stands alone has room for the platform's sign.
    Icon {
        color: root.colour
        height: width
        path: root.icon
        visible: facts.count === 1 && path !== "" && !Sizes.portrait
        weight: 0.8
        width: Math.round(0.55 * field.cellHeight)
        x: Math.round(field.width - width - 4 * Sizes.gap)
        y: Math.round((field.cellHeight - height) / 2)
    }

    // Beside the platform's name; under the cards for a low reach.
    RoundButton {
        id: compare

        label: Texts.compareThis
        objectName: "profile.compare"
        visible: root.stage.about.comparable && facts.count > 0 && !root.stage.show.presenting
        width: implicitWidth
        x: Math.round(root.inner - width)
        y: Math.round(Sizes.lowReach ? parent.height - height : (Sizes.portrait ? 100 : 52) * Sizes.unit - parent.y)

        onTapped: root.stage.openWay("compare")
    }

    component FactCard: Card {
        id: card

        required property Stage stage
        required property int index
        required property string label
        required property string value
        required property string period
        required property string note
        required property string source
        property color colour: Theme.text
        property int shortSize: Sizes.subtitle
        property int wordSize: Sizes.subtitle
        property real footRoom: 0
        property bool settled: false

        // So much of the value fits on one large line; one that nearly does is made smaller to fit.
        readonly property real part: Math.min(1, Math.max(0, name.width) / Math.max(1, metrics.advanceWidth))
        readonly property bool short: part > 0.75
        readonly property int fitting: trial.fitted
        readonly property real pad: Math.round(Math.min(1.3 * Sizes.gap, height * 0.11))
        readonly property int footLines: foot.text === "" ? 0 : foot.text.length * Sizes.sourceText * 0.55 > foot.width ? 2 : 1

        touchable: !card.stage.show.presenting
        spoken: [card.label, card.value, card.period, card.note].filter(part => part !== "").join(" ")

        onTapped: card.stage.openSources(card.source)

        TextMetrics {
            id: metrics

            font.family: Sizes.family
            font.pixelSize: Math.round(64 * Sizes.unit)
            font.weight: Font.Medium
            text: card.value
        }

        Label {
            id: name

            color: card.colour
            font.weight: Font.Medium
            size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.caption, card.height * 0.15)))
            text: card.label
            width: parent.width - 2 * x
            x: Math.round(1.6 * Sizes.gap)
            y: card.pad
        }

        Words {
            id: trial

            font.weight: Font.Medium
            height: parent.height - foot.height - card.pad - value.y
            opacity: 0
            settled: card.settled
            text: card.value
            size: Sizes.subtitle
            width: value.width
        }

        Words {
            id: value

            anchors.left: name.left
            color: Theme.text
            font.weight: Font.Medium
            height: parent.height - (card.short ? card.footRoom : foot.height) - card.pad - y
            settled: card.settled
            size: card.short ? card.shortSize : card.wordSize
            text: card.value
            verticalAlignment: Text.AlignVCenter
            width: name.width
            y: Math.round(name.y + name.height)
        }

        Words {
            id: foot

            anchors.left: name.left
            color: Theme.textFaint
            height: card.footLines ? Sizes.lines(Sizes.sourceText, card.footLines) : 0
            size: Sizes.sourceText
            text: [card.period, card.note].filter(part => part !== "").join(" · ")
            visible: text !== ""
            width: name.width
            y: parent.height - height - card.pad
        }
    }
}
