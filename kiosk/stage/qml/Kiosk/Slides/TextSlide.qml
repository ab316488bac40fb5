pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A short text, and points as cards.
SlideFrame {
    id: root

    required property string slideId
    required property Rows points
    property bool current: false

    Grid {
        id: grid

        readonly property int wanted: Sizes.portrait ? 1 : cards.count <= 3 ? cards.count : Math.ceil(cards.count / 2)
        readonly property int across: Math.max(1, Math.min(4, wanted))
        readonly property int down: Math.max(1, Math.ceil(cards.count / across))
        readonly property real cellWidth: (parent.width - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((parent.height - (down - 1) * Sizes.gap) / down, (Sizes.portrait ? 300 : 420) * Sizes.unit)

        columns: across
        spacing: Sizes.gap

        Repeater {
            id: cards

            model: root.points

            Card {
                id: card

                required property string name
                required property string text

                height: grid.cellHeight
                touchable: false
                width: grid.cellWidth

                Rectangle {
                    color: root.colour
                    height: parent.height - 2 * card.radius
                    radius: width / 2
                    width: Math.round(6 * Sizes.unit)
                    y: card.radius
                }

                Words {
                    id: name

                    color: Theme.text
                    font.weight: Font.Medium
                    height: Math.min(parent.height - 2 * y, Sizes.lines(Sizes.subtitle, 2))
                    size: Sizes.subtitle
                    text: card.name
                    width: parent.width - 2 * x
                    x: Math.round(1.6 * Sizes.gap)
                    y: Math.round(1.2 * Sizes.gap)
                }

                Words {
                    anchors.left: name.left
                    height: parent.height - y - Sizes.gap
                    size: Sizes.label
                    text: card.text
                    width: name.width
                    y: Math.round(name.y + name.contentHeight + Sizes.grid)
                }
            }
        }
    }
}
