pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Platforms, each as a card: as large as lets all be seen, or a good size and to be scrolled.
Flickable {
    id: root

    required property Stage stage
    required property Rows platforms
    property string prefix: "chooser."
    readonly property int count: cards.count
    readonly property int across: Sizes.portrait ? (count > 4 ? 2 : 1) : count <= 3 ? Math.max(1, count) : count <= 6 ? 3 : count === 9 || count === 10 ? 5 : 4
    readonly property int down: Math.max(1, Math.ceil(count / across))
    readonly property real least: Math.round(190 * Sizes.textScale)
    readonly property real fair: (height - (down - 1) * Sizes.gap) / down
    readonly property real cardHeight: fair < least ? Sizes.scrolled(height, least) : Math.min(fair, (Sizes.portrait ? 680 : 560) * Sizes.unit)
    readonly property real cardWidth: (width - (across - 1) * Sizes.gap) / across
    readonly property real edge: (cardHeight < 1.2 * least ? 0.9 : 1.4) * Sizes.gap

    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    contentHeight: grid.height
    interactive: fair < least

    Fits {
        id: names

        largest: root.count < 4 ? Sizes.heading : root.across > 3 ? Sizes.body : Sizes.subtitle
    }

    Fits {
        id: summaries

        largest: root.count < 4 ? Sizes.subtitle : root.count > 4 ? Sizes.caption : Sizes.label
    }

    Grid {
        id: grid

        columns: root.across
        spacing: Sizes.gap

        Repeater {
            id: cards

            model: root.platforms

            Loader {
                id: cell

                required property int index
                required property string group
                required property string platform
                required property string name
                required property string summary
                required property color colour
                required property string icon
                readonly property bool near: y < root.contentY + 2 * root.height && y + height > root.contentY - root.height

                active: near || !root.interactive
                height: root.cardHeight
                width: root.cardWidth

                sourceComponent: Card {
                    id: card

                    height: root.cardHeight
                    objectName: root.prefix + (cell.group || cell.platform)
                    spoken: cell.name + ". " + cell.summary
                    width: root.cardWidth

                    onTapped: cell.group ? root.stage.openGroup(cell.group) : root.stage.openPlatform(cell.platform)

                    Rectangle {
                        color: cell.colour
                        height: parent.height - 2 * card.radius
                        radius: width / 2
                        width: Math.round(8 * Sizes.unit)
                        y: card.radius
                    }

                    Icon {
                        id: sign

                        color: cell.colour
                        height: width
                        layer.enabled: root.interactive // else the software renderer shows it outside of what cuts it off
                        path: cell.icon
                        visible: path !== ""
                        weight: root.count < 4 ? 1 : 1.5
                        width: Math.round((root.count < 4 ? 150 : 64) * Sizes.unit)
                        x: root.count < 4 ? name.x : card.width - width - Sizes.gap
                        y: Math.round(root.edge - 0.2 * Sizes.gap)
                    }

                    Words {
                        anchors.fill: name
                        font.weight: Font.Medium
                        opacity: 0
                        size: names.largest
                        text: root.interactive ? "" : cell.name

                        onFittedChanged: names.tell(cell.index, fitted)
                    }

                    Words {
                        anchors.fill: note
                        opacity: 0
                        size: summaries.largest
                        text: root.interactive ? "" : cell.summary

                        onFittedChanged: summaries.tell(cell.index, fitted)
                    }

                    Words {
                        id: name

                        color: Theme.text
                        font.weight: Font.Medium
                        height: Math.min(Sizes.lines(names.largest, root.count < 4 ? 4 : 3), parent.height * 0.6)
                        size: root.interactive ? names.largest : names.size // one for all, where all are there
                        text: cell.name
                        width: parent.width - x - Sizes.gap - (sign.visible && root.count > 3 ? sign.width + 2 * Sizes.grid : 0)
                        x: Math.round(1.8 * Sizes.gap)
                        y: Math.round((sign.visible && root.count < 4 ? sign.y + sign.height : 0) + root.edge)
                    }

                    Words {
                        id: note

                        height: parent.height - y - root.edge + 0.4 * Sizes.gap
                        size: root.interactive ? summaries.largest : summaries.size
                        text: cell.summary
                        visible: contentHeight < height + root.edge
                        width: card.width - x - (arrow.width + 2.3 * Sizes.gap)
                        x: name.x
                        y: Math.round(name.y + name.contentHeight + Sizes.grid)
                    }

                    Icon {
                        id: arrow

                        anchors.bottom: parent.bottom
                        anchors.margins: 1.3 * Sizes.gap
                        anchors.right: parent.right
                        color: cell.colour
                        height: width
                        layer.enabled: root.interactive
                        path: Icons.lead
                        width: Math.round(48 * Sizes.unit)
                    }
                }
            }
        }
    }
}
