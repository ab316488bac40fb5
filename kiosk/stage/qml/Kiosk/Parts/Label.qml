import QtQuick
import Kiosk.Backstage

// One line of text: plain always, made smaller where it is too long for its width.
Text {
    readonly property int fitted: fontInfo.pixelSize
    property int size: Sizes.label

    color: Theme.textSoft
    font.family: Sizes.family
    font.pixelSize: size
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Math.min(size, Sizes.minimum)
    textFormat: Text.PlainText
}
