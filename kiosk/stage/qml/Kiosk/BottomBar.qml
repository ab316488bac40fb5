pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Always there: home, where one is, text size, language, back and forward.
Rectangle {
    id: root

    required property Stage stage
    readonly property bool onSlide: stage.screen === "slide"

    color: Theme.bar
    height: Sizes.bar

    Rectangle {
        color: Theme.barLine
        height: Sizes.line / 2
        width: parent.width
    }

    RoundButton {
        id: home

        anchors.left: parent.left
        anchors.leftMargin: Sizes.portrait ? 1.5 * Sizes.gap : Sizes.margin * 0.67
        anchors.verticalCenter: parent.verticalCenter
        icon: Icons.home
        label: Texts.home
        objectName: "bar.home"

        onTapped: root.stage.home()
    }

    Label {
        id: place

        anchors.left: home.right
        anchors.leftMargin: Sizes.gap
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.text
        font.weight: Font.Medium
        text: Texts.home
        visible: !Sizes.portrait
        width: Math.round(280 * Sizes.unit)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: Sizes.gap

            onTapped: root.stage.home()
        }
    }

    Dots {
        id: dots

        readonly property real from: Sizes.portrait ? home.x + home.width : place.x + place.width
        readonly property real to: buttons.x

        colour: root.stage.colour
        count: root.stage.platformSlides
        current: root.stage.index - root.stage.firstIndex
        objectName: "bar.dots"
        room: to - from - 2 * Sizes.gap
        visible: root.onSlide
        x: Math.round(Math.max(from + Sizes.gap, Math.min(to - width - Sizes.gap, (root.width - width) / 2)))
        y: (parent.height - height) / 2

        onChosen: index => root.stage.openIndex(root.stage.firstIndex + index)
    }

    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: home.anchors.leftMargin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Sizes.gap

        RoundButton {
            icon: root.stage.textSize < 2 ? Icons.larger : Icons.smaller
            label: Texts.textSize
            objectName: "bar.textSize"

            onTapped: root.stage.nextTextSize()
        }

        RoundButton {
            label: root.stage.otherLanguage
            objectName: "bar.language"
            visible: label !== ""

            onTapped: root.stage.nextLanguage()
        }

        RoundButton {
            icon: Icons.previous
            label: "‹"
            objectName: "bar.previous"
            available: root.stage.screen !== "hub"

            onTapped: root.stage.previous()
        }

        RoundButton {
            icon: Icons.next
            label: "›"
            objectName: "bar.next"
            strong: true

            onTapped: root.stage.next()
        }
    }
}
