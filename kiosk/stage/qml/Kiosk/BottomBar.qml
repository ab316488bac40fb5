pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Always there: home, where one is, what a visitor sets for themselves, language, back and forward. Everything is one
// touch away: where one row is too short for that, what is set stands in a second one above, with its words.
Rectangle {
    id: root

    required property Stage stage
    readonly property bool still: true // half of all items are in it, and none waits for a picture
    readonly property bool onSlide: stage.screen === "slide"
    readonly property real edge: Sizes.portrait ? 1.5 * Sizes.gap : Sizes.margin * 0.67
    readonly property real lower: height - (Sizes.barRow + Sizes.touch) / 2
    readonly property real upper: Sizes.twoRows ? (Sizes.barRow - Sizes.touch) / 2 : lower

    color: Theme.bar
    height: Sizes.bar

    Rectangle {
        color: Theme.barLine
        height: Theme.edge * Sizes.line / 2
        width: parent.width
    }

    RoundButton {
        id: home

        icon: Icons.home
        label: Texts.home
        objectName: "bar.home"
        x: root.edge
        y: root.lower

        onTapped: root.stage.home()
    }

    Label {
        id: place

        Accessible.name: Texts.home
        Accessible.role: Accessible.Button
        anchors.left: home.right
        anchors.leftMargin: Sizes.gap
        anchors.verticalCenter: home.verticalCenter
        color: Theme.text
        font.weight: Font.Medium
        fontSizeMode: Text.FixedSize
        text: Texts.home
        visible: !Sizes.portrait

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: Sizes.gap

            onTapped: root.stage.home()
        }
    }

    Dots {
        id: dots

        readonly property real from: Sizes.portrait ? home.x + home.width : place.x + place.width
        readonly property real to: Sizes.twoRows ? steps.x : settings.x

        colour: root.stage.platform.colour
        count: root.stage.platform.slides
        current: root.stage.index - root.stage.platform.first
        objectName: "bar.dots"
        room: to - from - 2 * Sizes.gap
        visible: root.onSlide
        x: Math.round(Math.max(from + Sizes.gap, Math.min(to - width - Sizes.gap, (from + to - width) / 2)))
        y: root.lower

        onChosen: index => root.stage.openIndex(root.stage.platform.first + index)
    }

    Row {
        id: settings

        readonly property real cellWidth: (root.width - 2 * root.edge - (language.visible ? 4 : 3) * spacing) / (language.visible ? 5 : 4)

        spacing: Sizes.gap
        x: Sizes.twoRows ? root.edge : steps.x - Sizes.gap - width
        y: root.upper

        component Setting: RoundButton {
            spelt: Sizes.twoRows
            width: Sizes.twoRows ? settings.cellWidth : implicitWidth
        }

        Setting {
            icon: root.stage.comfort.textSize < 2 ? Icons.larger : Icons.smaller
            label: Texts.textSize
            objectName: "bar.textSize"

            onTapped: root.stage.comfort.nextTextSize()
        }

        Setting {
            checkable: true
            icon: Icons.contrast
            label: Texts.contrast
            objectName: "bar.contrast"
            on: root.stage.comfort.highContrast

            onTapped: root.stage.comfort.toggleContrast()
        }

        Setting {
            checkable: true
            icon: Icons.motion
            label: Texts.motion
            objectName: "bar.motion"
            on: root.stage.comfort.reducedMotion

            onTapped: root.stage.comfort.toggleMotion()
        }

        Setting {
            checkable: true
            icon: Icons.reach
            label: Texts.reach
            objectName: "bar.reach"
            on: root.stage.comfort.lowReach

            onTapped: root.stage.comfort.toggleReach()
        }

        Setting {
            id: language

            label: root.stage.otherLanguage
            objectName: "bar.language"
            visible: label !== ""

            onTapped: root.stage.nextLanguage()
        }
    }

    Row {
        id: steps

        anchors.right: parent.right
        anchors.rightMargin: root.edge
        spacing: Sizes.gap
        y: root.lower

        RoundButton {
            available: root.stage.screen !== "hub"
            icon: Icons.previous
            label: Texts.previous
            objectName: "bar.previous"

            onTapped: root.stage.previous()
        }

        RoundButton {
            icon: Icons.next
            label: Texts.next
            objectName: "bar.next"
            strong: true

            onTapped: root.stage.next()
        }
    }
}
