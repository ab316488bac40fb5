pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The booth's window: the scene, as large as the screen.
Window {
    id: root

    required property Stage stage
    property bool closable: false

    color: Theme.skyBottom
    title: root.stage.about.title

    onClosing: close => close.accepted = root.closable

    Binding {
        property: "screen"
        target: Sizes
        value: Qt.size(Math.max(320, root.width), Math.max(320, root.height))
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

    Binding {
        property: "diagonal"
        target: Sizes
        value: root.stage.about.screenDiagonal
    }

    Binding {
        property: "bottom"
        target: Sizes
        value: root.stage.about.screenBottom
    }

    HoverHandler {
        cursorShape: root.closable ? Qt.ArrowCursor : Qt.BlankCursor
    }

    // The window's content item has no size before the window is shown; the scene is laid out before that.
    Scene {
        height: root.height
        stage: root.stage
        width: root.width
    }
}
