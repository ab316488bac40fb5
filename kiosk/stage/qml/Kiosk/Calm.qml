pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// "Back soon", where a deck has nothing that could be shown.
Item {
    id: root

    required property Stage stage

    Column {
        anchors.centerIn: parent
        spacing: Sizes.gap
        width: parent.width - 2 * Sizes.margin

        Label {
            color: Theme.text
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            size: Sizes.display
            text: Texts.calm
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            size: Sizes.subtitle
            text: Texts.calmMore
            width: parent.width
        }
    }
}
