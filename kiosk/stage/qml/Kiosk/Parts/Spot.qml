pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Backstage

// The mark of a chart that was touched: its outline, and a callout beside it.
Item {
    id: root

    required property string label
    required property string value
    required property string period
    required property string source
    required property string note
    required property string shape
    required property real across
    required property real down
    required property real wide
    required property real high
    required property real radius
    required property real start
    required property real sweep
    required property string outline
    required property string leadsTo

    signal led(platform: string)

    readonly property bool wedge: shape === "wedge"
    readonly property real middleAngle: (start + sweep / 2) * Math.PI / 180
    readonly property real beginning: wedge ? (across + 0.8 * radius * Math.cos(middleAngle)) * width : across * width
    readonly property real upper: wedge ? down * height + 0.8 * radius * width * Math.sin(middleAngle) : down * height
    readonly property real markWidth: wedge ? 0 : wide * width
    readonly property real markHeight: wedge ? 0 : high * height

    Rectangle {
        readonly property real space: root.shape === "point" ? 2 * Sizes.grid : Sizes.grid

        border.color: Theme.text
        border.width: 1.5 * Sizes.line
        color: "transparent"
        height: root.markHeight + 2 * space
        radius: root.shape === "point" ? height / 2 : Sizes.grid
        visible: !root.wedge && root.shape !== "area"
        width: root.markWidth + 2 * space
        x: root.beginning - space
        y: root.upper - space
    }

    Loader {
        active: root.wedge
        anchors.fill: parent

        sourceComponent: Shape {
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                fillColor: "transparent"
                strokeColor: Theme.text
                strokeWidth: 3 * Sizes.line

                PathAngleArc {
                    centerX: root.across * root.width
                    centerY: root.down * root.height
                    radiusX: root.radius * root.width + Sizes.grid
                    radiusY: radiusX
                    startAngle: root.start
                    sweepAngle: root.sweep
                }
            }
        }
    }

    Loader {
        active: root.shape === "area"
        anchors.fill: parent

        sourceComponent: Shape {
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                fillColor: "transparent"
                joinStyle: ShapePath.RoundJoin
                strokeColor: Theme.text
                strokeWidth: 2 * Sizes.line

                PathSvg {
                    path: root.outline
                }
            }
        }
    }

    Loader {
        // Above the mark; where there is no room, beside it; never on it unless it fills the chart.
        readonly property real middle: root.beginning + root.markWidth / 2
        readonly property bool roomAbove: root.upper > height + Sizes.gap
        readonly property bool roomRight: root.beginning + root.markWidth + Sizes.gap + width < root.width
        readonly property bool roomLeft: root.beginning - Sizes.gap > width
        readonly property real beside: roomRight ? root.beginning + root.markWidth + Sizes.gap : root.beginning - Sizes.gap - width
        readonly property bool below: !roomAbove && !roomRight && !roomLeft

        objectName: "callout"
        x: Math.max(0, Math.min(root.width - width, roomAbove || below ? middle - width / 2 : beside))
        y: Math.max(0, Math.min(root.height - height, Sizes.lowReach ? root.height - height : roomAbove ? root.upper - height - Sizes.gap : below ? root.upper + root.markHeight + Sizes.gap : root.upper))

        sourceComponent: Callout {
            leads: root.leadsTo !== ""
            label: root.label
            note: root.note
            period: root.period
            source: root.source
            value: root.value

            onTapped: root.led(root.leadsTo)
        }
    }
}
