pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The system by its shape: 1, 2, 7 and 9 as large cards, what stands beside them below; all platforms where no group has
// a number.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin

    Brand {
        id: brand

        height: Math.round((Sizes.portrait ? 64 : 48) * Sizes.unit)
        logoHeight: Math.round((Sizes.portrait ? 64 : 80) * Sizes.unit)
        stage: root.stage
        width: root.inner
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 24 : 16) * Sizes.unit)
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.title, Sizes.portrait ? 2 : 1)
        size: Sizes.title
        smallest: Sizes.heading
        text: root.stage.about.title
        width: Sizes.portrait ? root.inner : root.inner - brand.taken
        x: Sizes.margin
        y: Math.round((!Sizes.portrait ? (root.stage.notice ? 8 : 64) : brand.shown ? 92 : 48) * Sizes.unit)
    }

    Words {
        id: choose

        // A message of the day stands in its place where there is no room for both.
        readonly property bool shown: Sizes.portrait || !root.stage.notice

        height: Sizes.lines(Sizes.subtitle, Sizes.portrait ? 2 : 1)
        size: Sizes.subtitle
        text: root.stage.about.subtitle
        visible: shown
        width: root.inner
        x: Sizes.margin
        y: Math.round(heading.y + heading.contentHeight + Sizes.grid)
    }

    Fits {
        id: summaries

        largest: Sizes.label
    }

    Grid {
        id: large

        readonly property int across: Sizes.portrait ? 2 : Math.max(1, digits.count)
        readonly property int down: Math.max(1, Math.ceil(digits.count / across))
        readonly property real cellWidth: (root.inner - (across - 1) * Sizes.gap) / across
        readonly property real room: beside.y - Sizes.gap - y

        columns: across
        spacing: Sizes.gap
        x: Sizes.margin
        y: Math.round(choose.y + (choose.shown ? choose.contentHeight : 0) + (Sizes.portrait ? 1 : choose.shown ? 1.5 : 0.75) * Sizes.gap)

        Repeater {
            id: digits

            model: root.stage.lists.groups

            Card {
                id: card

                required property int index
                required property string group
                required property string digit
                required property string name
                required property string summary
                required property color colour

                height: Math.round((large.room - (large.down - 1) * Sizes.gap) / large.down)
                objectName: "hub." + group
                spoken: card.digit + " " + card.name + ". " + card.summary
                width: large.cellWidth

                onTapped: root.stage.openGroup(card.group)

                Rectangle {
                    color: card.colour
                    height: parent.height - 2 * card.radius
                    radius: width / 2
                    width: Math.round(8 * Sizes.unit)
                    y: card.radius
                }

                Label {
                    id: digit

                    color: card.colour
                    font.weight: Font.Bold
                    fontSizeMode: Text.FixedSize
                    size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.digit, card.height * ((Sizes.portrait ? 0.32 : 0.42) - 0.04 * Sizes.textSize))))
                    text: card.digit
                    x: Math.round(1.7 * Sizes.gap)
                    y: Math.round(1.5 * Sizes.gap - Sizes.capTop * size)
                }

                Icon {
                    anchors.right: parent.right
                    anchors.rightMargin: 1.5 * Sizes.gap
                    color: card.colour
                    height: width
                    path: Icons.lead
                    width: Math.round(56 * Sizes.unit)
                    y: Math.round(digit.y + digit.baselineOffset - digit.size * 0.37 - height / 2)
                }

                Words {
                    id: name

                    anchors.left: digit.left
                    color: Theme.text
                    font.weight: Font.Medium
                    height: Sizes.lines(size, 2)
                    size: Math.round(Sizes.portrait ? Math.max(Sizes.minimum, Math.min(Sizes.subtitle, card.height * 0.12)) : Sizes.subtitle)
                    text: card.name
                    width: parent.width - x - Sizes.gap
                    y: Math.round(digit.y + digit.baselineOffset + (Sizes.portrait ? 0.5 : 1) * Sizes.gap)
                }

                Words {
                    anchors.fill: summary
                    opacity: 0
                    size: Sizes.label
                    text: card.summary

                    onFittedChanged: summaries.tell(card.index, fitted)
                }

                Words {
                    id: summary

                    anchors.left: digit.left
                    height: parent.height - y - Sizes.gap / 2
                    size: summaries.size
                    text: card.summary
                    width: name.width
                    y: Math.round(name.y + name.contentHeight + Sizes.grid / 2)
                }
            }
        }
    }

    PlatformGrid {
        id: all

        height: beside.y - Sizes.gap - y
        platforms: digits.count ? null : root.stage.lists.others
        prefix: "hub."
        stage: root.stage
        width: root.inner
        x: Sizes.margin
        y: large.y
    }

    ScrollMark {
        flick: digits.count ? beside : all
    }

    Flickable {
        id: beside

        readonly property int most: Sizes.portrait ? 5 : 2
        readonly property real line: small.cellHeight + Sizes.gap

        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentHeight: small.down * line
        height: interactive ? (most - 0.5) * line : contentHeight // half a row says that there are more
        interactive: small.down > most
        width: root.inner
        x: Sizes.margin
        y: Math.round(ways.y - height - (interactive ? Sizes.gap : 0))

        Grid {
            id: small

            readonly property int fitting: Sizes.portrait ? 1 : Math.floor((root.inner + Sizes.gap) / (500 * Sizes.unit))
            readonly property int down: Math.ceil(cards.count / Math.max(1, fitting))
            readonly property int across: Math.max(1, Math.ceil(cards.count / Math.max(1, down)))
            readonly property real cellWidth: (root.inner - (across - 1) * Sizes.gap) / across
            readonly property real cellHeight: Math.round((Sizes.portrait ? 90 : 140) * Sizes.unit)

            columns: across
            spacing: Sizes.gap

            Repeater {
                id: cards

                model: digits.count ? root.stage.lists.others : null

                Card {
                    id: other

                    required property string group
                    required property string platform
                    required property string name
                    required property string summary
                    required property color colour
                    required property string icon

                    height: small.cellHeight
                    objectName: "hub." + (group || platform)
                    spoken: other.name + ". " + other.summary
                    width: small.cellWidth

                    onTapped: other.group ? root.stage.openGroup(other.group) : root.stage.openPlatform(other.platform)

                    Rectangle {
                        color: other.colour
                        height: parent.height - 2 * other.radius
                        radius: width / 2
                        width: Math.round(8 * Sizes.unit)
                        y: other.radius
                    }

                    Icon {
                        id: sign

                        anchors.verticalCenter: parent.verticalCenter
                        color: other.colour
                        height: width
                        layer.enabled: beside.interactive // else the software renderer shows it outside of what cuts it off
                        path: other.icon
                        visible: path !== ""
                        weight: 1.6
                        width: Math.round(64 * Sizes.unit)
                        x: Math.round(1.5 * Sizes.gap)
                    }

                    Column {
                        anchors.left: sign.visible ? sign.right : parent.left
                        anchors.leftMargin: (sign.visible ? 1 : 1.8) * Sizes.gap
                        anchors.right: arrow.left
                        anchors.rightMargin: Sizes.gap
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Sizes.grid / 2

                        Label {
                            color: Theme.text
                            font.weight: Font.Medium
                            size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.body, other.height * 0.33)))
                            text: other.name
                            width: parent.width
                        }

                        Label {
                            size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.caption, other.height * 0.25)))
                            text: other.summary
                            width: parent.width
                        }
                    }

                    Icon {
                        id: arrow

                        anchors.right: parent.right
                        anchors.rightMargin: 1.5 * Sizes.gap
                        anchors.verticalCenter: parent.verticalCenter
                        color: other.colour
                        height: width
                        layer.enabled: beside.interactive
                        path: Icons.lead
                        width: Math.round(48 * Sizes.unit)
                    }
                }
            }
        }
    }

    Grid {
        id: ways

        readonly property int across: Math.max(1, Sizes.portrait ? Math.min(2, offered.count) : offered.count)
        readonly property real cellWidth: (root.inner - (across - 1) * Sizes.gap) / across
        readonly property real cellHeight: Math.round(90 * Sizes.unit)

        columns: across
        height: Math.ceil(offered.count / across) * (cellHeight + Sizes.gap)
        spacing: Sizes.gap
        x: Sizes.margin
        y: Math.round(root.height - height - Sizes.grid)

        Repeater {
            id: offered

            model: root.stage.lists.ways

            WayButton {
                height: ways.cellHeight
                objectName: "hub." + way
                width: ways.cellWidth

                onTapped: root.stage.openWay(way)
            }
        }
    }
}
