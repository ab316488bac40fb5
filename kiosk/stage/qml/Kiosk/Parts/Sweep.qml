import QtQuick
import QtQuick.Shapes
import Kiosk.Backstage

// A ring that comes in clockwise: what of it is not there yet is covered with the card's colour.
Shape {
    id: root

    required property real across
    required property real down
    required property real inner
    required property real outer
    required property real start
    required property real sweep
    property real swept: 0

    readonly property real thickness: (outer - inner) * width + 4 * Sizes.line

    preferredRendererType: Shape.CurveRenderer

    ShapePath {
        capStyle: ShapePath.FlatCap
        fillColor: "transparent"
        strokeColor: Theme.card
        strokeWidth: root.thickness

        PathAngleArc {
            centerX: root.across * root.width
            centerY: root.down * root.height
            radiusX: (root.inner + root.outer) / 2 * root.width
            radiusY: radiusX
            startAngle: root.start + root.sweep * root.swept
            sweepAngle: root.sweep * (1 - root.swept)
        }
    }
}
