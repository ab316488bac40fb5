pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A chart: what stands still, what grows in, and what a finger does with it. A tap opens a mark, two fingers or two taps
// enlarge a part, a finger that is drawn along lines reads them.
Item {
    id: root

    required property Stage stage
    required property string slide
    required property string title
    required property string spoken
    required property Rows rows
    required property list<string> columns
    property bool current: false
    property bool shown: false
    property real grown: 0

    readonly property bool complete: !loading && (picture.failed || base.status === Image.Ready && marks.status === Image.Ready)
    readonly property bool loading: picture.pending
    readonly property string reveal: picture.reveal
    readonly property Rows series: picture.series
    readonly property bool tabular: picture.failed || (current && stage.chart.tabular)
    readonly property bool enlarged: current && stage.chart.share < 1

    Accessible.description: spoken
    Accessible.name: title
    Accessible.role: Accessible.Chart
    objectName: "chart." + slide

    onCompleteChanged: root.grow()
    onCurrentChanged: root.grow()

    // Ask for the picture: the size is final.
    function begin() {
        picture.begin();
    }

    function grow() {
        if (root.current && root.complete && !root.shown) {
            root.shown = true;
            if (root.stage.chart.reveals(root.slide))
                growing.start();
            else
                root.grown = 1;
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

    // The part that is shown: the navigator's, or the fingers' as long as they move it.
    QtObject {
        id: view

        property bool led: false
        property real ledLeft: 0
        property real ledTop: 0
        property real ledShare: 1
        readonly property real left: led ? ledLeft : root.current ? root.stage.chart.left : 0
        readonly property real top: led ? ledTop : root.current ? root.stage.chart.top : 0
        readonly property real share: led ? ledShare : root.current ? root.stage.chart.share : 1

        // Show the part of such a size that has a point of the chart (shares of it) under a place on the screen.
        function lead(share: real, across: real, down: real, at: point) {
            ledShare = Math.min(1, Math.max(0.25, share));
            ledLeft = Math.min(1 - ledShare, Math.max(0, across - at.x / root.width * ledShare));
            ledTop = Math.min(1 - ledShare, Math.max(0, down - at.y / root.height * ledShare));
            led = true;
        }

        function settle() {
            root.stage.chart.zoom(ledLeft, ledTop, ledShare);
            led = false;
        }
    }

    Item {
        id: frame

        anchors.fill: parent
        clip: view.share < 1 || picture.share < 1
        visible: !root.tabular

        Item {
            id: layers

            readonly property real enlargement: picture.share / view.share

            height: root.height
            transformOrigin: Item.TopLeft
            scale: enlargement
            width: root.width
            x: (picture.left - view.left) / view.share * root.width
            y: (picture.top - view.top) / view.share * root.height

            Picture {
                id: base
                height: root.height
                source: picture.base
                width: root.width

                onStatusChanged: if (status === Image.Error)
                    picture.lost()
            }

            Item {
                id: grower

                readonly property bool upwards: root.reveal === "up"
                readonly property bool sideways: root.reveal === "right"

                clip: root.grown < 1
                height: upwards ? root.height * root.grown : root.height
                opacity: root.reveal === "fade" ? root.grown : 1
                visible: root.grown === 1 || root.reveal !== "steps"
                width: sideways ? root.width * root.grown : root.width
                x: sideways ? picture.originAcross * root.width * (1 - root.grown) : 0
                y: upwards ? picture.originDown * root.height * (1 - root.grown) : 0

                Picture {
                    id: marks

                    height: root.height
                    source: picture.marks
                    width: root.width
                    x: -grower.x
                    y: -grower.y

                    onStatusChanged: if (status === Image.Error)
                        picture.lost()
                }
            }

            Repeater {
                id: steps

                model: root.grown < 1 ? picture.steps : null

                // Each lot of marks begins while the one before it is still coming in.
                Picture {
                    required property int index
                    required property string file

                    height: root.height
                    opacity: Math.max(0, Math.min(1, (root.grown * (steps.count + 1) - index) / 2))
                    source: file
                    width: root.width
                }
            }

            Repeater {
                model: root.grown < 1 ? picture.rings : null

                Sweep {
                    anchors.fill: parent
                    swept: root.grown
                }
            }
        }

        Repeater {
            model: view.led ? null : picture.opened

            Spot {
                anchors.fill: parent
                objectName: "spot"
                z: 1

                onLed: platform => root.stage.openPlatform(platform)
            }
        }

        ReadingLine {
            id: reading

            anchors.fill: parent
            marksAcross: picture.momentAcross * root.width
            moment: picture.moment
            objectName: "reading"
            readings: picture.readings
            visible: picture.moment !== ""
            z: 1
        }
    }

    Loader {
        active: root.tabular
        anchors.fill: parent

        sourceComponent: Numbers {
            columns: root.columns
            objectName: "numbers"
            rows: root.rows
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

    TapHandler {
        enabled: !root.tabular
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onDoubleTapped: point => {
            const at = point.position;
            const share = root.enlarged ? 1 : 0.4;
            view.lead(share, view.left + at.x / root.width * view.share, view.top + at.y / root.height * view.share, at);
            view.settle();
        }
        onTapped: point => root.stage.chart.openSpot(picture.spotAt(point.position.x, point.position.y, Sizes.touch))
    }

    PinchHandler {
        id: pinch

        property real startShare: 1
        property real across: 0
        property real down: 0

        enabled: !root.tabular
        target: null

        onActiveChanged: {
            if (active) {
                startShare = view.share;
                across = view.left + centroid.position.x / root.width * view.share;
                down = view.top + centroid.position.y / root.height * view.share;
                root.stage.chart.openSpot(-1);
            } else {
                view.settle();
            }
        }
        onActiveScaleChanged: if (active) view.lead(startShare / activeScale, across, down, centroid.position)
        onTranslationChanged: if (active) view.lead(startShare / activeScale, across, down, centroid.position)
    }

    // Moving the enlarged part about.
    DragHandler {
        property real across: 0
        property real down: 0

        dragThreshold: Sizes.dragThreshold
        enabled: root.enlarged && !root.tabular
        grabPermissions: PointerHandler.CanTakeOverFromAnything | PointerHandler.ApprovesCancellation // not by a swipe
        target: null

        onActiveChanged: {
            if (active) {
                across = view.left + centroid.pressPosition.x / root.width * view.share;
                down = view.top + centroid.pressPosition.y / root.height * view.share;
            } else {
                view.settle();
            }
        }
        onCentroidChanged: if (active) view.lead(view.share, across, down, centroid.position)
    }

    // A finger that is drawn along lines reads them; a quick flick is a swipe, as everywhere else.
    DragHandler {
        id: reader

        readonly property real flick: 1200 * Sizes.unit
        property real led: 0
        property real speed: 0

        dragThreshold: Sizes.dragThreshold
        enabled: picture.readable && !root.enlarged && !root.tabular
        grabPermissions: PointerHandler.CanTakeOverFromAnything | PointerHandler.ApprovesCancellation // not by a swipe
        target: null
        yAxis.enabled: false

        onActiveChanged: {
            if (active) {
                root.stage.chart.openSpot(-1);
            } else {
                picture.stopReading();
                if (Math.abs(speed) > flick)
                    root.stage.swiped(led, root.width, Sizes.unit);
            }
        }
        onCentroidChanged: {
            if (active) {
                led = activeTranslation.x;
                speed = centroid.velocity.x;
                reading.across = centroid.position.x;
                picture.read(centroid.position.x);
            }
        }
    }
}
