pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Who published what, and when. A touch anywhere closes it.
Rectangle {
    id: root

    required property Stage stage

    Accessible.name: Texts.sources
    Accessible.role: Accessible.Dialog
    color: Theme.shade
    objectName: "sheet"

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.stage.openSources("")
    }

    DragHandler {
        target: null
    }

    Rectangle {
        id: panel

        // In its upper corner, or in its lower one, under everything else.
        readonly property real below: Sizes.lowReach ? Sizes.touch + Sizes.gap : 0

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.foot + Sizes.gap
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: Math.min(root.height - Sizes.foot - 3 * Sizes.gap, lines.height + below + 3 * Sizes.gap)
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 2 * Sizes.gap, 1500 * Sizes.unit)

        RoundButton {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: 2 * Sizes.gap
            icon: Icons.close
            label: Texts.close
            objectName: "sheet.close"
            y: Sizes.lowReach ? panel.height - height - 1.5 * Sizes.gap : 1.5 * Sizes.gap

            onTapped: root.stage.openSources("")
        }

        Column {
            id: lines

            readonly property int room: Math.max(1, Math.floor((root.height - Sizes.foot - panel.below - 8 * Sizes.gap) / (170 * Sizes.unit)))

            spacing: Sizes.gap
            width: parent.width - 4 * Sizes.gap
            x: 2 * Sizes.gap
            y: 1.5 * Sizes.gap

            Item {
                height: Sizes.touch
                width: parent.width

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text
                    font.weight: Font.Bold
                    size: Sizes.subtitle
                    text: Texts.sources
                    width: parent.width - close.width - Sizes.gap
                }
            }

            Repeater {
                model: root.stage.lists.sheet

                Column {
                    id: entry

                    required property int index
                    required property string title
                    required property string publisher
                    required property string date
                    required property string url
                    required property string note

                    spacing: Sizes.grid / 2
                    visible: index < lines.room
                    width: lines.width

                    Words {
                        color: Theme.text
                        font.weight: Font.Medium
                        fontSizeMode: Text.FixedSize
                        size: Math.round(30 * Sizes.unit)
                        text: entry.title
                        width: parent.width
                    }

                    Words {
                        fontSizeMode: Text.FixedSize
                        size: Math.round(26 * Sizes.unit)
                        text: entry.date ? entry.publisher + "  ·  " + entry.date : entry.publisher
                        width: parent.width
                    }

                    Words {
                        color: Theme.textFaint
                        fontSizeMode: Text.FixedSize
                        maximumLineCount: 2
                        size: Math.round(22 * Sizes.unit)
                        text: entry.note || entry.url
                        visible: text !== ""
                        width: parent.width
                        wrapMode: Text.WrapAnywhere
                    }
                }
            }
        }
    }
}
