pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Everything a visitor sees: one screen at a time over the background, the bar, and what may stand before them.
Item {
    id: root

    required property Stage stage
    readonly property string screen: stage.screen

    // Its file is read when it is first needed, if it was not before: the first screen waits for no other.
    component Late: Loader {
        required property url file
        required property bool wanted
        property bool ahead: false
        readonly property url needed: wanted ? file : ""

        function read() {
            source = "";
            asynchronous = ahead;
            if (needed.toString())
                setSource(needed, {
                    "stage": root.stage
                });
        }

        // What is given up while it is being made bit by bit is given up first, or Qt complains.
        Component.onDestruction: if (status === Loader.Loading) source = ""
        onAheadChanged: if (!ahead && status === Loader.Loading) read()
        onNeededChanged: read()
    }

    // One comes out of the background, and the one before is gone at once: two half-seen texts are none.
    component Screen: Late {
        id: screen

        required property string name
        property bool kept: false
        readonly property bool here: root.screen === name

        anchors.bottomMargin: Sizes.foot
        anchors.fill: parent
        enabled: here && root.stage.desk === "" && !root.stage.show.covered
        // As one picture: without a graphics card all that it consists of would be mixed anew in each frame. It is kept
        // for a moment after it has come: the frame in which all is drawn by itself again takes long.
        layer.enabled: visible && coming.running
        objectName: "screen." + name
        visible: here
        wanted: here || leaving.running || kept

        onHereChanged: {
            if (here && first.past)
                coming.restart();
            else if (!here)
                leaving.restart(); // what it consists of goes when the next one has come
        }

        SequentialAnimation {
            id: coming

            NumberAnimation {
                duration: Theme.fade
                easing.type: Easing.OutCubic
                from: 0.05 // not 0: its picture is then part of the first frame, and no frame after that is late
                property: "opacity"
                target: screen
                to: 1
            }

            PauseAnimation {
                duration: Theme.fade / 10
            }
        }

        PauseAnimation {
            id: leaving

            duration: Theme.fade
        }
    }

    // The first touch shall not wait for the hub, which is made bit by bit after the first frame.
    FirstFrame {
        id: first

        target: root.Window.window
    }

    // Sizes, not anchors, which are only known once everything is made: its picture is asked for before.
    Backdrop {
        height: root.height
        stage: root.stage
        width: root.width
    }

    Late {
        id: notice

        readonly property bool here: attract.here || hub.here
        readonly property real taken: wanted ? height : 0 // a loader that is empty again keeps its height

        file: Qt.resolvedUrl("Notice.qml")
        opacity: here ? 1 : 0
        wanted: root.stage.notice !== "" && (attract.visible || hub.visible)
        width: root.width

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
                easing.type: Easing.OutCubic
            }
        }
    }

    Screen {
        id: attract

        anchors.bottomMargin: 0
        anchors.topMargin: notice.taken
        file: Qt.resolvedUrl("Attract.qml")
        name: "attract"
    }

    Screen {
        id: hub

        ahead: !here
        anchors.topMargin: notice.taken
        file: Qt.resolvedUrl(Sizes.lowReach ? "LowHub.qml" : "Hub.qml")
        kept: first.past
        name: "hub"
    }

    Screen {
        file: Qt.resolvedUrl(Sizes.lowReach ? "LowChooser.qml" : "Chooser.qml")
        name: "group"
    }

    Screen {
        file: Qt.resolvedUrl("SlideList.qml")
        name: "slide"
    }

    Screen {
        file: Qt.resolvedUrl("Compare.qml")
        name: "compare"
    }

    Screen {
        file: Qt.resolvedUrl("Advise.qml")
        name: "adviser"
    }

    // Slides that are laid out beside the screen, so that their charts are drawn before somebody opens them.
    Late {
        file: Qt.resolvedUrl("Rehearsal.qml")
        height: root.height - Sizes.foot
        wanted: root.stage.rehearsal.index >= 0
        width: root.width
        x: 2 * root.width
    }

    Screen {
        file: Qt.resolvedUrl("TakeHome.qml")
        name: "take_home"
    }

    Screen {
        file: Qt.resolvedUrl("Welcome.qml")
        name: "welcome"
    }

    Screen {
        anchors.bottomMargin: 0
        file: Qt.resolvedUrl("Calm.qml")
        name: "calm"
    }

    Screen {
        anchors.bottomMargin: 0
        file: Qt.resolvedUrl("Dark.qml")
        name: "dark"
    }

    BottomBar {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.lift
        anchors.left: parent.left
        anchors.right: parent.right
        enabled: root.stage.desk === ""
        stage: root.stage
        visible: root.screen !== "attract" && root.screen !== "calm" && root.screen !== "dark" && !root.stage.show.presenting
    }

    // Its keyboard stands before the bar.
    Screen {
        file: Qt.resolvedUrl("Lead.qml")
        name: "lead"
    }

    Late {
        anchors.fill: parent
        file: Qt.resolvedUrl("SourceSheet.qml")
        wanted: root.stage.sheetOpen
    }

    Late {
        anchors.fill: parent
        enabled: root.stage.desk === ""
        file: Qt.resolvedUrl("Presenting.qml")
        wanted: root.stage.show.presenting
    }

    Late {
        anchors.fill: parent
        file: Qt.resolvedUrl("PinPad.qml")
        wanted: root.stage.desk === "pin"
    }

    Late {
        anchors.fill: parent
        file: Qt.resolvedUrl("OperatorPanel.qml")
        wanted: root.stage.desk !== "" && root.stage.desk !== "pin"
    }

    Late {
        anchors.fill: parent
        file: Qt.resolvedUrl("IdleQuestion.qml")
        wanted: root.stage.asking
    }
}
