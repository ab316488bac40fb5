pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Parts

// One sentence, large, and a few words that support it.
SlideFrame {
    id: root

    required property string slideId
    property bool current: false

    lead: Math.round(height * (Sizes.portrait ? 0.16 : 0.14))
    textSize: Sizes.subtitle
    titleSize: Sizes.display
}
