pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Whose booth it is: the event's name at the left, the logo at the right. Nothing where the deck has neither.
Item {
    id: root

    required property Stage stage
    property real logoHeight: height
    readonly property string logo: Theme.dark ? stage.about.logoDark : stage.about.logo
    readonly property bool shown: logo !== "" || event.text !== ""
    readonly property real taken: logo ? picture.width + Sizes.gap : 0 // of the width, at the right

    Words {
        id: event

        font.weight: Font.Medium
        height: root.height
        size: Sizes.caption
        text: root.stage.about.eventName
        verticalAlignment: Text.AlignVCenter
        width: root.width - root.taken
    }

    Loader {
        id: picture

        active: root.logo !== ""
        anchors.right: parent.right
        height: root.logoHeight
        width: Math.round(280 * Sizes.unit)

        sourceComponent: Picture {
            fillMode: Image.PreserveAspectFit
            horizontalAlignment: Image.AlignRight
            source: root.stage.scenery.picture(root.logo)
            sourceSize.height: picture.height * Screen.devicePixelRatio
            sourceSize.width: picture.width * Screen.devicePixelRatio
            verticalAlignment: Image.AlignVCenter
        }
    }
}
