pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Parts

// One sentence, as large as the screen takes it, and a few words that support it.
SlideFrame {
    id: root

    required property string slideId

    lead: Math.round(height * (Sizes.portrait ? 0.1 : 0.07))
    textSize: Math.round(44 * Sizes.textScale)
    titleSize: Math.round((Sizes.portrait ? 108 : 140) * Sizes.unit)
}
