pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// How it ended: kept, deleted again, or not stored; and what can still be done about it.
Item {
    id: root

    required property Stage stage
    required property LeadCard card
    readonly property real inner: Math.min(width - 2 * Sizes.margin, 1400 * Sizes.unit)
    readonly property bool good: card.step === "thanks"

    Icon {
        id: sign

        color: Theme.accent
        height: width
        path: root.card.step === "sorry" ? Icons.note : Icons.check
        width: Math.round(112 * Sizes.unit)
        x: Math.round(Sizes.margin - width / 6)
        y: Math.round(root.height * (Sizes.lowReach ? 0.1 : 0.16))
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(size, Sizes.portrait ? 2 : 1)
        size: Sizes.title
        smallest: Sizes.heading
        text: root.card.heading
        width: root.inner
        x: Sizes.margin
        y: Math.round(sign.y + sign.height + Sizes.gap)
    }

    Words {
        id: said

        height: Sizes.lines(size, 4)
        objectName: "lead.said"
        size: Sizes.subtitle
        text: root.card.said
        width: root.inner
        x: Sizes.margin
        y: Math.round(heading.y + heading.contentHeight + Sizes.gap)
    }

    Flow {
        spacing: Sizes.gap
        width: root.width - 2 * Sizes.margin
        x: Sizes.margin
        y: Math.round(Sizes.lowReach ? root.height - height - Sizes.gap : said.y + said.contentHeight + 2.5 * Sizes.gap)

        RoundButton {
            label: root.card.againName
            objectName: "lead.again"
            strong: true
            visible: root.card.step === "sorry"
            width: implicitWidth

            onTapped: root.card.go("consent")
        }

        RoundButton {
            label: Texts.home
            objectName: "lead.home"
            strong: root.card.step !== "sorry"
            width: implicitWidth

            onTapped: root.stage.home()
        }

        RoundButton {
            available: !root.card.sends
            label: root.card.withdrawName
            objectName: "lead.withdraw"
            visible: root.good
            width: implicitWidth

            onTapped: root.card.withdraw()
        }
    }
}
