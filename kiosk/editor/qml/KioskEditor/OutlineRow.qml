pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The deck, a platform or a slide in the list.
Rectangle {
    id: root

    required property int index
    required property string id // qmllint disable
    required property string what
    required property string title
    required property string more
    required property string sign
    required property bool on
    required property bool hidden
    required property bool fault
    required property color colour
    readonly property bool under: what === "slide" || what === "question" || what === "theme" // and not a heading
    readonly property bool listed: under && what !== "theme" // whether it has a place among its like
    property real lifted: 0
    property bool dragged: false

    signal chosen
    signal dragging
    signal dropped

    Accessible.name: title
    Accessible.role: Accessible.ListItem
    Accessible.selected: on
    color: on ? Paper.panel : dragged ? Paper.panel : "transparent"
    height: Math.round((under ? 46 : 54) * Desk.unit)
    objectName: "row." + id
    opacity: dragged ? 0.85 : 1
    radius: Desk.radius
    z: dragged ? 2 : 0

    Accessible.onPressAction: root.chosen()

    transform: Translate {
        y: root.lifted
    }

    Rectangle {
        color: root.on ? Paper.accent : root.colour
        height: parent.height - 4 * Desk.grid
        radius: width / 2
        visible: root.on || root.what === "platform"
        width: Desk.grid
        y: 2 * Desk.grid
    }

    Sign {
        id: icon

        anchors.verticalCenter: parent.verticalCenter
        color: root.on ? Paper.accent : Paper.textFaint
        height: width
        path: root.hidden ? Signs.hide : root.sign
        visible: path !== ""
        weight: 2
        width: Math.round(24 * Desk.unit)
        x: (root.under ? 7 : 4) * Desk.grid
    }

    Say {
        anchors.verticalCenter: parent.verticalCenter
        color: root.hidden ? Paper.textFaint : Paper.text
        font.italic: root.hidden
        font.weight: root.under ? (root.on ? Font.Medium : Font.Normal) : Font.Bold
        size: root.under ? Desk.small : Desk.text
        text: root.title
        width: root.width - x - (grip.visible ? grip.width : Desk.gap) - (dot.visible ? 2 * dot.width : 0)
        x: icon.visible ? icon.x + icon.width + 3 * Desk.grid : 4 * Desk.grid
    }

    Rectangle {
        id: dot

        anchors.right: grip.visible ? grip.left : parent.right
        anchors.rightMargin: grip.visible ? 0 : Desk.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Paper.alarm
        height: width
        radius: width / 2
        visible: root.fault
        width: Math.round(11 * Desk.unit)
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.chosen()
    }

    HoverHandler {
        id: hover
    }

    Sign {
        anchors.centerIn: grip
        color: Paper.textFaint
        height: width
        path: Signs.grip
        visible: grip.visible
        width: Math.round(22 * Desk.unit)
    }

    MouseArea {
        id: grip

        property real from

        anchors.right: parent.right
        cursorShape: Qt.OpenHandCursor
        height: parent.height
        objectName: "grip." + root.id
        preventStealing: true
        visible: root.listed && (root.on || hover.hovered || root.dragged)
        width: Desk.touch

        onCanceled: root.dropped()
        onPositionChanged: mouse => {
            root.lifted += mouse.y - from;
            root.dragging();
        }
        onPressed: mouse => {
            from = mouse.y;
            root.dragged = true;
        }
        onReleased: root.dropped()
    }
}
