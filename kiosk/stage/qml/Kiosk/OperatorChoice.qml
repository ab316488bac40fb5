pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One of several: a name, and beside it what there is to choose from.
Item {
    id: root

    required property string title
    required property Rows choices
    required property string name // before each choice's id, for tests
    readonly property real first: Math.round(width * 0.3)
    readonly property real room: width - first

    signal chosen(id: string)

    height: Sizes.touch
    visible: repeater.count > 0

    Label {
        anchors.verticalCenter: parent.verticalCenter
        size: Math.round(26 * Sizes.unit)
        text: root.title
        width: root.first - Sizes.gap
    }

    Row {
        spacing: Sizes.gap
        x: root.first

        Repeater {
            id: repeater

            model: root.choices

            Card {
                id: choice

                required property string id // qmllint disable
                required property string name
                required property bool on

                Accessible.checked: on
                Accessible.role: Accessible.RadioButton
                border.color: Theme.text
                border.width: Sizes.line
                color: on ? Theme.text : "transparent"
                height: Sizes.touch
                objectName: root.name + "." + id
                radius: height / 2
                spoken: name
                width: Math.round(Math.min(240 * Sizes.unit, (root.room - (repeater.count - 1) * Sizes.gap) / repeater.count))

                onTapped: root.chosen(id)

                Label {
                    anchors.centerIn: parent
                    color: choice.on ? Theme.skyBottom : Theme.text
                    font.weight: Font.Medium
                    horizontalAlignment: Text.AlignHCenter
                    size: Math.round(28 * Sizes.unit)
                    text: choice.name
                    width: choice.width - Sizes.gap
                }
            }
        }
    }
}
