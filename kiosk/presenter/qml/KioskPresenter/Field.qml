pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A line to type in; while it has the focus, the show's keys are letters. Escape and Enter leave it.
Rectangle {
    id: root

    required property string value
    required property string hint
    required property string spoken

    signal typed(text: string)

    border.color: edit.activeFocus ? Theme.accent : Theme.surfaceLine
    border.width: edit.activeFocus ? 2 * Desk.line : Desk.line
    color: Theme.panel
    implicitHeight: Desk.touch
    radius: Desk.radius

    onValueChanged: if (edit.text !== value && !edit.activeFocus) edit.text = value

    function enter() {
        edit.forceActiveFocus();
        edit.selectAll();
    }

    TextInput {
        id: edit

        Accessible.name: root.spoken
        Accessible.role: Accessible.EditableText
        anchors.fill: parent
        anchors.leftMargin: Desk.gap
        anchors.rightMargin: Desk.gap
        clip: true
        color: Theme.text
        font.family: Desk.family
        font.pixelSize: Desk.head
        objectName: root.objectName + ".text"
        selectByMouse: true
        selectedTextColor: Theme.onAccent
        selectionColor: Theme.accent
        text: root.value
        verticalAlignment: TextInput.AlignVCenter

        Keys.onEscapePressed: focus = false
        onAccepted: focus = false
        onTextEdited: root.typed(text)
    }

    Say {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.textFaint
        size: Desk.head
        text: root.hint
        visible: edit.text === "" && edit.preeditText === ""
        width: edit.width
        x: edit.x
    }

    // As wide as a finger needs, beyond the line itself.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: edit.forceActiveFocus()
    }
}
