pragma ComponentBehavior: Bound

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

    readonly property bool complete: !loading && (picture.failed || base.status === Image.Ready && marks.status === Image.Ready)
    readonly property bool loading: picture.pending
    readonly property string reveal: picture.reveal

    Accessible.role: Accessible.Chart
    objectName: "chart." + slide

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

        Component.onCompleted: begin()
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

        onTapped: point => root.stage.openSpot(picture.spotAt(point.position.x, point.position.y, Sizes.touch))
    }

    Repeater {
        model: root.current ? picture.spots : null

        Spot {
            anchors.fill: parent
            objectName: "spot." + index
            stage: root.stage
            z: 1
        }
    }
}
