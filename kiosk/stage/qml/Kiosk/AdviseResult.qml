pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The platforms that fit the answers, each with what speaks for it and where that comes from; or that there are none.
Item {
    id: root

    required property Stage stage
    required property Adviser adviser
    readonly property real inner: width - 2 * Sizes.margin
    readonly property bool suited: cards.count > 0
    // What the heading has to leave free in landscape, where it stands beside the steps above.
    property real above: 0
    property real beside: 0

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(size, 1)
        size: Math.round((Sizes.portrait ? 72 : 60) * Sizes.unit)
        smallest: Sizes.heading
        text: root.suited ? Texts.suited : Texts.unsuited
        width: root.inner - (Sizes.portrait ? 0 : root.beside)
        x: Sizes.margin
        y: Math.round(root.suited ? (Sizes.portrait ? 32 * Sizes.unit : -root.above) : root.height * (Sizes.portrait ? 0.3 : 0.2))
    }

    Words {
        id: rule

        height: Sizes.lines(size, root.suited && !Sizes.portrait ? 1 : 3)
        size: root.suited ? Sizes.caption : Sizes.body
        text: root.suited ? [Texts.rule, root.adviser.equal].filter(part => part !== "").join(" · ") : Texts.unsuitedMore
        width: root.inner
        x: Sizes.margin
        y: Math.round(heading.y + heading.contentHeight + Sizes.grid)
    }

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? 1 : Math.max(2, cards.count)
        readonly property int down: Sizes.portrait ? Math.max(2, cards.count) : 1
        readonly property real cellHeight: Math.floor((foot.y - Sizes.gap - y - (down - 1) * Sizes.gap) / down)
        readonly property real cellWidth: Math.floor((root.inner - (across - 1) * Sizes.gap) / across)

        columns: across
        spacing: Sizes.gap
        x: Sizes.margin
        y: Math.round(rule.y + rule.contentHeight + Sizes.gap)

        Repeater {
            id: cards

            model: root.adviser.advice

            Rectangle {
                id: card

                required property int index
                required property string platform
                required property string short
                required property color colour
                required property string icon
                required property string fits
                required property Rows reasons

                border.color: Theme.surfaceLine
                border.width: Sizes.line / 2
                color: Theme.surface
                height: grid.cellHeight
                objectName: "adviser.advice." + index
                radius: Theme.radius * Sizes.unit
                width: grid.cellWidth

                Rectangle {
                    color: card.colour
                    height: parent.height - 2 * card.radius
                    radius: width / 2
                    width: Math.round(8 * Sizes.unit)
                    y: card.radius
                }

                Icon {
                    id: emblem

                    color: card.colour
                    height: width
                    path: card.icon
                    visible: path !== ""
                    weight: 1.5
                    width: Math.round(68 * Sizes.unit)
                    x: Math.round(1.4 * Sizes.gap)
                    y: Math.round(0.9 * Sizes.gap)
                }

                Label {
                    id: name

                    color: Theme.text
                    font.weight: Font.Medium
                    size: Sizes.body
                    text: card.short
                    width: (Sizes.portrait ? open.x : parent.width) - x - Sizes.gap
                    x: Math.round(emblem.visible ? emblem.x + emblem.width + 0.75 * Sizes.gap : emblem.x)
                    y: Math.round(0.75 * Sizes.gap)
                }

                Label {
                    id: fits

                    anchors.left: name.left
                    size: Sizes.caption
                    text: card.fits
                    width: name.width
                    y: Math.round(name.y + name.height - Sizes.grid / 2)
                }

                RoundButton {
                    id: open

                    anchors.bottom: Sizes.portrait ? undefined : parent.bottom
                    anchors.margins: Sizes.lowReach ? Sizes.grid : Sizes.gap
                    anchors.right: parent.right
                    anchors.top: Sizes.portrait ? parent.top : undefined
                    label: Texts.open
                    objectName: "adviser.open." + card.index
                    width: implicitWidth

                    onTapped: root.stage.openPlatform(card.platform)
                }

                Column {
                    id: why

                    readonly property real room: (Sizes.portrait ? card.height - Sizes.gap / 2 : open.y) - y
                    readonly property real share: Math.floor(room / Math.max(1, reasons.count))

                    width: parent.width - x - Sizes.gap
                    x: Math.round(1.5 * Sizes.gap)
                    y: Math.round(Math.max(fits.y + fits.height + 0.75 * Sizes.gap, Sizes.portrait ? open.y + open.height + 0.5 * Sizes.gap : 0))

                    Repeater {
                        id: reasons

                        model: card.reasons

                        Item {
                            id: reason

                            required property int index
                            required property string because
                            required property string origin
                            required property string source

                            Accessible.name: because + " " + origin
                            Accessible.role: Accessible.Button
                            height: Math.min(why.share, Math.max(Sizes.touch, words.contentHeight + from.height + Sizes.gap))
                            objectName: "adviser.reason." + card.index + "." + index
                            width: why.width

                            Accessible.onPressAction: root.stage.openSources(reason.source)

                            Icon {
                                id: sign

                                color: card.colour
                                height: width
                                path: Icons.check
                                width: Math.round(32 * Sizes.unit)
                                y: Math.round((words.fitted * Sizes.fontLine * Sizes.leading - height) / 2)
                            }

                            Words {
                                id: words

                                color: Theme.text
                                height: why.share - from.height - Sizes.grid
                                size: Sizes.label
                                text: reason.because
                                width: parent.width - x
                                x: Math.round(sign.width + Sizes.gap / 2)
                            }

                            Words {
                                id: from

                                color: Theme.textFaint
                                fontSizeMode: Text.FixedSize
                                size: Sizes.minimum
                                text: reason.origin
                                width: words.width
                                x: words.x
                                y: Math.round(words.contentHeight)
                            }

                            TapHandler {
                                gesturePolicy: TapHandler.ReleaseWithinBounds

                                onTapped: root.stage.openSources(reason.source)
                            }
                        }
                    }
                }
            }
        }
    }

    Flow {
        id: foot

        height: implicitHeight
        spacing: Sizes.gap
        width: root.inner
        x: Sizes.margin
        y: Math.round(root.suited ? root.height - implicitHeight - Sizes.gap : rule.y + rule.contentHeight + 2 * Sizes.gap)

        RoundButton {
            label: Texts.home
            objectName: "adviser.all"
            strong: true
            visible: !root.suited
            width: implicitWidth

            onTapped: root.stage.home()
        }

        RoundButton {
            label: Texts.compareBest
            objectName: "adviser.compare"
            strong: true
            visible: root.adviser.comparable
            width: implicitWidth

            onTapped: root.adviser.compare()
        }

        RoundButton {
            label: Texts.changeAnswers
            objectName: "adviser.change"
            width: implicitWidth

            onTapped: root.adviser.askAgain(root.adviser.asked - 1)
        }

        RoundButton {
            label: Texts.again
            objectName: "adviser.again"
            width: implicitWidth

            onTapped: root.adviser.askAgain(0)
        }
    }
}
