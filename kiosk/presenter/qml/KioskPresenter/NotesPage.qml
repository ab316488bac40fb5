pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What to say, large: a presenter glances at it for half a second.
Item {
    id: root

    required property Lectern lectern
    readonly property string say: lectern.language
    readonly property string notes: lectern.notes

    onNotesChanged: flick.contentY = 0

    Flickable {
        id: flick

        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: words.height
        contentWidth: width
        height: root.height - Desk.touch - Desk.gap
        width: root.width

        Text {
            id: words

            color: root.notes ? Theme.text : Theme.textFaint
            font.family: Desk.family
            font.pixelSize: Desk.notes(root.lectern.size)
            lineHeight: 0.94
            objectName: "notes"
            text: root.notes || root.lectern.word(root.say, "no_notes")
            textFormat: Text.PlainText
            width: root.width
            wrapMode: Text.Wrap
        }
    }

    Row {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Desk.gap

        Key {
            available: root.lectern.size > 0
            objectName: "smaller"
            sign: Signs.smaller
            spoken: root.lectern.word(root.say, "smaller")

            onTapped: root.lectern.grow(-1)
        }

        Key {
            available: !root.lectern.largest
            objectName: "larger"
            sign: Signs.larger
            spoken: root.lectern.word(root.say, "larger")

            onTapped: root.lectern.grow(1)
        }
    }
}
