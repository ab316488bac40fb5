pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// One to four big numbers, side by side or, on a tall screen, one under another.
SlideFrame {
    id: root

    required property string slideId
    required property Rows figures
    property bool current: false

    Grid {
        id: grid

        readonly property int columnsWide: Sizes.portrait ? 1 : numbers.count === 4 ? 2 : Math.max(1, numbers.count)
        readonly property int rowsHigh: Math.ceil(numbers.count / columnsWide)
        readonly property real cell: (root.inner - (columnsWide - 1) * columnSpacing) / columnsWide

        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Sizes.gap
        columnSpacing: 3 * Sizes.gap
        columns: columnsWide
        rowSpacing: (Sizes.portrait ? 2.5 : 1.5) * Sizes.gap

        Repeater {
            id: numbers

            model: root.figures

            Figure {
                required property int index

                colour: index === 0 ? root.colour : Theme.text
                current: root.current
                size: Math.round(Math.max(Sizes.minimum, Math.min(Sizes.figure, [230, 200, 160, 150][numbers.count - 1] * Sizes.unit, root.height * 0.7 / grid.rowsHigh * 0.5)))
                stage: root.stage
                width: grid.cell
            }
        }
    }
}
