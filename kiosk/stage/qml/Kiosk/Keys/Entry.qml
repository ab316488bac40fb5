import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A line that a visitor writes. What stands in it is nobody else's: no clipboard gets it, no system keyboard learns it.
TextInput {
    Accessible.role: Accessible.EditableText
    clip: true
    color: Theme.text
    font.family: Sizes.family
    font.pixelSize: Sizes.body
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    maximumLength: 120
    selectByMouse: false
    selectedTextColor: Theme.onAccent
    selectionColor: Theme.accent
    verticalAlignment: TextInput.AlignVCenter
}
