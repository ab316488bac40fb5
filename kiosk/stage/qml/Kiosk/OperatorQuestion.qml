pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What is asked once more before it is done.
Rectangle {
    id: root

    required property Panel desk

    Accessible.name: desk.sure
    Accessible.role: Accessible.Dialog
    color: Theme.shade

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.surfaceLine
        border.width: Theme.edge * Sizes.line / 2
        color: Theme.panel
        height: column.height + 4 * Sizes.gap
        radius: Theme.radius * Sizes.unit
        width: Math.min(root.width - 2 * Sizes.gap, Math.round(860 * Sizes.unit))

        Column {
            id: column

            anchors.centerIn: parent
            spacing: Sizes.gap
            width: parent.width - 4 * Sizes.gap

            Label {
                color: Theme.text
                font.weight: Font.Bold
                size: Sizes.heading
                text: root.desk.sure
                width: parent.width
            }

            Words {
                fontSizeMode: Text.FixedSize
                size: Math.round(30 * Sizes.unit)
                text: root.desk.sureMore
                width: parent.width
            }

            Item {
                height: Sizes.gap / 2
                width: 1
            }

            Row {
                spacing: Sizes.gap

                RoundButton {
                    label: root.desk.yes
                    objectName: "panel.yes"
                    strong: true
                    width: Math.max(implicitWidth, Math.round(240 * Sizes.unit))

                    onTapped: root.desk.confirm()
                }

                RoundButton {
                    label: root.desk.cancelName
                    objectName: "panel.no"
                    width: Math.max(implicitWidth, Math.round(240 * Sizes.unit))

                    onTapped: root.desk.go("panel")
                }
            }
        }
    }
}
