pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The numbers behind a chart, as a table in its place that a finger scrolls.
Item {
    id: root

    required property Rows rows
    required property list<string> columns

    readonly property int count: columns.length
    readonly property real first: Math.round(width * (count > 2 ? 0.3 : count > 1 ? 0.4 : 0.55))
    readonly property real other: (width - first) / Math.max(1, count)
    readonly property int size: Math.round((count > 3 ? 22 : 28) * Sizes.textScale)

    component Cell: Label {
        elide: Text.ElideRight
        fontSizeMode: Text.Fit
        height: Sizes.touch
        maximumLineCount: 2
        rightPadding: Sizes.grid
        size: root.size
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }

    Row {
        id: head

        height: visible ? Sizes.touch : 0
        visible: root.count > 1
        width: parent.width

        Item {
            height: 1
            width: root.first
        }

        Repeater {
            model: root.columns

            Cell {
                required property string modelData

                color: Theme.textFaint
                horizontalAlignment: Text.AlignRight
                text: modelData
                width: root.other
            }
        }
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // nothing is half made when the list goes
        clip: true
        interactive: contentHeight > height
        model: root.rows
        objectName: "numbers.list"

        delegate: Item {
            id: row

            required property string label
            required property string values
            required property list<string> cells

            Accessible.name: label + ": " + values
            Accessible.role: Accessible.Row
            height: Sizes.touch
            width: list.width

            Cell {
                text: row.label
                width: root.first
            }

            Row {
                x: root.first

                Repeater {
                    model: row.cells

                    Cell {
                        required property string modelData

                        color: Theme.text
                        font.weight: Font.Bold
                        horizontalAlignment: Text.AlignRight
                        text: modelData
                        width: root.other
                    }
                }
            }

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.surfaceLine
                height: Sizes.line / 2
                width: parent.width
            }
        }
    }

    ScrollMark {
        flick: list
        x: list.width - width
    }
}
