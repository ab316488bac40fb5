pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Backstage

// What a presenter draws and points at, over a slide; where `felt`, a finger, a pen or the mouse does so here.
Item {
    id: root

    required property Ink ink
    required property Stage stage
    property bool felt: true
    readonly property real unit: Math.min(width, height) / 1080
    readonly property bool lit: ink.points && ink.hand === "spot"
    readonly property real reach: 190 * unit

    transform: Closer {
        near: root.stage.show.near
        of: root
    }

    // All of the slide but a round hole.
    function hole(x: real, y: real, reach: real): string {
        const arc = `a${reach} ${reach} 0 1 0 `;
        return `M0 0h${width}v${height}h${-width}z M${x - reach} ${y}${arc}${2 * reach} 0${arc}${-2 * reach} 0z`;
    }

    component Stroke: Shape {
        id: stroke

        required property string path

        anchors.fill: parent
        visible: path !== ""

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.width, root.height)
            strokeColor: Theme.bad
            strokeWidth: 7.2 * root.unit

            PathSvg {
                path: stroke.path
            }
        }
    }

    Stroke {
        objectName: "ink.strokes"
        path: root.ink.strokes
    }

    Stroke {
        objectName: "ink.stroke"
        path: root.ink.stroke
    }

    Shape {
        anchors.fill: parent
        objectName: "ink.light"
        visible: root.lit

        ShapePath {
            fillColor: Qt.alpha(Theme.shade, 0.85)
            fillRule: ShapePath.OddEvenFill
            strokeWidth: -1

            PathSvg {
                path: root.lit ? root.hole(root.ink.x * root.width, root.ink.y * root.height, root.reach) : ""
            }
        }
    }

    // A ring around a dot, which no mark of a map or a chart looks like.
    Rectangle {
        border.color: Theme.text
        border.width: 5 * root.unit
        color: Qt.alpha(Theme.bad, 0.35)
        height: width
        objectName: "ink.dot"
        radius: width / 2
        visible: root.ink.points && root.ink.hand === "pointer"
        width: 80 * root.unit
        x: root.ink.x * root.width - width / 2
        y: root.ink.y * root.height - height / 2

        Rectangle {
            anchors.centerIn: parent
            color: Theme.bad
            height: width
            radius: width / 2
            width: 24 * root.unit
        }
    }

    // Mouse, finger and pen alike: the last two come as a mouse to whoever takes nothing else.
    MouseArea {
        id: hand

        property point last // where the mouse was; Qt tells it again whenever the scene changes, on every screen

        anchors.fill: parent
        cursorShape: root.ink.hand === "draw" || root.ink.hand === "erase" ? Qt.CrossCursor : Qt.BlankCursor
        enabled: root.felt && root.ink.hand !== ""
        hoverEnabled: root.ink.hand === "pointer" || root.ink.hand === "spot"
        objectName: "ink"
        preventStealing: true
        visible: enabled

        onCanceled: root.ink.leave()
        onEntered: last = Qt.point(mouseX, mouseY)
        onExited: root.ink.leave()
        onPositionChanged: mouse => {
            const moved = mouse.x !== last.x || mouse.y !== last.y;
            last = Qt.point(mouse.x, mouse.y);
            if (moved)
                root.ink.move(mouse.x / width, mouse.y / height);
        }
        onPressed: mouse => root.ink.begin(mouse.x / width, mouse.y / height)
        onReleased: root.ink.end()
    }
}
