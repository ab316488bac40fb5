pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The real scene in a window that is not the booth's own: laid out for a screen of that size, shown as large as this.
Item {
    id: root

    required property Stage stage
    required property size size

    clip: true
    layer.enabled: true // strokes beside the slide would show outside: the software renderer does not cut them off

    Binding {
        property: "screen"
        target: Sizes
        value: root.size
    }

    Binding {
        property: "settled"
        target: Sizes
        value: root.stage.sizing.settled
    }

    Binding {
        property: "textSize"
        target: Sizes
        value: root.stage.comfort.textSize
    }

    Binding {
        property: "lowReach"
        target: Sizes
        value: root.stage.comfort.lowReach
    }

    Binding {
        property: "presenting"
        target: Sizes
        value: root.stage.show.presenting
    }

    Scene {
        height: root.size.height
        scale: root.width / root.size.width
        stage: root.stage
        transformOrigin: Item.TopLeft
        width: root.size.width
    }
}
