import QtQuick
import Kiosk.Backstage

// What is shown and not edited here.
FieldRow {
    id: root

    bodyHeight: said.height

    Say {
        id: said

        color: Paper.textFaint
        text: root.editor.word("fixed")
        width: root.inner
        wrapMode: Text.Wrap
    }
}
