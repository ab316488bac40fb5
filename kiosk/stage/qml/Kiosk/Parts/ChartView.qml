import QtQuick
import Kiosk.Backstage

// A chart: what stands still, what grows in, and the marks that answer to a touch.
Item {
    id: root

    required property Stage stage
    required property string slide
    required property Rows rows
    property bool current: false
    property bool shown: false
    property real grown: 0

    readonly property bool complete: picture.failed || base.status === Image.Ready && marks.status === Image.Ready
    readonly property string reveal: picture.reveal

    Accessible.role: Accessible.Chart

    onCompleteChanged: root.grow()
    onCurrentChanged: root.grow()

    function grow() {
        if (root.current && root.complete && !root.shown) {
            root.shown = true;
            growing.start();
        }
    }

    StagePicture {
        id: picture

        height: root.height
        ratio: Screen.devicePixelRatio
        slide: root.slide
        stage: root.stage
        textScale: Sizes.textScale
        urgent: root.current
        width: root.width
    }

    Picture {
        id: base
        height: root.height
        source: picture.base
        width: root.width
    }

    Item {
        id: clip

        readonly property bool upwards: root.reveal === "up"
        readonly property bool sideways: root.reveal === "right"

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        clip: root.grown < 1
        height: upwards ? root.height * root.grown : root.height
        opacity: upwards || sideways ? 1 : root.grown
        width: sideways ? root.width * root.grown : root.width

        Picture {
            id: marks

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            height: root.height
            source: picture.marks
            width: root.width
        }
    }

    NumberAnimation {
        id: growing

        duration: Theme.reveal
        easing.type: Easing.OutCubic
        from: 0
        property: "grown"
        target: root
        to: 1
    }

    Loader {
        active: picture.failed
        anchors.fill: parent

        sourceComponent: Numbers {
            rows: root.rows
        }
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: point => root.stage.openSpot(picture.spotAt(point.position.x / root.width, point.position.y / root.height, Sizes.touch / root.width / 2, Sizes.touch / root.height / 2))
    }

    Repeater {
        model: root.current ? picture.spots : null

        Item {
            id: spot

            required property int index
            required property string label
            required property string value
            required property string period
            required property string source
            required property string note
            required property real across
            required property real down
            required property real wide
            required property real high

            readonly property bool open: root.stage.spot === index
            readonly property real middle: (across + wide / 2) * root.width
            readonly property real upper: down * root.height

            anchors.fill: parent
            objectName: "spot." + index
            visible: open
            z: 1

            Rectangle {
                border.color: Theme.text
                border.width: 1.5 * Sizes.line
                color: "transparent"
                height: spot.high * root.height + 2 * Sizes.grid
                radius: Sizes.grid
                width: spot.wide * root.width + 2 * Sizes.grid
                x: spot.across * root.width - Sizes.grid
                y: spot.upper - Sizes.grid
            }

            Loader {
                id: callout

                active: spot.open
                x: Math.max(0, Math.min(root.width - width, spot.middle - width / 2))
                y: spot.upper > height + Sizes.gap ? spot.upper - height - Sizes.gap : Math.min(root.height - height, spot.upper + spot.high * root.height + Sizes.gap)

                sourceComponent: Callout {
                    label: spot.label
                    note: spot.note
                    period: spot.period
                    source: spot.source
                    value: spot.value
                }
            }
        }
    }
}
