pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A table as a small spreadsheet: a cell is typed in where it stands, and cells copied from Excel are pasted.
FieldRow {
    id: root

    readonly property real line: Math.round(44 * Desk.unit)
    readonly property int shownRows: Math.min(12, rows.count)
    property int row: 1
    property int column: 0

    // A column is as wide as what stands in it wants, told as its part of the whole.
    function cellWidth(at: int): real {
        return Math.floor(Math.max(90 * Desk.unit, Number(root.names[at] ?? 0) * (root.inner - 2 * Desk.line)));
    }

    function leftOf(at: int): real {
        let x = 0;
        for (let column = 0; column < at; ++column)
            x += root.cellWidth(column);
        return x;
    }

    function go(down: int, right: int) {
        pen.leave();
        root.row = Math.max(0, Math.min(rows.count - 1, root.row + down));
        root.column = Math.max(0, Math.min(root.count - 1, root.column + right));
        rows.positionViewAtIndex(root.row, ListView.Contain);
        pen.begin();
    }

    bodyHeight: frame.height + Desk.grid + foot.height

    Rectangle {
        id: frame

        border.color: root.note !== "" ? Paper.alarm : Paper.surfaceLine
        border.width: root.note !== "" ? 2 * Desk.line : Desk.line
        clip: true
        color: Paper.panel
        height: Math.max(1, root.shownRows) * root.line + 2 * Desk.line
        radius: Desk.radius / 2
        width: root.inner

        ListView {
            id: rows

            anchors.fill: parent
            anchors.margins: Desk.line
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentWidth: root.leftOf(root.count)
            flickableDirection: Flickable.AutoFlickIfNeeded
            model: root.cells
            objectName: "table." + root.key

            delegate: Row {
                id: line

                required property int index
                required property list<string> cells
                readonly property bool head: index === 0

                objectName: "row." + index

                Repeater {
                    model: line.cells

                    Rectangle {
                        id: box

                        required property int index
                        required property string modelData

                        Accessible.name: modelData
                        Accessible.role: Accessible.Cell
                        border.color: Paper.surfaceLine
                        border.width: Desk.line / 2
                        color: line.head ? Paper.skyBottom : "transparent"
                        height: root.line
                        objectName: "cell." + line.index + "." + index
                        width: root.cellWidth(index)

                        Say {
                            anchors.verticalCenter: parent.verticalCenter
                            font.weight: line.head ? Font.Medium : Font.Normal
                            size: Desk.small
                            text: box.modelData
                            width: parent.width - 4 * Desk.grid
                            x: 2 * Desk.grid
                        }

                        TapHandler {
                            enabled: root.on
                            gesturePolicy: TapHandler.ReleaseWithinBounds

                            onTapped: {
                                pen.leave();
                                root.row = line.index;
                                root.column = box.index;
                                pen.begin();
                            }
                        }
                    }
                }
            }
        }
    }

    TextInput {
        id: pen

        property string before
        property bool editing: false

        function begin() {
            before = root.editor.tableTools.cell(root.key, root.row, root.column);
            text = before;
            editing = true;
            forceActiveFocus();
            selectAll();
        }

        function leave() {
            if (activeFocus && text !== before)
                root.editor.tableTools.setCell(root.key, root.row, root.column, text);
            before = text;
        }

        Accessible.name: root.label
        Accessible.role: Accessible.EditableText
        clip: true
        color: Paper.text
        font.family: Desk.family
        font.pixelSize: Desk.small
        height: root.line
        leftPadding: 2 * Desk.grid
        selectByMouse: true
        selectedTextColor: Paper.onAccent
        selectionColor: Paper.accent
        verticalAlignment: TextInput.AlignVCenter
        parent: rows.contentItem
        visible: editing
        width: root.cellWidth(root.column)
        x: root.leftOf(root.column)
        y: root.row * root.line
        z: 1

        Keys.onBacktabPressed: root.go(0, -1)
        Keys.onDownPressed: root.go(1, 0)
        Keys.onEscapePressed: {
            text = before;
            rows.forceActiveFocus();
        }
        Keys.onEnterPressed: root.go(1, 0)
        Keys.onPressed: event => {
            if (event.matches(StandardKey.Paste) && root.editor.tableTools.pastesCells) {
                event.accepted = true;
                root.editor.tableTools.paste(root.key, root.row, root.column);
                before = root.editor.tableTools.cell(root.key, root.row, root.column);
                text = before;
            }
        }
        Keys.onReturnPressed: root.go(1, 0)
        Keys.onTabPressed: root.go(0, 1)
        Keys.onUpPressed: root.go(-1, 0)
        onActiveFocusChanged: {
            if (activeFocus)
                return;
            editing = false;
            if (text !== before)
                root.editor.tableTools.setCell(root.key, root.row, root.column, text);
            before = text;
        }

        Rectangle {
            anchors.fill: parent
            border.color: Paper.accent
            border.width: 2 * Desk.line
            color: Paper.panel
            z: -1
        }
    }

    Row {
        id: foot

        spacing: Desk.grid
        y: frame.height + Desk.grid

        Push {
            label: root.editor.word("add_row")
            objectName: "addrow." + root.key
            quiet: true
            sign: Signs.add
            visible: root.on

            onTapped: root.editor.tableTools.addRow(root.key, root.row)
        }

        Push {
            available: root.row > 0 && rows.count > 2
            label: root.editor.word("add_row")
            objectName: "droprow." + root.key
            quiet: true
            sign: Signs.trash
            spoken: root.editor.word("delete") + ": " + label
            visible: root.on

            onTapped: root.editor.tableTools.dropRow(root.key, root.row)
        }

        Push {
            label: root.editor.word("make_csv")
            objectName: "makecsv." + root.key
            sign: Signs.copy
            visible: root.number > 0 // a workbook

            onTapped: root.editor.tableTools.makeCsv(root.key)
        }

        Say {
            anchors.verticalCenter: parent.verticalCenter
            color: Paper.textFaint
            leftPadding: root.on ? 0 : 2 * Desk.grid
            size: Desk.small
            text: root.more
            width: root.inner - x
            wrapMode: root.on ? Text.NoWrap : Text.Wrap
        }
    }
}
