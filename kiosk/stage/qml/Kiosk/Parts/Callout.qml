pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What a touched mark says: its label and value, when it was measured, and who published it.
Rectangle {
    id: root

    property string label
    property string value
    property string period
    property string note
    property string source
    property bool leads: false

    signal tapped

    border.color: Theme.accent
    border.width: Sizes.line
    color: Theme.panel
    height: lines.height + 2 * Sizes.gap
    radius: Theme.radius * Sizes.unit
    width: Math.round(480 * Sizes.unit)

    Column {
        id: lines

        anchors.left: parent.left
        anchors.margins: Sizes.gap
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Sizes.grid / 2

        Words {
            fontSizeMode: Text.FixedSize
            size: Math.round(28 * Sizes.unit)
            text: root.period ? root.label + "  ·  " + root.period : root.label
            width: parent.width
        }

        Label {
            color: Theme.text
            font.weight: Font.Bold
            size: Sizes.heading
            text: root.value
            width: parent.width
        }

        Words {
            color: Theme.textFaint
            fontSizeMode: Text.FixedSize
            size: Math.round(22 * Sizes.unit)
            text: root.source
            visible: text !== ""
            width: parent.width
        }

        Words {
            color: Theme.textFaint
            fontSizeMode: Text.FixedSize
            size: Math.round(22 * Sizes.unit)
            text: root.note
            visible: text !== ""
            width: parent.width
        }

        Item {
            height: Sizes.touch + Sizes.grid
            visible: root.leads
            width: parent.width

            RoundButton {
                anchors.bottom: parent.bottom
                label: Texts.open
                objectName: "callout.open"
                strong: true

                onTapped: root.tapped()
            }
        }
    }
}
