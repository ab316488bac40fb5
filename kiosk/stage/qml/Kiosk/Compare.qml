pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Two platforms side by side: who they are, what they say in words, and their numbers as bars from one zero.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin
    readonly property real pad: Math.round((Sizes.portrait ? 1.25 : 1.5) * Sizes.gap)
    // In landscape the rows' names stand in a column of their own, which the platforms' cards leave free.
    readonly property real first: Sizes.portrait ? 0 : Math.round(236 * Sizes.unit)
    readonly property real between: Sizes.portrait ? Sizes.gap : Sizes.touch + 1.5 * Sizes.gap + pad
    readonly property real half: Math.floor((table.width - 2 * pad - first - between) / 2)
    readonly property real highest: (Sizes.portrait ? 32 : 28) * Sizes.unit
    // Between the platforms and the rows; for a low reach the platforms stand beneath the rows.
    readonly property real under: (Sizes.portrait ? 1 : 0.5) * Sizes.gap
    readonly property real header: (Sizes.portrait ? heading.height + 2 * leftSide.height + 2 * Sizes.gap : leftSide.height) + under
    property real grown: 1

    Comparison {
        id: comparison

        stage: root.stage

        onPairChanged: growth.restart()
    }

    NumberAnimation {
        id: growth

        duration: Theme.reveal
        easing.type: Easing.OutCubic
        from: Theme.reveal > 0 ? 0 : 1
        property: "grown"
        target: root
        to: 1
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.portrait ? Sizes.lines(size, 1) : leftSide.height
        size: Math.round((Sizes.portrait ? 42 : 34) * Sizes.unit)
        text: Texts.compare
        verticalAlignment: Text.AlignVCenter
        width: Sizes.portrait ? root.inner : root.first + root.pad - Sizes.gap
        x: Sizes.margin
        y: Math.round(Sizes.lowReach ? foot.y - Sizes.gap - root.header + root.under : root.highest + (Sizes.portrait ? (table.room - table.height) / 2 : 0))
    }

    CompareSide {
        id: leftSide

        height: Math.round((Sizes.portrait ? 96 : 88) * Sizes.unit)
        row: 0
        sides: comparison.sides
        width: Sizes.portrait ? root.inner - Sizes.touch - Sizes.gap : root.half + root.pad
        x: Math.round(Sizes.portrait ? Sizes.margin : table.x + root.pad + root.first)
        y: Math.round(Sizes.portrait ? heading.y + heading.height + Sizes.gap : heading.y)

        onChangeTapped: comparison.pick("left")
        onOpened: platform => root.stage.openPlatform(platform)
    }

    RoundButton {
        icon: Sizes.portrait ? Icons.swapDown : Icons.swap
        label: Texts.swap
        objectName: "compare.swap"
        x: Math.round(Sizes.portrait ? root.width - Sizes.margin - width : leftSide.x + leftSide.width + (rightSide.x - leftSide.x - leftSide.width - width) / 2)
        y: Math.round(Sizes.portrait ? (leftSide.y + rightSide.y + rightSide.height - height) / 2 : leftSide.y + (leftSide.height - height) / 2)

        onTapped: comparison.swap()
    }

    CompareSide {
        id: rightSide

        height: leftSide.height
        row: 1
        sides: comparison.sides
        width: leftSide.width
        x: Math.round(Sizes.portrait ? leftSide.x : leftSide.x + root.half + root.between)
        y: Math.round(Sizes.portrait ? leftSide.y + leftSide.height + Sizes.gap : leftSide.y)

        onChangeTapped: comparison.pick("right")
        onOpened: platform => root.stage.openPlatform(platform)
    }

    Rectangle {
        id: table

        readonly property real room: foot.y - Sizes.gap - root.highest - root.header
        readonly property int count: words.count + bars.count
        property real needed: 0
        // Each row's part of the room that is left when all have what they need.
        readonly property real spare: count ? Math.max(0, Math.min(160 * Sizes.unit, (room - Sizes.grid - needed) / count)) : 0
        // The fewer rows, the larger.
        readonly property int size: count > 5 ? Sizes.caption : count > 3 ? Sizes.label : Sizes.body
        readonly property int small: count > 5 ? Sizes.sourceText : Math.round(24 * Sizes.textScale)

        function measure() {
            let sum = 0;
            for (let at = 0; at < words.count; at++) {
                const row = words.itemAt(at) as CompareWords;
                sum += row ? row.implicitHeight : 0;
            }
            for (let at = 0; at < bars.count; at++) {
                const row = bars.itemAt(at) as CompareBars;
                sum += row ? row.implicitHeight : 0;
            }
            table.needed = sum;
        }

        border.color: Theme.surfaceLine
        border.width: Sizes.line / 2
        color: Theme.surface
        height: Math.min(room, rows.height + Sizes.grid)
        radius: Theme.radius * Sizes.unit
        width: root.inner
        x: Sizes.margin
        y: Math.round(Sizes.lowReach ? root.highest : heading.y + root.header)

        Flickable {
            id: view

            anchors.bottomMargin: Sizes.grid / 2
            anchors.fill: parent
            anchors.topMargin: Sizes.grid / 2
            boundsBehavior: Flickable.StopAtBounds
            clip: interactive
            contentHeight: rows.height
            contentWidth: width
            interactive: contentHeight > height + 1
            objectName: "compare.rows"

            Column {
                id: rows

                width: view.width

                Repeater {
                    id: words

                    model: comparison.words

                    CompareWords {
                        between: root.between
                        first: root.first
                        half: root.half
                        height: implicitHeight + table.spare
                        last: index === table.count - 1
                        pad: root.pad
                        size: table.size
                        small: table.small
                        spare: table.spare
                        width: rows.width

                        onImplicitHeightChanged: table.measure()
                        onTapped: root.stage.openSources(sources)
                    }
                }

                Repeater {
                    id: bars

                    model: comparison.bars

                    CompareBars {
                        first: root.first
                        grown: root.grown
                        height: implicitHeight + table.spare
                        last: index === bars.count - 1
                        pad: root.pad
                        size: table.size
                        small: table.small
                        spare: table.spare
                        width: rows.width

                        onImplicitHeightChanged: table.measure()
                        onTapped: root.stage.openSources(sources)
                    }
                }
            }
        }

        ScrollMark {
            flick: view
            x: view.width - width - Sizes.grid / 2
        }
    }

    Words {
        id: foot

        Accessible.name: text
        Accessible.role: Accessible.Button
        color: Theme.textFaint
        height: Math.max(Sizes.touch - 2 * Sizes.gap, Sizes.lines(Sizes.sourceText, Sizes.portrait ? 2 : 1))
        objectName: "source"
        size: Sizes.sourceText
        text: comparison.origin
        verticalAlignment: Text.AlignBottom
        width: root.inner
        x: Sizes.margin
        y: Math.round(root.height - height - Sizes.gap)

        Accessible.onPressAction: root.stage.openSources(comparison.sources)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: Math.max(0, (Sizes.touch - foot.height) / 2)

            onTapped: root.stage.openSources(comparison.sources)
        }
    }

    Loader {
        active: comparison.picking !== ""
        anchors.fill: parent

        sourceComponent: PlatformPanel {
            choices: comparison.choices

            onChosen: platform => comparison.choose(platform)
            onClosed: comparison.pick("")
        }
    }
}
