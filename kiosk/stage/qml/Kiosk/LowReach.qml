pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What can be chosen on a screen, all of it where somebody who is seated reaches it, and above it what it is about.
Item {
    id: root

    required property Stage stage
    required property string heading
    required property string text
    required property Rows cards
    property Rows others: null
    property Rows ways: null
    readonly property real inner: width - 2 * Sizes.margin

    Words {
        id: title

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.title, 2)
        size: Sizes.title
        smallest: Sizes.heading
        text: root.heading
        verticalAlignment: Text.AlignBottom
        width: root.inner
        x: Sizes.margin
        y: Math.round(words.y - height - Sizes.grid)
    }

    Words {
        id: words

        height: Math.min(implicitHeight, Sizes.lines(Sizes.subtitle, 3))
        size: Sizes.subtitle
        text: root.text
        width: root.inner
        x: Sizes.margin
        y: Math.round(reached.y - height - 1.5 * Sizes.gap)
    }

    ScrollMark {
        flick: reached
    }

    Flickable {
        id: reached

        boundsBehavior: Flickable.StopAtBounds
        clip: interactive
        contentWidth: grid.width
        height: grid.height
        interactive: grid.fair < grid.least
        width: root.inner
        x: Sizes.margin
        y: Math.round(root.height - Sizes.grid - grid.rows_ * grid.cellHeight - (grid.rows_ - 1) * Sizes.gap)

        Grid {
            id: grid

            readonly property int count: first.count + second.count + third.count
            readonly property int down: Math.max(1, Math.min(Math.floor((Sizes.reach - Sizes.grid + Sizes.gap) / (Sizes.touch + Sizes.gap)), Sizes.portrait ? Math.ceil(count / 3) : 2))
            readonly property int across: Math.max(1, Math.ceil(count / down))
            readonly property int rows_: Math.max(1, Math.ceil(count / across))
            readonly property real least: 220 * Sizes.unit
            readonly property real fair: (root.inner - (across - 1) * Sizes.gap) / across
            readonly property real cellWidth: fair < least ? Sizes.scrolled(root.inner, least) : fair
            readonly property real cellHeight: Math.floor(Math.min((Sizes.reach - Sizes.grid - (rows_ - 1) * Sizes.gap) / rows_, 200 * Sizes.unit))

            columns: across
            spacing: Sizes.gap

            Repeater {
                id: first

                model: root.cards

                Choice {}
            }

            Repeater {
                id: second

                model: root.others

                Choice {}
            }

            Repeater {
                id: third

                model: root.ways

                WayButton {
                    height: grid.cellHeight
                    objectName: "hub." + way
                    scrolled: reached.interactive
                    width: grid.cellWidth

                    onTapped: root.stage.openWay(way)
                }
            }
        }
    }

    component Choice: Card {
        id: card

        required property string group
        required property string platform
        required property string digit
        required property string short
        required property color colour

        height: grid.cellHeight
        objectName: (root.others ? "hub." : "chooser.") + (group || platform)
        spoken: card.digit + " " + card.short
        width: grid.cellWidth

        onTapped: card.group ? root.stage.openGroup(card.group) : root.stage.openPlatform(card.platform)

        Rectangle {
            color: card.colour
            height: parent.height - 2 * card.radius
            radius: width / 2
            width: Math.round(8 * Sizes.unit)
            y: card.radius
        }

        Label {
            id: digit

            anchors.verticalCenter: parent.verticalCenter
            color: card.colour
            font.weight: Font.Bold
            fontSizeMode: Text.FixedSize
            size: Sizes.title
            text: card.digit
            visible: card.group !== ""
            x: Math.round(1.1 * Sizes.gap)
        }

        Words {
            color: Theme.text
            font.weight: Font.Medium
            height: parent.height - Sizes.grid
            size: Sizes.label
            text: card.short
            verticalAlignment: Text.AlignVCenter
            width: parent.width - x - Sizes.gap / 2
            wrapMode: Text.WordWrap
            x: Math.round(digit.visible && digit.text ? digit.x + digit.width + Sizes.gap / 2 : 1.1 * Sizes.gap)
            y: Sizes.grid / 2
        }
    }
}
