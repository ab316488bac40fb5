pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What the visitor is asked to agree to, whole, and the box that they tick if they do.
Item {
    id: root

    required property LeadCard card

    Rectangle {
        id: paper

        border.color: Theme.surfaceLine
        border.width: Sizes.line / 2
        color: Theme.surface
        height: Math.min(Math.round(consent.contentHeight + 2 * consent.y), root.height - box.height - sealed.contentHeight - 2 * Sizes.gap)
        radius: Theme.radius * Sizes.unit
        width: parent.width

        Words {
            id: consent

            color: Theme.text
            height: root.height - box.height - sealed.contentHeight - 2 * Sizes.gap - 2 * y
            objectName: "lead.consent"
            size: Sizes.body
            text: root.card.consent
            width: parent.width - 2 * x
            x: Math.round(1.5 * Sizes.gap)
            y: Sizes.gap
        }
    }

    Words {
        id: sealed

        height: Sizes.lines(size, Sizes.portrait ? 3 : 2)
        size: Sizes.caption
        text: root.card.sealed
        width: parent.width
        y: Math.round(paper.y + paper.height + Sizes.gap)
    }

    Card {
        id: box

        Accessible.checkable: true
        Accessible.checked: root.card.agreed
        Accessible.role: Accessible.CheckBox
        border.color: root.card.agreed ? Theme.accent : Theme.text
        border.width: root.card.agreed ? 2 * Sizes.line : Sizes.line
        height: Math.round(1.25 * Sizes.touch)
        objectName: "lead.agree"
        spoken: root.card.agreeName
        width: Sizes.portrait ? parent.width : Math.round(parent.width / 2)
        y: Math.round(Sizes.lowReach ? parent.height - height : sealed.y + sealed.contentHeight + Sizes.gap)

        onTapped: root.card.agree()

        Rectangle {
            id: tick

            anchors.verticalCenter: parent.verticalCenter
            border.color: root.card.agreed ? Theme.accent : Theme.text
            border.width: 1.5 * Sizes.line
            color: root.card.agreed ? Theme.accent : "transparent"
            height: width
            radius: Sizes.grid
            width: Math.round(64 * Sizes.unit)
            x: Sizes.gap

            Icon {
                anchors.centerIn: parent
                color: Theme.onAccent
                height: width
                path: Icons.check
                visible: root.card.agreed
                weight: 3
                width: Math.round(parent.width * 0.75)
            }
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.text
            font.weight: Font.Medium
            size: Sizes.subtitle
            text: root.card.agreeName
            width: box.width - x - Sizes.gap
            x: Math.round(tick.x + tick.width + Sizes.gap)
        }
    }
}
