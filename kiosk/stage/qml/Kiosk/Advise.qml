pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// "Which platform suits you?": a few questions, one after the other, and then the platforms that fit the answers.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin

    Adviser {
        id: advising

        stage: root.stage
    }

    Label {
        anchors.verticalCenter: steps.verticalCenter
        size: Math.round(34 * Sizes.unit)
        text: Texts.adviser
        visible: advising.asking || Sizes.portrait
        width: root.inner - steps.width - Sizes.gap
        x: Sizes.margin
    }

    // Which question it is; a touch on one that is answered leads back to it.
    Row {
        id: steps

        anchors.right: parent.right
        anchors.rightMargin: Sizes.margin
        y: Math.round((Sizes.portrait ? 96 : 40) * Sizes.unit)

        Repeater {
            model: advising.count

            Item {
                id: step

                required property int index
                readonly property bool done: index < advising.asked

                Accessible.ignored: !done
                Accessible.name: "" + (index + 1)
                Accessible.role: Accessible.Button
                height: Sizes.touch
                objectName: "adviser.step." + index
                width: Sizes.touch + (index > 0 ? Sizes.gap : 0)

                Accessible.onPressAction: advising.askAgain(step.index)

                Rectangle {
                    anchors.right: ring.left
                    anchors.verticalCenter: parent.verticalCenter
                    color: step.index <= advising.asked ? Theme.accent : Theme.textFaint
                    height: Sizes.line
                    visible: step.index > 0
                    width: step.width - ring.width
                }

                Rectangle {
                    id: ring

                    anchors.right: parent.right
                    anchors.rightMargin: Math.round((Sizes.touch - width) / 2)
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: step.index <= advising.asked ? Theme.accent : Theme.textFaint
                    border.width: Sizes.line
                    color: step.index === advising.asked ? Theme.accent : "transparent"
                    height: width
                    radius: width / 2
                    width: Math.round(60 * Sizes.unit)

                    Label {
                        anchors.centerIn: parent
                        color: step.index === advising.asked ? Theme.onAccent : step.done ? Theme.text : Theme.textFaint
                        font.weight: Font.Bold
                        size: Math.round(28 * Sizes.unit)
                        text: step.index + 1
                        visible: !step.done
                    }

                    Icon {
                        anchors.centerIn: parent
                        color: Theme.accent
                        height: width
                        path: Icons.check
                        visible: step.done
                        width: Math.round(36 * Sizes.unit)
                    }
                }

                TapHandler {
                    enabled: step.done
                    gesturePolicy: TapHandler.ReleaseWithinBounds

                    onTapped: advising.askAgain(step.index)
                }
            }
        }
    }

    Loader {
        active: advising.asking
        height: root.height - y
        width: root.width
        y: steps.y + steps.height + Sizes.gap

        sourceComponent: AdviseQuestion {
            adviser: advising
        }
    }

    Loader {
        active: !advising.asking
        height: root.height - y
        width: root.width
        y: steps.y + steps.height + Sizes.gap

        sourceComponent: AdviseResult {
            above: steps.height + Sizes.gap
            adviser: advising
            beside: steps.width + Sizes.gap
            stage: root.stage
        }
    }
}
