pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Keys

// The keyboard on the console's screen, for the field that has the focus.
Keyboard {
    id: root

    required property ConsoleWindow window

    field: window.activeFocusItem as TextInput
    language: window.lectern.language
    unit: Desk.unit

    onDone: field.focus = false
    onNext: field.focus = false
}
