pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// All slides of a route with their numbers, to jump to one by touch, or by arrows and Enter.
Rectangle {
    id: root

    required property Talk talk
    readonly property int across: Sizes.portrait ? 2 : 4

    Accessible.name: talk.heading
    Accessible.role: Accessible.Dialog
    color: Theme.skyBottom
    objectName: "show.grid"

    onAcrossChanged: root.talk.standsAcross(root.across)
    Component.onCompleted: root.talk.standsAcross(root.across)

    // What is touched here is not on the slide beneath.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    DragHandler {
        target: null
    }

    Label {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Sizes.margin
        color: Theme.text
        font.weight: Font.Bold
        size: Sizes.heading
        text: root.talk.heading
        width: buttons.x - x - Sizes.gap
        y: Math.round((Sizes.portrait ? 96 : 48) * Sizes.unit)
    }

    Words {
        id: how

        anchors.left: heading.left
        anchors.top: heading.bottom
        color: Theme.textSoft
        height: Sizes.lines(Sizes.caption, Sizes.portrait ? 2 : 1)
        objectName: "show.how"
        size: Sizes.caption
        text: root.talk.how
        width: heading.width
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Sizes.margin
        spacing: Sizes.gap
        y: heading.y

        RoundButton {
            label: root.talk.leaveName
            objectName: "show.leave"
            visible: root.talk.canLeave

            onTapped: root.talk.leave()
        }

        RoundButton {
            icon: Icons.close
            label: Texts.close
            objectName: "show.close"

            onTapped: root.talk.close()
        }
    }

    ScrollMark {
        flick: view
    }

    Flickable {
        id: view

        readonly property real rowHeight: cards.cellHeight + Sizes.gap
        readonly property int row: Math.floor(root.talk.picked / root.across)

        // The slide that is marked is always to be seen.
        function follow() {
            const top = view.row * view.rowHeight;
            view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, Math.max(top + view.rowHeight - view.height, Math.min(view.contentY, top))));
        }

        anchors.bottom: parent.bottom
        anchors.top: how.bottom
        anchors.topMargin: Sizes.gap
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: cards.height + Sizes.gap
        contentWidth: width
        width: root.width - 2 * x
        x: Sizes.margin

        onRowChanged: view.follow()
        onHeightChanged: view.follow()
        onContentHeightChanged: view.follow()

        Grid {
            id: cards

            readonly property real cellWidth: Math.floor((view.width - (root.across - 1) * Sizes.gap) / root.across)
            readonly property real cellHeight: Math.round(152 * Sizes.unit)

            columns: root.across
            spacing: Sizes.gap

            Repeater {
                model: root.talk.slides

                Card {
                    id: card

                    required property int position
                    required property string title
                    required property string platform
                    required property string digit
                    required property color colour
                    readonly property bool picked: card.position === root.talk.picked

                    border.color: card.picked ? Theme.accent : Theme.surfaceLine
                    border.width: card.picked ? 2 * Sizes.line : Theme.edge * Sizes.line / 2
                    height: cards.cellHeight
                    objectName: "show.slide." + (card.position + 1)
                    spoken: (card.position + 1) + " " + card.title
                    width: cards.cellWidth

                    onTapped: root.talk.jump(card.position)

                    Label {
                        id: number

                        color: card.colour
                        font.weight: Font.Bold
                        horizontalAlignment: Text.AlignRight
                        size: Math.round(34 * Sizes.unit)
                        text: card.position + 1
                        width: Math.round(56 * Sizes.unit)
                        x: Math.round(0.6 * Sizes.gap)
                        y: Math.round(0.6 * Sizes.gap)
                    }

                    Words {
                        id: title

                        anchors.left: number.right
                        anchors.leftMargin: Math.round(0.75 * Sizes.gap)
                        color: Theme.text
                        font.weight: Font.Medium
                        height: owner.y - y
                        size: Math.round(28 * Sizes.unit)
                        text: card.title
                        width: parent.width - x - 0.75 * Sizes.gap
                        y: Math.round(0.75 * Sizes.gap)
                    }

                    Label {
                        id: owner

                        anchors.left: title.left
                        color: Theme.textFaint
                        size: Math.round(22 * Sizes.unit)
                        text: card.platform
                        width: title.width
                        y: Math.round(parent.height - height - 0.5 * Sizes.gap)
                    }

                    // The slide that the audience sees.
                    Rectangle {
                        anchors.left: parent.left
                        color: card.colour
                        height: parent.height - 2 * card.radius
                        radius: width / 2
                        visible: card.position === root.talk.at
                        width: Math.round(6 * Sizes.unit)
                        y: card.radius
                    }
                }
            }
        }
    }
}
