pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One question with its answers as large cards; a touch goes on to the next.
Item {
    id: root

    required property Adviser adviser
    readonly property real inner: width - 2 * Sizes.margin

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.title, Sizes.portrait ? 2 : 1)
        size: Sizes.title
        smallest: Sizes.heading
        text: root.adviser.question
        width: root.inner
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 48 : 8) * Sizes.unit)
    }

    Grid {
        id: grid

        readonly property int across: Sizes.portrait ? (Sizes.lowReach ? 3 : 1) : Math.max(1, answers.count)
        readonly property int down: Math.max(1, Math.ceil(answers.count / across))
        readonly property real room: foot.y - Sizes.gap - y
        readonly property real cellHeight: Math.round(Math.min((room - (down - 1) * Sizes.gap) / down, (Sizes.portrait ? 232 : 480) * Sizes.unit))
        readonly property real cellWidth: (root.inner - (across - 1) * Sizes.gap) / across

        columns: across
        spacing: Sizes.gap
        x: Sizes.margin
        y: Math.round(Sizes.lowReach ? root.height - Sizes.reach + Sizes.grid : heading.y + heading.contentHeight + 2 * Sizes.gap)

        Repeater {
            id: answers

            model: root.adviser.answers

            Card {
                id: card

                required property string answer
                required property string text
                required property string note

                height: grid.cellHeight
                objectName: "adviser.answer." + answer
                spoken: card.note ? card.text + ": " + card.note : card.text
                width: grid.cellWidth

                onTapped: root.adviser.answer(card.answer)

                Rectangle {
                    color: Theme.accent
                    height: parent.height - 2 * card.radius
                    radius: width / 2
                    width: Math.round(8 * Sizes.unit)
                    y: card.radius
                }

                Words {
                    id: name

                    color: Theme.text
                    font.weight: Font.Medium
                    height: Sizes.lowReach ? parent.height : Sizes.lines(size, Sizes.portrait ? 1 : 3)
                    size: Sizes.lowReach ? Sizes.label : Sizes.subtitle
                    text: card.text
                    verticalAlignment: Sizes.lowReach ? Text.AlignVCenter : Text.AlignTop
                    width: (Sizes.portrait && !Sizes.lowReach ? arrow.x : parent.width) - x - Sizes.gap
                    x: Math.round((Sizes.lowReach ? 1 : 1.7) * Sizes.gap)
                    y: Math.round(Sizes.lowReach ? 0 : Sizes.portrait ? (parent.height - contentHeight - (more.text ? more.contentHeight + Sizes.grid : 0)) / 2 : 1.5 * Sizes.gap)
                }

                Words {
                    id: more

                    anchors.left: name.left
                    height: Sizes.portrait ? Sizes.lines(size, 1) : arrow.y - y - Sizes.grid
                    size: Sizes.label
                    text: card.note
                    visible: !Sizes.lowReach
                    width: name.width
                    y: Math.round(name.y + name.contentHeight + Sizes.grid)
                }

                Icon {
                    id: arrow

                    anchors.bottom: Sizes.portrait ? undefined : parent.bottom
                    anchors.margins: 1.3 * Sizes.gap
                    anchors.right: parent.right
                    anchors.verticalCenter: Sizes.portrait ? parent.verticalCenter : undefined
                    color: Theme.accent
                    height: width
                    path: Icons.lead
                    visible: !Sizes.lowReach
                    width: Math.round(48 * Sizes.unit)
                }
            }
        }
    }

    Item {
        id: foot

        height: Sizes.touch
        width: root.inner
        x: Sizes.margin
        y: Math.round(root.height - height - (Sizes.portrait && !Sizes.lowReach ? 2 : 1) * Sizes.gap)

        RoundButton {
            label: Texts.earlier
            objectName: "adviser.earlier"
            visible: root.adviser.asked > 0
            width: implicitWidth

            onTapped: root.adviser.askAgain(root.adviser.asked - 1)
        }

        RoundButton {
            anchors.right: parent.right
            label: Texts.skip
            objectName: "adviser.skip"
            width: implicitWidth

            onTapped: root.adviser.answer("")
        }
    }
}
