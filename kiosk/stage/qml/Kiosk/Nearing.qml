import QtQuick

// Two fingers or the wheel bring a part of the slide near, over this item, which the slide as it is shown fills.
Item {
    id: root

    required property rect near

    signal brought(left: real, top: real, share: real)

    // So that what is at a place of the slide comes to stand at a place of this item.
    function bring(share: real, across: real, down: real, to: point) {
        const part = Math.max(0.25, Math.min(1, share));
        root.brought(across - to.x / root.width * part, down - to.y / root.height * part, part);
    }

    PinchHandler {
        id: pinch

        property real startShare: 1
        property real across: 0
        property real down: 0

        target: null

        onActiveChanged: {
            if (active) {
                startShare = root.near.width;
                across = root.near.x + centroid.position.x / root.width * startShare;
                down = root.near.y + centroid.position.y / root.height * startShare;
            }
        }
        onActiveScaleChanged: if (active) root.bring(startShare / activeScale, across, down, centroid.position)
        onTranslationChanged: if (active) root.bring(startShare / activeScale, across, down, centroid.position)
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad

        onWheel: event => {
            const share = root.near.width;
            const across = root.near.x + event.x / root.width * share;
            const down = root.near.y + event.y / root.height * share;
            root.bring(share * Math.pow(0.999, event.angleDelta.y), across, down, Qt.point(event.x, event.y));
        }
    }
}
