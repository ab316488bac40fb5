pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One side of the comparison: a platform, which a touch opens, and the button that offers others in its place.
Item {
    id: root

    required property Rows sides
    required property int row

    signal changeTapped
    signal opened(platform: string)

    Repeater {
        model: root.sides

        Card {
            id: card

            required property int index
            required property string platform
            required property string short
            required property color colour

            height: root.height
            objectName: "compare.open." + root.row
            spoken: card.short
            visible: index === root.row
            width: root.width - change.width - Sizes.gap

            onTapped: root.opened(card.platform)

            SideMark {
                id: mark

                anchors.verticalCenter: parent.verticalCenter
                colour: card.colour
                height: Math.round(52 * Sizes.unit)
                row: root.row
                x: Sizes.gap
            }

            Words {
                id: name

                anchors.left: mark.right
                anchors.leftMargin: 0.75 * Sizes.gap
                color: Theme.text
                font.weight: Font.Medium
                height: parent.height
                size: Math.round(30 * Sizes.unit)
                text: card.short
                verticalAlignment: Text.AlignVCenter
                width: parent.width - x - arrow.width - 1.25 * Sizes.gap
            }

            Icon {
                id: arrow

                anchors.verticalCenter: parent.verticalCenter
                color: card.colour
                height: width
                path: Icons.lead
                width: Math.round(40 * Sizes.unit)
                x: Math.round(name.x + name.contentWidth + 0.5 * Sizes.gap)
            }
        }
    }

    RoundButton {
        id: change

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        label: Texts.change
        objectName: "compare.change." + root.row
        width: implicitWidth

        onTapped: root.changeTapped()
    }
}
