import QtQuick
import Kiosk.Backstage

// A text in a box: plain always, wrapped, made smaller down to a limit where the box is too small.
Text {
    readonly property int fitted: fontInfo.pixelSize
    property int size: Sizes.body
    property int smallest: Sizes.minimum
    property bool settled: true // while it is not, its box is still to change: each fitting is five layouts of its lines

    color: Theme.textSoft
    font.family: Sizes.family
    font.pixelSize: size
    fontSizeMode: settled && Sizes.settled ? Text.Fit : Text.FixedSize
    lineHeight: size > 1.2 * Sizes.subtitle ? Sizes.tight : Sizes.leading
    minimumPixelSize: Math.min(size, smallest)
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
