pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A surface that can be touched; it answers at once, and tells when the finger is lifted on it.
Rectangle {
    id: root

    default property alias content: area.data
    property bool touchable: true
    property bool revealed: true // else it keeps its place, and nothing of it is seen
    property string spoken // what it is called by those who have the screen read to them
    readonly property bool held: tap.pressed

    signal tapped

    Accessible.ignored: !touchable || !revealed
    Accessible.name: spoken
    Accessible.role: Accessible.Button
    border.color: Theme.surfaceLine
    border.width: Theme.edge * Sizes.line / 2
    color: Theme.surface
    enabled: revealed
    opacity: revealed ? 1 : 0
    radius: Theme.radius * Sizes.unit

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fade
            easing.type: Easing.OutCubic
        }
    }

    Accessible.onPressAction: if (root.touchable) root.tapped()

    Item {
        id: area

        anchors.fill: parent
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.pressed
        radius: root.radius
        visible: root.held
    }

    TapHandler {
        id: tap

        enabled: root.touchable
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.tapped()
    }
}
