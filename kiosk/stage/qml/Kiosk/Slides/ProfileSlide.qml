pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A platform at a glance, from its indicators: short ones large, those in words beneath their names.
SlideFrame {
    id: root

    required property string slideId
    required property Rows indicators
    property bool current: false

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? (facts.count > 4 ? 2 : 1) : facts.count > 6 ? 4 : Math.max(1, Math.min(3, facts.count))
        readonly property int down: Math.max(1, Math.ceil(facts.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((parent.height - (down - 1) * Sizes.gap) / down, 320 * Sizes.unit)

        columns: across
        spacing: Sizes.gap

        Repeater {
            id: facts

            model: root.indicators

            Card {
                id: card

                required property string label
                required property string value
                required property string period
                required property string note
                required property string source

                height: grid.cellHeight
                width: grid.cellWidth

                onTapped: root.stage.openSources(card.source)

                Label {
                    id: label

                    color: root.colour
                    font.weight: Font.Medium
                    size: Sizes.caption
                    text: card.label
                    width: parent.width - 2 * x
                    x: Math.round(1.4 * Sizes.gap)
                    y: Math.round(1.2 * Sizes.gap)
                }

                Words {
                    anchors.left: label.left
                    color: Theme.text
                    font.weight: Font.Medium
                    height: (foot.visible ? foot.y : parent.height - Sizes.gap) - y - Sizes.grid
                    size: card.value.length < 16 ? Math.round(56 * Sizes.unit) : Sizes.body
                    text: card.value
                    width: label.width
                    y: Math.round(label.y + label.height + Sizes.grid)
                }

                Words {
                    id: foot

                    anchors.left: label.left
                    color: Theme.textFaint
                    height: Sizes.lines(Sizes.sourceText, text.length * Sizes.sourceText * 0.55 > width ? 2 : 1)
                    size: Sizes.sourceText
                    text: [card.period, card.note].filter(part => part !== "").join(" · ")
                    visible: text !== ""
                    width: label.width
                    y: parent.height - height - Sizes.gap
                }
            }
        }
    }
}
