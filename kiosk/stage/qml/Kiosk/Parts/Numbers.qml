pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The numbers behind a chart, as a table, where the chart itself cannot be drawn.
Item {
    id: root

    required property Rows rows
    readonly property real line: Math.min(Sizes.touch, height / Math.max(1, rowsView.count))

    Column {
        anchors.fill: parent

        Repeater {
            id: rowsView

            model: root.rows

            Item {
                id: row

                required property string label
                required property string values
                required property int index

                height: root.line
                width: root.width

                Label {
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.label
                    width: parent.width * 0.5
                }

                Label {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.text
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignRight
                    text: row.values
                    width: parent.width * 0.48
                }

                Rectangle {
                    anchors.bottom: parent.bottom
                    color: Theme.surfaceLine
                    height: Sizes.line / 2
                    visible: row.index < rowsView.count - 1
                    width: parent.width
                }
            }
        }
    }
}
