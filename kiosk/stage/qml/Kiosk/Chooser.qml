pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The platforms of a group, each as a card.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin

    Label {
        id: digit

        color: root.stage.group.colour
        font.weight: Font.Bold
        fontSizeMode: Text.FixedSize
        size: Math.round(190 * Sizes.unit)
        text: root.stage.group.digit
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 72 : 8) * Sizes.unit)
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(size, Sizes.portrait ? 2 : 1)
        size: Math.round(64 * Sizes.unit)
        smallest: Sizes.heading
        text: root.stage.group.name
        width: root.width - x - Sizes.margin
        x: Math.round(digit.x + (digit.text ? digit.width + 2 * Sizes.gap : 0))
        y: Math.round(digit.y + digit.height * (Sizes.portrait ? 0.16 : 0.2))
    }

    Words {
        id: summary

        height: Sizes.lines(Sizes.body, Sizes.portrait ? 3 : 2)
        text: root.stage.group.summary
        width: heading.width
        x: heading.x
        y: Math.round(heading.y + heading.contentHeight + Sizes.grid)
    }

    PlatformGrid {
        id: grid

        height: root.height - y - Sizes.gap
        platforms: root.stage.lists.members
        stage: root.stage
        width: root.inner
        x: Sizes.margin
        y: Math.round(Math.max(digit.y + digit.height, summary.y + summary.contentHeight) + Sizes.gap)
    }

    ScrollMark {
        flick: grid
    }
}
