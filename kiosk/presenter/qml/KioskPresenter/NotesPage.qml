pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What to say, large: a presenter glances at it for half a second.
Flickable {
    id: root

    required property Lectern lectern
    readonly property string notes: lectern.notes

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: words.height
    contentWidth: width

    onNotesChanged: contentY = 0

    Text {
        id: words

        color: root.notes ? Theme.text : Theme.textFaint
        font.family: Desk.family
        font.pixelSize: Desk.notes(root.lectern.size)
        lineHeight: 0.94
        objectName: "notes"
        text: root.notes || root.lectern.word(root.lectern.language, "no_notes")
        textFormat: Text.PlainText
        width: root.width
        wrapMode: Text.Wrap
    }
}
