pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What draws people in: the rivers move, one sentence, one number, and what to do, in every language.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin

    Rivers {
        anchors.fill: parent
        stage: root.stage
    }

    // The first frame does not wait for the skyline.
    FirstFrame {
        id: first

        target: root.Window.window
    }

    // Not asynchronously: a touch may take the loop away before it is whole, of which Qt complains.
    Loader {
        readonly property bool loading: Theme.fade === 0 && !first.past

        active: first.past
        opacity: first.past ? 1 : 0
        width: Math.round(root.width * (Sizes.portrait ? 0.94 : 0.42))
        x: Math.round(Sizes.portrait ? (root.width - width) / 2 : root.width - width - Sizes.margin)
        y: Math.round(root.height * (Sizes.portrait ? 0.77 : 0.95) - 340 / 1200 * width)

        sourceComponent: Skyline {}

        Behavior on opacity {
            NumberAnimation {
                duration: 4 * Theme.fade
                easing.type: Easing.InOutQuad
            }
        }
    }

    Brand {
        height: Math.round(80 * Sizes.unit)
        stage: root.stage
        width: root.inner
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 96 : 24) * Sizes.unit)
    }

    Repeater {
        model: root.stage.lists.scenes

        Item {
            id: scene

            required property int index
            required property string sentence
            required property list<string> translations
            required property Rows figures
            required property string origin
            required property string background
            required property string film
            required property bool looped
            readonly property bool pictured: background !== ""
            readonly property bool here: root.stage.scene === index

            anchors.fill: parent
            opacity: here ? 1 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: 4 * Theme.fade
                    easing.type: Easing.InOutQuad
                }
            }

            Loader {
                active: scene.pictured
                anchors.fill: parent

                sourceComponent: Behind {
                    current: scene.here
                    film: scene.film
                    image: scene.background
                    looped: scene.looped
                    stage: root.stage
                }
            }

            Words {
                id: sentence

                color: Theme.text
                font.weight: Font.Bold
                height: Sizes.lines(Sizes.display, Sizes.portrait ? 4 : 2)
                size: Sizes.display
                smallest: Sizes.heading
                text: scene.sentence
                width: root.inner
                x: Sizes.margin
                y: Math.round(root.height * (Sizes.portrait ? (root.stage.notice ? 0.08 : 0.14) : root.stage.notice ? 0.02 : 0.1))
            }

            Words {
                id: others

                color: scene.pictured ? Theme.text : Theme.textSoft
                height: Sizes.lines(Sizes.heading, 2)
                size: Sizes.heading
                text: scene.translations.join("\n")
                width: root.inner
                x: Sizes.margin
                y: Math.round(sentence.y + sentence.contentHeight + Sizes.gap)
            }

            Repeater {
                model: scene.figures

                Figure {
                    colour: scene.pictured ? Theme.text : Theme.accent
                    current: scene.here
                    faint: scene.pictured ? Theme.text : Theme.textFaint
                    period: ""
                    soft: scene.pictured ? Theme.text : Theme.textSoft
                    note: scene.origin
                    width: root.inner
                    x: Sizes.margin
                    y: Math.round(others.y + others.contentHeight + (Sizes.portrait ? 5 : root.stage.notice ? 1 : 2) * Sizes.gap)
                }
            }
        }
    }

    Rectangle {
        id: invitation

        border.color: Theme.accent
        border.width: 1.5 * Sizes.line
        color: Theme.bar
        height: Math.round(136 * Sizes.unit)
        radius: height / 2
        width: words.width + 4 * Sizes.gap
        x: Math.round(Sizes.portrait ? (root.width - width) / 2 : Sizes.margin)
        y: Math.round(root.height * (Sizes.portrait ? 0.86 : 0.95) - height)

        Row {
            id: words

            anchors.centerIn: parent
            spacing: 1.5 * Sizes.gap

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.accent
                height: width
                radius: width / 2
                width: Math.round(28 * Sizes.unit)
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.text
                font.weight: Font.Medium
                fontSizeMode: Text.FixedSize
                size: Sizes.subtitle
                text: root.stage.about.invitation
            }
        }
    }
}
