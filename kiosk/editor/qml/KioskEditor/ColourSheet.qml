pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Colours to choose from: lighter and darker ones of the one that is there, and below them those of the theme.
Column {
    id: root

    required property Editor editor
    readonly property real cell: Math.floor((width - 7 * 2 * Desk.grid) / 8)

    component Swatches: Flow {
        id: swatches

        required property bool shades

        spacing: 2 * Desk.grid
        width: root.width

        Repeater {
            model: root.editor.sheet.options

            Rectangle {
                id: swatch

                required property string id // qmllint disable
                required property string sign
                required property string colours
                required property bool on

                border.color: on ? Paper.accent : Paper.surfaceLine
                border.width: on ? 3 * Desk.line : Desk.line
                color: colours
                height: Math.round(1.25 * Desk.touch)
                objectName: "swatch." + id
                radius: Desk.radius
                visible: (sign !== "") === swatches.shades
                width: root.cell

                Push {
                    anchors.fill: parent
                    quiet: true
                    spoken: swatch.id

                    onTapped: root.editor.sheet.picked(swatch.id)
                }
            }
        }
    }

    spacing: 2 * Desk.grid

    Say {
        color: Paper.textSoft
        size: Desk.small
        text: root.editor.word("colours_shades")
        visible: shades.height > 0
    }

    Swatches {
        id: shades

        shades: true
    }

    Item {
        height: Desk.gap
        width: 1
    }

    Say {
        color: Paper.textSoft
        size: Desk.small
        text: root.editor.word("colours_own")
    }

    Swatches {
        shades: false
    }
}
