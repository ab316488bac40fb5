pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Where the screen feels a touch: each field turns colour under a finger, and each finger is ringed.
Rectangle {
    id: root

    required property Panel desk
    readonly property int across: Sizes.portrait ? 14 : 24
    readonly property int down: Sizes.portrait ? 24 : 14
    property int count: 0
    property int fingers: 0

    // Every field on the way of a finger, however fast it was.
    function mark(fromX: real, fromY: real, x: real, y: real) {
        const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x - fromX) / width * across, Math.abs(y - fromY) / height * down) * 2));
        for (let step = 0; step <= steps; step++) {
            const column = Math.floor((fromX + (x - fromX) * step / steps) / width * across);
            const row = Math.floor((fromY + (y - fromY) * step / steps) / height * down);
            if (column < 0 || row < 0 || column >= across || row >= down)
                continue;
            const field = fields.itemAt(row * across + column) as Field;
            if (field && !field.felt) {
                field.felt = true;
                count += 1;
            }
        }
    }

    color: Theme.skyBottom

    component Field: Rectangle {
        property bool felt: false
    }

    component Finger: TouchPoint {
        property real lastX
        property real lastY

        function moved() {
            if (pressed)
                root.mark(lastX, lastY, x, y);
            lastX = x;
            lastY = y;
        }

        onPressedChanged: {
            root.fingers += pressed ? 1 : -1;
            lastX = x;
            lastY = y;
            moved();
        }
        onXChanged: moved()
        onYChanged: moved()
    }

    component FingerRing: Rectangle {
        required property TouchPoint finger

        border.color: Theme.text
        border.width: 3 * Sizes.line
        color: "transparent"
        height: width
        radius: width / 2
        visible: finger.pressed
        width: Math.round(168 * Sizes.unit)
        x: finger.x - width / 2
        y: finger.y - height / 2
    }

    Repeater {
        id: fields

        model: root.across * root.down

        Field {
            required property int index

            border.color: Theme.surfaceLine
            border.width: Sizes.line / 2
            color: felt ? Theme.accent : "transparent"
            height: root.height / root.down
            width: root.width / root.across
            x: index % root.across * width
            y: Math.floor(index / root.across) * height
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        maximumTouchPoints: 5
        objectName: "test.area"
        touchPoints: [
            Finger {
                id: one
            },
            Finger {
                id: two
            },
            Finger {
                id: three
            },
            Finger {
                id: four
            },
            Finger {
                id: five
            }
        ]
    }

    FingerRing {
        finger: one
        objectName: "test.finger"
    }

    FingerRing {
        finger: two
        objectName: "test.finger"
    }

    FingerRing {
        finger: three
    }

    FingerRing {
        finger: four
    }

    FingerRing {
        finger: five
    }

    // Out of the way of a finger that is down.
    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: column.height + 3 * Sizes.gap
        opacity: root.fingers > 0 ? 0 : 1
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 2 * Sizes.gap, Math.round(820 * Sizes.unit))

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Sizes.gap
            width: parent.width - 4 * Sizes.gap

            Words {
                color: Theme.text
                fontSizeMode: Text.FixedSize
                horizontalAlignment: Text.AlignHCenter
                size: Math.round(30 * Sizes.unit)
                text: root.desk.testHow
                width: parent.width
            }

            Label {
                color: Theme.text
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                objectName: "test.count"
                size: Math.round(40 * Sizes.unit)
                text: root.desk.tested(root.count, fields.count)
                width: parent.width
            }

            RoundButton {
                anchors.horizontalCenter: parent.horizontalCenter
                label: root.desk.done
                objectName: "test.done"
                strong: true
                width: Math.max(implicitWidth, Math.round(240 * Sizes.unit))

                onTapped: root.desk.go("panel")
            }
        }
    }
}
