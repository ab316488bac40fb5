pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What is wrong with the deck as it is now; a tap leads to the field.
Item {
    id: root

    required property Editor editor

    Say {
        id: title

        font.weight: Font.Bold
        height: Desk.touch
        objectName: "problems.title"
        text: root.editor.problemCount > 0 ? root.editor.word("problems") + "  " + root.editor.problemCount : root.editor.word("no_problems")
        verticalAlignment: Text.AlignVCenter
        width: parent.width
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.editor.problems
        objectName: "problems"
        spacing: 2 * Desk.grid

        delegate: Rectangle {
            id: row

            required property int index
            required property string text
            required property string where
            required property bool severe

            Accessible.name: text
            Accessible.role: Accessible.Button
            border.color: Paper.surfaceLine
            border.width: Desk.line
            color: Paper.panel
            height: said.height + place.height + 5 * Desk.grid
            objectName: "problem." + index
            radius: Desk.radius
            width: list.width - Desk.gap

            Accessible.onPressAction: root.editor.go(row.index)

            Sign {
                color: row.severe ? Paper.alarm : Paper.accent
                height: width
                path: Signs.warn
                width: Math.round(24 * Desk.unit)
                x: 3 * Desk.grid
                y: 3 * Desk.grid
            }

            Say {
                id: said

                maximumLineCount: 4
                size: Desk.small
                text: row.text
                width: row.width - x - 3 * Desk.grid
                wrapMode: Text.Wrap
                x: Math.round(48 * Desk.unit)
                y: 2 * Desk.grid
            }

            Say {
                id: place

                color: Paper.textFaint
                size: Desk.small
                text: row.where
                width: said.width
                x: said.x
                y: said.y + said.height
            }

            TapHandler {
                gesturePolicy: TapHandler.ReleaseWithinBounds

                onTapped: root.editor.go(row.index)
            }
        }
    }

    Bar {
        flick: list
    }
}
