pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// How many contacts visitors left, and what copies them, sealed as they are, to the stick. Nothing where none are asked.
Item {
    id: root

    required property Stage stage

    readonly property bool shown: contacts.shown

    height: Sizes.touch
    visible: shown

    Contacts {
        id: contacts

        stage: root.stage
    }

    Words {
        color: Theme.text
        height: Sizes.touch
        objectName: "contacts.said"
        size: Math.round(28 * Sizes.unit)
        text: contacts.said
        verticalAlignment: Text.AlignVCenter
        width: copy.x - Sizes.gap
    }

    RoundButton {
        id: copy

        available: contacts.any
        label: contacts.copyName
        objectName: "contacts.copy"
        width: implicitWidth
        x: Math.round(parent.width - width)

        onTapped: contacts.copy()
    }
}
