pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Greets a delegation before the first slide: its name large, or the greeting where nobody gave a name.
Item {
    id: root

    required property Stage stage
    readonly property real inner: Math.min(width - 2 * Sizes.margin, 1500 * Sizes.unit)

    Accessible.name: Texts.next
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.stage.show.tapped(1)

    Greeting {
        id: greeting

        stage: root.stage
    }

    Brand {
        height: Sizes.touch
        stage: root.stage
        width: root.width - 2 * Sizes.margin
        x: Sizes.margin
        y: Math.round(64 * Sizes.unit)
    }

    Words {
        id: above

        color: Theme.accent
        font.weight: Font.Medium
        height: Sizes.lines(Sizes.heading, 2)
        size: Sizes.heading
        text: greeting.guest ? greeting.greeting : ""
        verticalAlignment: Text.AlignBottom
        width: root.inner
        x: Sizes.margin
        y: Math.round(name.y - height - Sizes.gap)
    }

    Words {
        id: name

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.display, 3)
        objectName: "welcome.name"
        size: Sizes.display
        smallest: Sizes.heading
        text: greeting.guest || greeting.greeting
        width: root.inner
        wrapMode: Text.WordWrap
        x: Sizes.margin
        y: Math.round(root.height * (Sizes.portrait ? 0.4 : 0.36))
    }

    Rectangle {
        id: rule

        color: Theme.accent
        height: Math.round(8 * Sizes.unit)
        radius: height / 2
        width: Math.round(160 * Sizes.unit)
        x: Sizes.margin
        y: Math.round(name.y + name.contentHeight + 1.5 * Sizes.gap)
    }

    Words {
        color: Theme.textSoft
        height: root.height - y - Sizes.gap
        size: Sizes.subtitle
        text: root.stage.about.title
        width: root.inner
        x: Sizes.margin
        y: Math.round(rule.y + rule.height + 1.5 * Sizes.gap)
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onLongPressed: root.stage.show.layOut()
        onTapped: point => root.stage.show.tapped(point.position.x / root.width)
    }

    DragHandler {
        id: drag

        property real led: 0

        dragThreshold: Sizes.dragThreshold
        target: null
        yAxis.enabled: false

        onActiveChanged: if (!active) root.stage.swiped(led, root.width, Sizes.unit)
        onActiveTranslationChanged: if (active) led = activeTranslation.x
    }
}
