pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The platforms of a group, each as a card.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin

    Label {
        id: digit

        color: root.stage.group.colour
        font.weight: Font.Bold
        fontSizeMode: Text.FixedSize
        size: Math.round(190 * Sizes.unit)
        text: root.stage.group.digit
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 72 : 8) * Sizes.unit)
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(size, Sizes.portrait ? 2 : 1)
        size: Math.round(64 * Sizes.unit)
        smallest: Sizes.heading
        text: root.stage.group.name
        width: root.width - x - Sizes.margin
        x: Math.round(digit.x + (digit.text ? digit.width + 2 * Sizes.gap : 0))
        y: Math.round(digit.y + digit.height * (Sizes.portrait ? 0.16 : 0.2))
    }

    Words {
        id: summary

        height: Sizes.lines(Sizes.body, Sizes.portrait ? 3 : 2)
        text: root.stage.group.summary
        width: heading.width
        x: heading.x
        y: Math.round(heading.y + heading.contentHeight + Sizes.grid)
    }

    Fits {
        id: names

        largest: members.count < 4 ? Sizes.heading : grid.across > 3 ? Sizes.body : Sizes.subtitle
    }

    Fits {
        id: summaries

        largest: members.count < 4 ? Sizes.subtitle : members.count > 4 ? Sizes.caption : Sizes.label
    }

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? (members.count > 4 ? 2 : 1) : members.count <= 3 ? Math.max(1, members.count) : members.count <= 6 ? 3 : 4
        readonly property int down: Math.max(1, Math.ceil(members.count / across))
        readonly property real cellWidth: (root.inner - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.min((root.height - y - Sizes.gap - (down - 1) * Sizes.gap) / down, (Sizes.portrait ? 680 : 560) * Sizes.unit)

        columns: across
        spacing: Sizes.gap
        x: Sizes.margin
        y: Math.round(Math.max(digit.y + digit.height, summary.y + summary.contentHeight) + Sizes.gap)

        Repeater {
            id: members

            model: root.stage.lists.members

            Card {
                id: card

                required property int index
                required property string platform
                required property string name
                required property string summary
                required property color colour
                required property string icon

                height: grid.cellHeight
                objectName: "chooser." + platform
                spoken: card.name + ". " + card.summary
                width: grid.cellWidth

                onTapped: root.stage.openPlatform(card.platform)

                Rectangle {
                    color: card.colour
                    height: parent.height - 2 * card.radius
                    radius: width / 2
                    width: Math.round(8 * Sizes.unit)
                    y: card.radius
                }

                Icon {
                    id: sign

                    color: card.colour
                    height: width
                    path: card.icon
                    visible: path !== ""
                    weight: members.count < 4 ? 1 : 1.5
                    width: Math.round((members.count < 4 ? 150 : 64) * Sizes.unit)
                    x: members.count < 4 ? name.x : card.width - width - Sizes.gap
                    y: Math.round(1.2 * Sizes.gap)
                }

                Words {
                    anchors.fill: name
                    font.weight: Font.Medium
                    opacity: 0
                    size: names.largest
                    text: card.name

                    onFittedChanged: names.tell(card.index, fitted)
                }

                Words {
                    anchors.fill: note
                    opacity: 0
                    size: summaries.largest
                    text: card.summary

                    onFittedChanged: summaries.tell(card.index, fitted)
                }

                Words {
                    id: name

                    color: Theme.text
                    font.weight: Font.Medium
                    height: Math.min(Sizes.lines(names.largest, members.count < 4 ? 4 : 3), parent.height * 0.6)
                    size: names.size
                    text: card.name
                    width: parent.width - x - Sizes.gap - (sign.visible && members.count > 3 ? sign.width + Sizes.grid : 0)
                    x: Math.round(1.8 * Sizes.gap)
                    y: Math.round((sign.visible && members.count < 4 ? sign.y + sign.height : 0) + 1.4 * Sizes.gap)
                }

                Words {
                    id: note

                    height: parent.height - y - Sizes.gap
                    size: summaries.size
                    text: card.summary
                    width: card.width - x - (arrow.width + 2.3 * Sizes.gap)
                    x: name.x
                    y: Math.round(name.y + name.contentHeight + Sizes.grid)
                }

                Icon {
                    id: arrow

                    anchors.bottom: parent.bottom
                    anchors.margins: 1.3 * Sizes.gap
                    anchors.right: parent.right
                    color: card.colour
                    height: width
                    path: Icons.lead
                    width: Math.round(48 * Sizes.unit)
                }
            }
        }
    }
}
