pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Outside the opening hours: as dark as a screen can be, in every theme, with what wakes it in small words.
Rectangle {
    id: root

    required property Stage stage
    readonly property color light: Theme.text.hslLightness > 0.5 ? Theme.text : Theme.skyBottom

    color: Qt.darker(Theme.skyBottom, 12)
    objectName: "dark"

    Label {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.margin
        anchors.horizontalCenter: parent.horizontalCenter
        color: Qt.darker(root.light, 1.7)
        horizontalAlignment: Text.AlignHCenter
        text: root.stage.about.invitation
        width: parent.width - 2 * Sizes.margin
    }
}
