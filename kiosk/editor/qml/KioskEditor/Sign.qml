import QtQuick
import Kiosk.Parts

// A sign as a picture of its own: the software renderer lets strokes show beside what cuts them off.
Icon {
    layer.enabled: true
}
