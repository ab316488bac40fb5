pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Backstage
import Kiosk.Parts

// Opens a platform: its name large, one line beneath, a picture where it has one.
Item {
    id: root

    required property Stage stage
    required property int index
    required property string slideId
    required property color colour
    required property string digit
    required property string icon
    required property string platform
    required property string title
    required property string subtitle
    required property string image
    required property string sources
    required property string origin
    required property string background
    required property string film
    required property bool looped
    property bool current: false

    readonly property bool placed: ListView.view !== null
    readonly property bool pictured: image !== "" && picture.status !== Image.Error
    readonly property bool behind: background !== "" && !Theme.highContrast
    readonly property bool narrow: !Sizes.portrait && (pictured || icon !== "")
    readonly property real column: narrow ? width * (pictured ? 0.5 : 0.58) - Sizes.margin : width - 2 * Sizes.margin

    // As in SlideFrame: while it is being made it lies where the list begins.
    visible: false

    onPlacedChanged: visible = placed

    Loader {
        active: root.stage.probe
        z: 100

        sourceComponent: ProbePatch {
            number: root.index
        }
    }

    Loader {
        active: root.background !== ""
        anchors.fill: parent

        sourceComponent: Behind {
            current: root.current
            film: root.film
            image: root.background
            looped: root.looped
            stage: root.stage
        }
    }

    Picture {
        id: picture

        fillMode: Image.PreserveAspectCrop
        height: Sizes.portrait ? parent.height * 0.45 : parent.height
        source: root.image ? root.stage.scenery.picture(root.image) : ""
        sourceSize.height: Math.ceil(height * Screen.devicePixelRatio)
        visible: root.pictured
        width: Sizes.portrait ? parent.width : parent.width * 0.46
        x: parent.width - width
    }

    // The platform's sign where it has no picture, with rings about it as the contour lines of the ground have them.
    Item {
        id: art

        height: width
        opacity: 0.9
        visible: !root.pictured && root.icon !== ""
        width: Math.round((Sizes.portrait ? 0.62 * root.width : Math.min(0.74 * root.height, 0.36 * root.width)))
        // Within the slide: what hangs over its edge would be seen on the next one.
        x: Math.round(Sizes.portrait ? root.width - width : root.width - Sizes.margin - width)
        y: Math.round(Sizes.portrait ? 0.05 * root.height : (root.height - height) / 2 - Sizes.gap)

        component Contour: ShapePath {
            id: contour

            required property real part

            fillColor: "transparent"
            strokeWidth: Sizes.line

            PathAngleArc {
                centerX: art.width / 2
                centerY: art.width / 2
                radiusX: contour.part * art.width
                radiusY: radiusX
                sweepAngle: 360
            }
        }

        Shape {
            anchors.fill: parent

            Contour {
                part: 0.34
                strokeColor: Qt.alpha(root.colour, 0.5)
            }

            Contour {
                part: 0.42
                strokeColor: Qt.alpha(root.colour, 0.28)
            }

            Contour {
                part: 0.49
                strokeColor: Qt.alpha(root.colour, 0.14)
            }
        }

        Icon {
            anchors.centerIn: parent
            color: root.colour
            height: width
            path: root.icon
            weight: 0.7
            width: Math.round(0.4 * art.width)
        }
    }

    Label {
        id: digit

        anchors.bottom: heading.top
        anchors.left: heading.left
        color: root.behind ? Theme.text : root.colour
        font.weight: Font.Bold
        fontSizeMode: Text.FixedSize
        size: Math.round(270 * Sizes.unit)
        text: root.digit
        visible: root.digit !== ""
    }

    Words {
        id: heading

        // A long title stands higher, so that two lines have room beneath it.
        readonly property real lowest: foot.y - Sizes.lines(Sizes.subtitle, 2.2) - rule.height - 4 * Sizes.gap - contentHeight

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.display, 3)
        size: Sizes.display
        smallest: Sizes.heading
        text: root.title
        width: root.column
        wrapMode: Text.WordWrap
        x: Sizes.margin
        y: Math.round(Math.min(root.height * (Sizes.portrait ? 0.46 : root.digit ? 0.41 : 0.3), lowest))
    }

    Rectangle {
        id: rule

        color: root.colour
        height: Math.round(8 * Sizes.unit)
        radius: height / 2
        width: Math.round(160 * Sizes.unit)
        x: Sizes.margin
        y: Math.round(heading.y + heading.contentHeight + 1.5 * Sizes.gap)
    }

    Words {
        readonly property real most: Math.min(root.column, 1300 * Sizes.unit)

        anchors.left: heading.left
        anchors.top: rule.bottom
        anchors.topMargin: 1.5 * Sizes.gap
        color: root.behind ? Theme.text : Theme.textSoft
        height: foot.y - y - Sizes.gap
        size: Sizes.subtitle
        text: root.subtitle
        // Lines of about one length, so that no two characters stand alone on the last one.
        width: Math.min(most, implicitWidth / Math.ceil(implicitWidth / most) + 5 * size)
    }

    Words {
        id: foot

        Accessible.ignored: text === ""
        Accessible.name: text
        Accessible.role: root.sources !== "" ? Accessible.Button : Accessible.StaticText
        color: root.behind ? Theme.text : Theme.textFaint
        objectName: "source"
        height: Math.max(Sizes.touch - 2 * Sizes.gap, Sizes.lines(Sizes.sourceText, Sizes.portrait ? 2 : 1))
        size: Sizes.sourceText
        text: root.origin
        verticalAlignment: Text.AlignBottom
        width: root.column
        x: Sizes.margin
        y: Math.round(root.height - height - Sizes.gap)

        Accessible.onPressAction: root.stage.openSources(root.sources)

        TapHandler {
            enabled: root.sources !== ""
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: Math.max(0, (Sizes.touch - foot.height) / 2)

            onTapped: root.stage.openSources(root.sources)
        }
    }
}
