pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The deck's platforms and slides, and what can be done with the chosen one.
Rectangle {
    id: root

    required property Editor editor
    property string target // over which a slide is dragged
    property bool below // whether it would come to stand below that
    property real mark // where that is
    property OutlineRow held // which is dragged
    property real pull // how fast the list comes along, near its edges

    // Where what is dragged would come to stand: among its like, or as the first one of a platform.
    function aim() {
        const at = held.y + held.lifted + held.height / 2;
        const over = list.itemAt(list.width / 2, at) as OutlineRow;
        const fits = over && (over.what === held.what || (over.what === "platform" && held.what === "slide"));
        target = fits ? over.id : "";
        below = fits && (over.what === "platform" || over.y > held.y);
        mark = fits ? over.y - list.contentY + (below ? over.height : 0) : 0;
        const seen = at - list.contentY;
        const rim = 1.5 * held.height;
        pull = seen < rim ? -1 : seen > list.height - rim ? 1 : 0;
    }

    function follow() {
        const lowest = list.originY + Math.max(0, list.contentHeight - list.height);
        const to = Math.max(list.originY - list.topMargin, Math.min(lowest, list.contentY + pull * held.height / 3));
        held.lifted += to - list.contentY;
        list.contentY = to;
        aim();
    }

    color: Paper.skyBottom

    Connections {
        function onRowWanted(row: int) {
            list.positionViewAtIndex(row, ListView.Contain);
        }

        target: root.editor
    }

    ListView {
        id: list

        anchors.bottom: tools.top
        anchors.left: parent.left
        anchors.leftMargin: 2 * Desk.grid
        anchors.right: parent.right
        anchors.rightMargin: 2 * Desk.grid
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: height
        highlightFollowsCurrentItem: false
        clip: true
        model: root.editor.outline
        objectName: "outline"
        topMargin: 2 * Desk.grid

        Keys.onDeletePressed: root.editor.slideTools.deleteSlide()

        delegate: OutlineRow {
            id: row

            width: list.width

            onChosen: {
                list.forceActiveFocus();
                root.editor.choose(row.id);
            }
            onDragging: {
                list.currentIndex = row.index; // so that it stays, however far the list is pulled
                root.held = row;
                root.aim();
            }
            onDropped: {
                const to = root.target;
                root.target = "";
                root.held = null;
                row.lifted = 0;
                row.dragged = false;
                if (to !== "" && to !== row.id)
                    root.editor.slideTools.drop(row.id, to, root.below);
            }
        }
    }

    Timer {
        interval: 40
        repeat: true
        running: root.held !== null && root.pull !== 0

        onTriggered: root.follow()
    }

    Rectangle {
        color: Paper.accent
        height: 2 * Desk.line
        radius: height / 2
        visible: root.target !== ""
        width: list.width - 6 * Desk.grid
        x: list.x + 3 * Desk.grid
        y: list.y + root.mark - height / 2
    }

    Bar {
        flick: list
    }

    Rectangle {
        anchors.bottom: tools.top
        color: Paper.surfaceLine
        height: Desk.line
        width: parent.width
    }

    Item {
        id: tools

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: 3 * Desk.grid
        anchors.right: parent.right
        height: 2 * Desk.touch + 5 * Desk.grid

        Row {
            spacing: 2 * Desk.grid
            y: 2 * Desk.grid

            Push {
                available: root.editor.takesMore
                label: root.editor.addsWhat
                objectName: "tool.slide"
                sign: Signs.add
                width: (tools.width - 2 * Desk.grid) / 2

                onTapped: root.editor.slideTools.add()
            }

            Push {
                label: root.editor.word("add_platform")
                objectName: "tool.platform"
                sign: Signs.add
                width: (tools.width - 2 * Desk.grid) / 2

                onTapped: root.editor.sheet.askForName()
            }
        }

        Row {
            anchors.bottom: parent.bottom
            spacing: 2 * Desk.grid

            Push {
                available: root.editor.oneChosen
                objectName: "tool.duplicate"
                sign: Signs.copy
                spoken: root.editor.word("duplicate")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.slideTools.duplicate()
            }

            Push {
                available: root.editor.slideChosen
                objectName: "tool.hide"
                sign: root.editor.slideHidden ? Signs.show : Signs.hide
                spoken: root.editor.word(root.editor.slideHidden ? "show" : "hide")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.slideTools.hide()
            }

            Push {
                available: root.editor.inOrder
                objectName: "tool.up"
                sign: Signs.up
                spoken: root.editor.word("move_up")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.slideTools.step(-1)
            }

            Push {
                available: root.editor.inOrder
                objectName: "tool.down"
                sign: Signs.down
                spoken: root.editor.word("move_down")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.slideTools.step(1)
            }

            Push {
                available: root.editor.slideChosen
                objectName: "tool.send"
                sign: Signs.send
                spoken: root.editor.word("move_to")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.sheet.askForPlatform()
            }

            Push {
                alarming: true
                available: root.editor.oneChosen
                objectName: "tool.delete"
                sign: Signs.trash
                spoken: root.editor.word("delete")
                width: (tools.width - 10 * Desk.grid) / 6

                onTapped: root.editor.slideTools.deleteSlide()
            }
        }
    }
}
