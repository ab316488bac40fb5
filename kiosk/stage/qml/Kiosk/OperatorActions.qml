pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What the operator can do, each by one touch. More of them make more rows; the panel leaves the room.
Grid {
    id: root

    required property Rows actions
    readonly property real cell: (width - (columns - 1) * Sizes.gap) / columns
    readonly property real cellHeight: Math.round(124 * Sizes.unit)

    signal done(id: string)

    columnSpacing: Sizes.gap
    columns: Sizes.portrait ? 6 : 11
    rowSpacing: Sizes.gap

    Repeater {
        model: root.actions

        Card {
            id: action

            required property string id // qmllint disable
            required property string name
            required property bool available

            height: root.cellHeight
            objectName: "panel." + id
            opacity: available ? 1 : 0.35
            spoken: name
            touchable: available
            width: Math.floor(root.cell)

            onTapped: root.done(id)

            Icon {
                color: Theme.accent
                height: width
                path: Icons.desk(action.id)
                width: Math.round(44 * Sizes.unit)
                x: Math.round((action.width - width) / 2)
                y: Math.round(14 * Sizes.unit)
            }

            Words {
                color: Theme.text
                font.weight: Font.Medium
                height: action.height - y - Sizes.grid / 2
                horizontalAlignment: Text.AlignHCenter
                size: Math.round(26 * Sizes.unit)
                text: action.name
                verticalAlignment: Text.AlignVCenter
                width: action.width - 2 * Sizes.grid
                x: Sizes.grid
                y: Math.round(60 * Sizes.unit)
            }
        }
    }
}
