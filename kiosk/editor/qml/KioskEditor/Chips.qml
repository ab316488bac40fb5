pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A few short things side by side, each to be tapped.
Flow {
    id: root

    required property Rows choices
    property string sign // in front of each
    property string prefix
    property real most: 10000

    signal tapped(id: string)

    spacing: 2 * Desk.grid

    Repeater {
        model: root.choices

        Rectangle {
            id: chip

            required property string id // qmllint disable
            required property string name
            required property bool on

            Accessible.checkable: true
            Accessible.checked: on
            Accessible.name: name
            Accessible.role: Accessible.Button
            border.color: on ? Paper.accent : Paper.surfaceLine
            border.width: Desk.line
            color: on ? Paper.accent : Paper.bar
            height: Desk.touch
            objectName: root.prefix + "." + id
            radius: height / 2
            width: Math.min(root.most, said.x + said.implicitWidth + Desk.gap)

            Accessible.onPressAction: root.tapped(chip.id)

            Push {
                anchors.fill: parent
                quiet: true
                radius: parent.radius
                spoken: chip.name

                onTapped: root.tapped(chip.id)
            }

            Push {
                id: mark

                available: false
                height: parent.height
                opacity: 1
                quiet: true
                sign: root.sign
                visible: root.sign !== ""
                width: visible ? Desk.touch * 0.8 : 0
            }

            Say {
                id: said

                anchors.verticalCenter: parent.verticalCenter
                color: chip.on ? Paper.onAccent : Paper.text
                text: chip.name
                width: Math.min(implicitWidth, root.most - x - Desk.gap)
                x: mark.visible ? mark.width : Desk.gap
            }
        }
    }
}
