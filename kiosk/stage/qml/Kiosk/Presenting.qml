pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What stands before the slide while somebody presents: a black or white screen, all slides, the keys, typed digits.
Item {
    id: root

    required property Stage stage

    Talk {
        id: here

        stage: root.stage
    }

    Rectangle {
        Accessible.name: here.again
        Accessible.role: Accessible.Button
        anchors.fill: parent
        color: here.ground
        objectName: "show.blank"
        visible: root.stage.show.blank !== ""

        Accessible.onPressAction: here.close()

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: here.close()
        }

        DragHandler {
            target: null
        }
    }

    Loader {
        active: here.grid
        anchors.fill: parent

        sourceComponent: TalkGrid {
            talk: here
        }
    }

    Loader {
        active: here.help
        anchors.fill: parent

        sourceComponent: TalkKeys {
            talk: here
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.gap
        anchors.right: parent.right
        anchors.rightMargin: Sizes.gap
        border.color: Theme.surfaceLine
        border.width: Sizes.line
        color: Theme.panel
        height: Sizes.touch
        objectName: "show.typed"
        radius: height / 2
        visible: here.typed !== ""
        width: Math.max(Sizes.touch, digits.implicitWidth + 2 * Sizes.gap)

        Label {
            id: digits

            anchors.centerIn: parent
            color: Theme.text
            font.weight: Font.Bold
            size: Sizes.subtitle
            text: here.typed
        }
    }
}
