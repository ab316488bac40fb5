pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// What a visitor takes home: a code that holds it, how to take it, and what is in it.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin
    readonly property real upper: Math.round((Sizes.portrait ? 96 : 64) * Sizes.unit)
    readonly property real side: Math.round(Sizes.portrait ? Math.min(inner, height * 0.475) : Math.min(height - upper - 1.5 * Sizes.gap, inner * 0.52))
    readonly property real list: contact.visible && Sizes.portrait ? (inner - 1.5 * Sizes.gap) / 2 : column
    readonly property real column: Sizes.portrait ? inner : inner - side - 2.5 * Sizes.gap

    Codes {
        id: home

        stage: root.stage
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(Sizes.title, 1)
        size: Sizes.title
        smallest: Sizes.heading
        text: Texts.takeHome
        width: root.column
        x: Sizes.margin
        y: root.upper
    }

    Words {
        id: how

        height: Sizes.lines(Sizes.subtitle, 2)
        size: Sizes.subtitle
        text: Texts.takeHomeHow
        width: root.column
        x: Sizes.margin
        y: Math.round(heading.y + heading.contentHeight + Sizes.gap)
    }

    QrCode {
        id: code

        Accessible.name: Texts.takeHomeHow
        Accessible.role: Accessible.Graphic
        height: width
        objectName: "code"
        ratio: Screen.devicePixelRatio
        text: home.code
        width: root.side
        x: Math.round(Sizes.portrait ? (root.width - width) / 2 : root.width - Sizes.margin - width)
        y: Math.round(Sizes.portrait ? how.y + how.contentHeight + 1.5 * Sizes.gap : root.upper)

        DragHandler {
            property real led: 0

            dragThreshold: Sizes.dragThreshold
            enabled: home.parts > 1
            target: null
            yAxis.enabled: false

            onActiveChanged: if (!active) root.stage.swiped(led, code.width, Sizes.unit)
            onActiveTranslationChanged: if (active) led = activeTranslation.x
        }
    }

    Row {
        id: buttons

        readonly property real end: visible ? y + height + 1.5 * Sizes.gap : y

        height: Sizes.touch
        spacing: Sizes.gap
        visible: home.parts > 1
        x: Sizes.margin
        y: Math.round(Sizes.portrait ? code.y + code.height + 1.5 * Sizes.gap : how.y + how.contentHeight + 1.5 * Sizes.gap)

        Repeater {
            model: home.parts

            RoundButton {
                required property int index

                label: (index + 1).toString()
                objectName: "code." + label
                strong: index === home.part

                onTapped: home.openPart(index)
            }
        }

        Words {
            height: Sizes.touch
            size: Sizes.label
            text: Texts.nextCode
            verticalAlignment: Text.AlignVCenter
            width: root.column - x
        }
    }

    RoundButton {
        id: leave

        readonly property bool besides: Sizes.portrait && !contact.visible
        readonly property real end: visible && !besides ? y + height + 1.5 * Sizes.gap : y

        label: Texts.lead
        objectName: "takeHome.lead"
        visible: root.stage.about.asksForContact
        width: implicitWidth
        x: Math.round(besides ? root.width - Sizes.margin - width : Sizes.margin)
        y: Math.round(buttons.end)

        onTapped: root.stage.openWay("lead")
    }

    Label {
        id: inside

        color: Theme.text
        font.weight: Font.Medium
        size: Sizes.label
        text: home.ofVisit ? Texts.inCode : Texts.keyFigures
        width: root.list
        x: Sizes.margin
        y: Math.round(leave.end)
    }

    Words {
        id: titles

        readonly property bool repeats: true // what other screens say; the deep check knows it from there

        height: leftOut.y + leftOut.height - (leftOut.text ? leftOut.contentHeight : 0) - y - Sizes.grid
        size: Sizes.label
        text: home.titles
        width: root.list - (leave.visible && leave.besides ? leave.width + Sizes.gap : 0)
        x: Sizes.margin
        y: Math.round(inside.y + inside.height + Sizes.grid)
    }

    Words {
        id: leftOut

        color: Theme.textFaint
        height: Sizes.lines(size, 2)
        size: Sizes.sourceText
        text: home.leftOut
        verticalAlignment: Text.AlignBottom
        width: root.list
        x: Sizes.margin
        y: Math.round((contact.visible && !Sizes.portrait ? whom.y : root.height - Sizes.gap) - height)
    }

    // Below what is in the code, or beside it where the screen is upright.
    Label {
        id: whom

        color: Theme.text
        font.weight: Font.Medium
        size: Sizes.label
        text: Texts.contact
        visible: contact.visible
        width: contact.width
        x: contact.x
        y: Math.round(Sizes.portrait ? inside.y : contact.y + contact.height - contact.contentHeight - height - Sizes.grid / 2)
    }

    Words {
        id: contact

        height: Sizes.portrait ? root.height - Sizes.gap - y : Math.min(Sizes.lines(Sizes.caption, 6), Math.round(192 * Sizes.unit))
        size: Sizes.caption
        text: home.contact
        verticalAlignment: Sizes.portrait ? Text.AlignTop : Text.AlignBottom
        visible: text !== ""
        width: root.list
        x: Math.round(Sizes.portrait ? root.width - Sizes.margin - width : Sizes.margin)
        y: Math.round(Sizes.portrait ? titles.y : root.height - height - Sizes.gap)
    }
}
