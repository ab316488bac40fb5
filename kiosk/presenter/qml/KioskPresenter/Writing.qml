pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Keys

// The keyboard on the console's screen, for the field that has the focus.
Keyboard {
    id: root

    required property ConsoleWindow window
    property real lift: 0 // so far the field would be behind the keyboard

    field: window.activeFocusItem as TextInput
    language: window.lectern.language
    last: true
    unit: Desk.unit

    onDone: field.focus = false
    onFieldChanged: {
        const below = field ? field.mapToItem(null, 0, field.height + Desk.gap).y : 0;
        lift = Math.max(0, below - window.height + implicitHeight);
    }

    Binding {
        property: "lift"
        target: root.window
        value: root.lift
    }
}
