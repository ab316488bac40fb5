pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A drawn sign of our own: strokes in a square of 24 by 24, scaled to the item.
Item {
    id: root

    required property string path
    property color color
    property real weight: 2.4

    Shape {
        anchors.centerIn: parent
        height: 24
        preferredRendererType: Shape.CurveRenderer
        scale: root.width / 24
        width: 24

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.color
            strokeWidth: root.weight

            PathSvg {
                path: root.path
            }
        }
    }
}
