pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A way into the deck besides its platforms: a sign with a few words, above one another where the button is tall.
Card {
    id: root

    required property string way
    required property string name
    property bool scrolled: false // else the software renderer shows the sign outside of what cuts it off
    readonly property bool stacked: width < 2.4 * height
    readonly property bool narrow: stacked || width < 3.9 * height // then its words may take two lines
    readonly property real under: Math.round(0.75 * Sizes.gap + 52 * Sizes.unit)

    spoken: name

    Icon {
        id: sign

        color: Theme.accent
        height: width
        layer.enabled: root.scrolled
        path: Icons.way(root.way)
        width: Math.round(52 * Sizes.unit)
        x: Math.round(root.stacked ? (root.width - width) / 2 : (root.width - width - Sizes.gap * 0.75 - words.contentWidth) / 2)
        y: Math.round(root.stacked ? 0.75 * Sizes.gap : (root.height - height) / 2)
    }

    Words {
        id: words

        color: Theme.text
        font.weight: Font.Medium
        height: root.stacked ? root.height - root.under - Sizes.grid : root.height
        horizontalAlignment: root.stacked ? Text.AlignHCenter : Text.AlignLeft
        maximumLineCount: root.narrow ? 2 : 1
        size: Sizes.caption
        text: root.name
        verticalAlignment: Text.AlignVCenter
        width: root.stacked ? root.width - 2 * Sizes.grid : root.width - sign.width - 2 * Sizes.gap
        x: root.stacked ? Sizes.grid : Math.round(sign.x + sign.width + 0.75 * Sizes.gap)
        wrapMode: root.narrow ? Text.Wrap : Text.NoWrap
        y: root.stacked ? root.under : 0
    }
}
