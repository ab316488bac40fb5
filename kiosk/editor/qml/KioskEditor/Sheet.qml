pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What stands before everything: a question to answer, or something to choose.
Rectangle {
    id: root

    required property Editor editor
    readonly property string sheet: editor.sheet.name
    property real most: 0 // what all that can be picked would take: the sheet keeps its size while one looks for it
    readonly property bool asks: sheet === "leave" || sheet === "theirs" || sheet === "half"

    function heading(): string {
        return ({
                "colours": root.editor.sheet.askedFor,
                "half": root.editor.word("half"),
                "layouts": root.editor.word("layouts"),
                "leave": root.editor.word("leave"),
                "picker": root.editor.sheet.askedFor,
                "platform": root.editor.word("platform_name"),
                "theirs": root.editor.word("changed_by_others")
            })[root.sheet] ?? "";
    }

    color: Paper.shade
    objectName: "sheet"

    MouseArea {
        anchors.fill: parent

        onClicked: root.editor.sheet.close()
        onWheel: wheel => wheel.accepted = true
    }

    Rectangle {
        id: card

        Accessible.name: title.text
        Accessible.role: Accessible.Dialog
        anchors.centerIn: parent
        color: Paper.skyTop
        height: root.sheet === "picker" ? Math.min(0.84 * root.height, 900 * Desk.unit, list.y + root.most + 2 * Desk.gap) : body.y + body.height + 2 * Desk.gap
        radius: 2 * Desk.radius
        width: Math.min(root.width - 4 * Desk.gap, (root.asks || root.sheet === "platform" ? 760 : 860) * Desk.unit)

        MouseArea {
            anchors.fill: parent
        }

        Say {
            id: title

            font.weight: Font.Bold
            size: Desk.head
            text: root.heading()
            width: parent.width - 5 * Desk.gap - close.width
            x: 2 * Desk.gap
            y: Math.round(close.y + (close.height - height) / 2)
        }

        Push {
            id: close

            anchors.right: parent.right
            anchors.rightMargin: Desk.gap
            objectName: "sheet.close"
            quiet: true
            sign: Signs.close
            spoken: root.editor.word("close")
            visible: root.sheet !== "half"
            y: Desk.gap

            onTapped: root.editor.sheet.close()
        }

        Item {
            id: body

            height: root.sheet === "layouts" ? layouts.height : root.sheet === "colours" ? colours.height : root.sheet === "platform" ? naming.height : questions.height
            visible: root.sheet !== "picker"
            width: parent.width - 4 * Desk.gap
            x: 2 * Desk.gap
            y: close.y + close.height + Desk.gap

            Flow {
                id: layouts

                spacing: Desk.gap
                visible: root.sheet === "layouts"
                width: parent.width

                Repeater {
                    model: layouts.visible ? root.editor.sheet.options : null

                    Option {
                        height: Math.round(150 * Desk.unit)
                        objectName: "layout." + id
                        width: Math.floor((layouts.width - 3 * Desk.gap) / 4)

                        onTapped: id => root.editor.slideTools.addSlide(id)
                    }
                }
            }

            Loader {
                id: colours

                active: root.sheet === "colours"
                width: parent.width

                sourceComponent: ColourSheet {
                    editor: root.editor
                    width: colours.width
                }
            }

            Column {
                id: naming

                spacing: Desk.gap
                visible: root.sheet === "platform"
                width: parent.width

                Say {
                    color: Paper.textSoft
                    text: root.editor.word("platform_file")
                    width: parent.width
                }

                Entry {
                    id: file

                    objectName: "entry.platform"
                    spoken: root.editor.word("platform_file")
                    value: ""
                    wanted: naming.visible
                    width: parent.width
                }

                Push {
                    anchors.right: parent.right
                    available: file.text !== ""
                    label: root.editor.word("add")
                    objectName: "platform.add"
                    strong: true

                    onTapped: root.editor.slideTools.addPlatform(file.text)
                }
            }

            Column {
                id: questions

                spacing: 2 * Desk.gap
                visible: root.asks
                width: parent.width

                Say {
                    color: Paper.textSoft
                    text: root.sheet === "leave" ? root.editor.word("leave_more") : root.editor.sheet.more
                    width: parent.width
                    wrapMode: Text.Wrap
                }

                Row {
                    anchors.right: parent.right
                    spacing: Desk.gap

                    Push {
                        alarming: true
                        label: root.editor.word("discard")
                        objectName: "leave.discard"
                        visible: root.sheet === "leave"

                        onTapped: root.editor.sheet.discard()
                    }

                    Push {
                        label: root.editor.word("stay")
                        objectName: "leave.stay"
                        visible: root.sheet === "leave"

                        onTapped: root.editor.sheet.close()
                    }

                    Push {
                        label: root.editor.word("save")
                        objectName: "leave.save"
                        strong: true
                        visible: root.sheet === "leave"

                        onTapped: root.editor.sheet.saveAndLeave()
                    }

                    Push {
                        label: root.editor.word("theirs")
                        objectName: "theirs.take"
                        visible: root.sheet === "theirs"

                        onTapped: root.editor.sheet.takeTheirs()
                    }

                    Push {
                        label: root.editor.word("ours")
                        objectName: "theirs.keep"
                        strong: true
                        visible: root.sheet === "theirs"

                        onTapped: root.editor.sheet.keepOurs()
                    }

                    Push {
                        label: root.editor.word("take_back")
                        objectName: "half.back"
                        visible: root.sheet === "half"

                        onTapped: root.editor.sheet.endHalf(false)
                    }

                    Push {
                        label: root.editor.word("finish")
                        objectName: "half.finish"
                        strong: true
                        visible: root.sheet === "half"

                        onTapped: root.editor.sheet.endHalf(true)
                    }
                }
            }
        }

        Entry {
            id: search

            hint: root.editor.word("find")
            objectName: "entry.find"
            spoken: hint
            value: ""
            visible: root.sheet === "picker"
            wanted: visible
            width: body.width
            x: body.x
            y: body.y

            onTyped: text => root.editor.sheet.find(text)
        }

        ListView {
            id: list

            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2 * Desk.gap
            anchors.top: search.bottom
            anchors.topMargin: Desk.gap
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            model: visible ? root.editor.sheet.options : null
            objectName: "picker"
            spacing: Desk.grid
            visible: root.sheet === "picker"
            width: body.width
            x: body.x

            onContentHeightChanged: root.most = Math.max(root.most, contentHeight)

            delegate: Rectangle {
                id: row

                required property string id // qmllint disable
                required property string name
                required property string more
                required property string sign
                required property bool on

                Accessible.name: name
                Accessible.role: Accessible.ListItem
                Accessible.selected: on
                border.color: on ? Paper.accent : Paper.surfaceLine
                border.width: on ? 2 * Desk.line : Desk.line
                color: Paper.panel
                height: Math.round((more === "" ? 52 : 76) * Desk.unit)
                objectName: "option." + id
                radius: Desk.radius
                width: list.width - Desk.gap

                Accessible.onPressAction: root.editor.sheet.picked(row.id)

                Sign {
                    id: icon

                    anchors.verticalCenter: parent.verticalCenter
                    color: Paper.textSoft
                    height: width
                    path: row.sign
                    visible: row.sign !== ""
                    width: Math.round(28 * Desk.unit)
                    x: 3 * Desk.grid
                }

                Say {
                    id: said

                    size: Desk.text
                    text: row.name
                    width: row.width - x - 3 * Desk.grid
                    x: icon.visible ? icon.x + icon.width + 3 * Desk.grid : 4 * Desk.grid
                    y: row.more === "" ? Math.round((row.height - height) / 2) : Math.round(row.height / 2 - height)
                }

                Say {
                    color: Paper.textFaint
                    size: Desk.small
                    text: row.more
                    width: said.width
                    x: said.x
                    y: Math.round(row.height / 2)
                }

                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds

                    onTapped: root.editor.sheet.picked(row.id)
                }
            }
        }
    }
}
