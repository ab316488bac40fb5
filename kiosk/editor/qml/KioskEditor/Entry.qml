pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A box to type in. What is typed is told at once; what the file says meanwhile is shown unless it is the same.
Rectangle {
    id: root

    required property string value
    property string hint
    property string spoken
    property bool wrong: false
    property bool breaks: false // whether Enter begins a new line
    property bool wanted: false // whether it is to be typed in now
    readonly property bool typing: edit.activeFocus
    readonly property alias text: edit.text

    signal typed(text: string)

    border.color: wrong ? Paper.alarm : typing ? Paper.accent : Paper.surfaceLine
    border.width: typing || wrong ? 2 * Desk.line : Desk.line
    color: Paper.panel
    implicitHeight: Math.max(Desk.touch, edit.contentHeight + 5 * Desk.grid)
    radius: Desk.radius

    Component.onCompleted: if (wanted) edit.forceActiveFocus()
    onValueChanged: if (edit.text !== value) edit.text = value
    onWantedChanged: if (wanted) edit.forceActiveFocus()

    TextEdit {
        id: edit

        Accessible.name: root.spoken
        Accessible.role: Accessible.EditableText
        activeFocusOnTab: true
        anchors.fill: parent
        anchors.leftMargin: 3 * Desk.grid
        anchors.rightMargin: 3 * Desk.grid
        anchors.topMargin: Math.round((Desk.touch - Desk.text * 1.448) / 2)
        color: Paper.text
        font.family: Desk.family
        font.pixelSize: Desk.text
        selectByMouse: mouse.hovered // a finger scrolls the form
        selectedTextColor: Paper.onAccent
        selectionColor: Paper.accent
        text: root.value
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap

        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus()
        Keys.onReturnPressed: event => event.accepted = !root.breaks
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus()
        onTextEdited: root.typed(text)

        HoverHandler {
            id: mouse

            acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
            cursorShape: Qt.IBeamCursor
        }
    }

    Say {
        color: Paper.textFaint
        text: root.hint
        visible: edit.text === "" && edit.preeditText === ""
        width: edit.width
        x: edit.x
        y: edit.y
    }
}
