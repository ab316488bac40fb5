import QtQuick
import Kiosk.Backstage

// What the editor says: plain always.
Text {
    property int size: Desk.text

    color: Paper.text
    elide: Text.ElideRight
    font.family: Desk.family
    font.pixelSize: size
    textFormat: Text.PlainText
}
