pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// How a key looks: what stands on it, or its sign.
Rectangle {
    id: root

    required property string label
    required property string does
    required property bool on
    property bool stays: false
    property real unit: Sizes.unit
    readonly property bool writes: does === "write" || does === "choose"
    readonly property bool strong: does === "next" || (does === "done" && on)
    readonly property bool quiet: !writes && does !== "space" && !strong
    readonly property color ink: strong ? Theme.onAccent : !on ? Theme.text : does === "choose" ? Theme.accent : Theme.bar
    readonly property string sign: ({
            "earlier": Icons.previous,
            "erase": Icons.erase,
            "later": Icons.next,
            "left": Icons.cursorLeft,
            "right": Icons.cursorRight,
            "shift": root.stays ? Icons.shiftStays : Icons.shift
        })[does] ?? ""

    border.color: Theme.surfaceLine
    border.width: strong || does === "choose" ? 0 : Theme.edge * Math.max(1, unit)
    color: does === "choose" ? "transparent" : strong ? Theme.accent : on ? Theme.text : quiet ? Theme.track : Theme.card
    radius: Math.min(Theme.radius, 16) * unit

    Text {
        anchors.fill: parent
        anchors.margins: Math.round(6 * root.unit)
        color: root.ink
        elide: Text.ElideRight
        font.family: Sizes.family
        font.pixelSize: Math.round((root.does === "choose" ? 42 : root.does !== "write" ? 28 : root.label.length > 2 ? 30 : 42) * root.unit)
        font.weight: root.writes ? Font.Normal : Font.Medium
        fontSizeMode: Text.HorizontalFit
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: Math.ceil(20 * root.unit)
        text: root.label
        textFormat: Text.PlainText
        verticalAlignment: root.does === "choose" ? Text.AlignBottom : Text.AlignVCenter
        visible: text !== ""
    }

    Icon {
        anchors.centerIn: parent
        color: root.ink
        height: width
        path: root.sign
        visible: root.sign !== ""
        width: Math.round(44 * root.unit)
    }
}
