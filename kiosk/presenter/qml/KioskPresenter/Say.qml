import QtQuick
import Kiosk.Backstage

// What the console says: plain always, in one line that ends with dots where it is too long.
Text {
    property int size: Desk.text

    color: Theme.text
    elide: Text.ElideRight
    font.family: Desk.family
    font.pixelSize: size
    textFormat: Text.PlainText
}
