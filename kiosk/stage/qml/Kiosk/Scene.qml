pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Everything a visitor sees: one screen at a time over the background, the bar, and what may stand before them.
Item {
    id: root

    required property Stage stage
    readonly property string screen: stage.screen

    component Screen: Loader {
        required property string name
        readonly property bool here: root.screen === name

        active: here || opacity > 0
        anchors.fill: parent
        enabled: here
        opacity: here ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
                easing.type: Easing.OutCubic
            }
        }
    }

    // A screen that is not the first one: its file is read after that, or when it is first shown.
    component LateScreen: Loader {
        required property string name
        required property url file
        readonly property bool here: root.screen === name
        readonly property url wanted: here || opacity > 0 ? file : ""

        anchors.bottomMargin: Sizes.foot
        anchors.fill: parent
        enabled: here
        opacity: here ? 1 : 0
        visible: opacity > 0

        onWantedChanged: if (wanted.toString()) setSource(wanted, {
            "stage": root.stage
        }); else source = ""

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
                easing.type: Easing.OutCubic
            }
        }
    }

    // Sizes, not anchors, which are only known once everything is made: its picture is asked for before.
    Backdrop {
        height: root.height
        stage: root.stage
        width: root.width
    }

    Screen {
        name: "attract"

        sourceComponent: Attract {
            stage: root.stage
        }
    }

    LateScreen {
        file: Qt.resolvedUrl(Sizes.lowReach ? "LowHub.qml" : "Hub.qml")
        name: "hub"
    }

    LateScreen {
        file: Qt.resolvedUrl(Sizes.lowReach ? "LowChooser.qml" : "Chooser.qml")
        name: "group"
    }

    Screen {
        anchors.bottomMargin: Sizes.foot
        name: "slide"

        sourceComponent: SlideList {
            stage: root.stage
        }
    }

    LateScreen {
        file: Qt.resolvedUrl("Compare.qml")
        name: "compare"
    }

    LateScreen {
        file: Qt.resolvedUrl("Advise.qml")
        name: "adviser"
    }

    // Slides that are laid out beside the screen, so that their charts are drawn before somebody opens them.
    Loader {
        active: root.stage.rehearsal.index >= 0
        height: root.height - Sizes.foot
        width: root.width
        x: 2 * root.width

        sourceComponent: SlideList {
            enabled: false
            index: root.stage.rehearsal.index
            rehearsing: true
            stage: root.stage
        }
    }

    LateScreen {
        file: Qt.resolvedUrl("TakeHome.qml")
        name: "take_home"
    }

    Screen {
        name: "calm"

        sourceComponent: Calm {}
    }

    LateScreen {
        anchors.bottomMargin: 0
        file: Qt.resolvedUrl("Dark.qml")
        name: "dark"
    }

    BottomBar {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Sizes.lift
        anchors.left: parent.left
        anchors.right: parent.right
        stage: root.stage
        visible: root.screen !== "attract" && root.screen !== "calm" && root.screen !== "dark"
    }

    Loader {
        active: root.stage.sheetOpen
        anchors.fill: parent

        sourceComponent: SourceSheet {
            stage: root.stage
        }
    }

    Loader {
        active: root.stage.asking
        anchors.fill: parent

        sourceComponent: IdleQuestion {
            stage: root.stage
        }
    }
}
