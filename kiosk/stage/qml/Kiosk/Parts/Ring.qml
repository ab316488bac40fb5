pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes

// A ring that runs empty while a question waits for its answer.
Shape {
    id: root

    required property int duration
    required property bool running
    required property color colour
    required property color track
    property real remaining: 1
    readonly property real weight: width / 12

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        fillColor: "transparent"
        strokeColor: root.track
        strokeWidth: root.weight

        PathAngleArc {
            centerX: root.width / 2
            centerY: root.height / 2
            radiusX: (root.width - root.weight) / 2
            radiusY: radiusX
            startAngle: -90
            sweepAngle: 360
        }
    }

    ShapePath {
        capStyle: ShapePath.RoundCap
        fillColor: "transparent"
        strokeColor: root.colour
        strokeWidth: root.weight

        PathAngleArc {
            centerX: root.width / 2
            centerY: root.height / 2
            radiusX: (root.width - root.weight) / 2
            radiusY: radiusX
            startAngle: -90
            sweepAngle: 360 * root.remaining
        }
    }

    NumberAnimation {
        duration: root.duration
        from: 1
        property: "remaining"
        running: root.running
        target: root
        to: 0
    }
}
