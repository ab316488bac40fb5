pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// The presenter's console: what is shown, what comes, what to say, and how the time goes.
Window {
    id: root

    required property Stage stage
    required property Stage coming
    required property Lectern lectern
    required property Search search
    required property Phone phone
    property bool keyboard: false // whether somebody writes who has none but the one on the screen
    property real lift: 0 // so far the side is above its place, for the keyboard below it
    property size show: Qt.size(1920, 1080) // the show's window
    readonly property string say: lectern.language
    readonly property bool portrait: Desk.portrait
    readonly property real top: head.height + Desk.gap
    readonly property real left: portrait ? width - 2 * Desk.gap : Math.round(0.53 * width)
    readonly property real shown: Math.round(Math.min(left * show.height / show.width, portrait ? 0.32 * height : 0.54 * height))

    color: Theme.skyBottom
    height: 720
    title: lectern.word(say, "title")
    width: 1280

    Binding {
        property: "width"
        target: Desk
        value: root.width
    }

    Binding {
        property: "height"
        target: Desk
        value: root.height
    }

    Rectangle {
        height: root.height
        width: root.width

        gradient: Gradient {
            GradientStop {
                color: Theme.skyTop
                position: 0
            }

            GradientStop {
                color: Theme.skyBottom
                position: 1
            }
        }
    }

    Head {
        id: head

        lectern: root.lectern
        width: root.width
    }

    Glance {
        id: now

        cover: root.lectern.covered
        height: root.shown
        ink: root.lectern.ink
        objectName: "now"
        size: root.show
        stage: root.stage
        width: root.left
        x: Desk.gap
        y: root.top

        onBrought: (left, top, share) => root.lectern.bringNear(left, top, share)
    }

    Item {
        id: below

        readonly property real part: Math.round(0.4 * width)

        height: root.portrait ? Math.round(0.15 * root.height) : root.height - y - Desk.gap
        width: root.left
        x: Desk.gap
        y: now.y + now.height + Desk.gap

        Say {
            id: coming

            color: Theme.textSoft
            font.weight: Font.Medium
            objectName: "coming.title"
            size: Desk.small
            text: root.lectern.coming
            width: below.part
        }

        Glance {
            id: next

            height: parent.height - y
            objectName: "coming"
            opacity: root.lectern.ends ? 0.25 : 1
            size: root.show
            stage: root.coming
            width: below.part
            y: coming.height + Desk.grid
        }

        Tools {
            across: parent.width - x
            down: parent.height
            lectern: root.lectern
            x: below.part + Desk.gap
        }
    }

    // Behind the side where it is above its place, before what is there.
    Rectangle {
        color: Theme.skyBottom
        height: side.height + Desk.gap
        visible: root.lift > 0
        width: side.width + Desk.gap
        x: side.x - Desk.gap / 2
        y: side.y - Desk.gap / 2
    }

    Side {
        id: side

        height: root.height - y - root.lift - steps.height - 2 * Desk.gap
        lectern: root.lectern
        objectName: "side"
        phone: root.phone
        search: root.search
        width: root.portrait ? root.width - 2 * Desk.gap : root.width - x - Desk.gap
        x: root.portrait ? Desk.gap : root.left + 2 * Desk.gap
        y: (root.portrait ? below.y + below.height + Desk.gap : root.top) - root.lift
    }

    Row {
        id: steps

        height: Math.round(128 * Desk.unit)
        spacing: Desk.gap
        x: side.x
        y: root.height - height - Desk.gap

        Key {
            height: steps.height
            label: root.lectern.word(root.say, "previous")
            objectName: "previous"
            sign: Signs.previous
            size: Desk.head
            width: Math.round((side.width - Desk.gap) / 3)

            onTapped: root.lectern.previous()
        }

        Key {
            height: steps.height
            label: root.lectern.word(root.say, "next")
            objectName: "next"
            sign: Signs.next
            size: Desk.head
            strong: true
            width: side.width - Desk.gap - Math.round((side.width - Desk.gap) / 3)

            onTapped: root.lectern.next()
        }
    }

    // Read when a finger first opens a field, as Python says.
    Loader {
        readonly property url needed: root.keyboard ? Qt.resolvedUrl("Writing.qml") : ""

        anchors.bottom: parent.bottom
        width: root.width

        onNeededChanged: if (needed.toString()) setSource(needed, {
            "window": root
        }); else source = ""
    }
}
