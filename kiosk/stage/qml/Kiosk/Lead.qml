pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Keys
import Kiosk.Parts

// The card on which visitors leave their contact, in three steps: who they are, what interests them, that they agree.
// What they write stands in the fields and in `entered`, and in nothing that outlives the screen.
Item {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin
    readonly property bool asks: entered.count !== ""
    readonly property real upper: Math.round(Sizes.portrait ? 0.16 * height : 24 * Sizes.unit) // within a seated reach
    readonly property real low: Math.round(height - Sizes.touch - Sizes.gap) // where the buttons stand below

    // The field that somebody writes in, for the keyboard.
    property TextInput field: null
    property string kind: "text"

    function follow(field: LeadField) {
        if (field.writing) {
            root.kind = field.kind;
            root.field = field.input;
        } else if (root.field === field.input) {
            root.field = null;
        }
    }

    LeadCard {
        id: entered

        stage: root.stage
    }

    // A touch beside everything ends writing.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.forceActiveFocus()
    }

    Label {
        id: count

        size: Sizes.caption
        text: [Texts.lead, entered.count].filter(part => part !== "").join("  ·  ")
        visible: root.asks
        width: (Sizes.lowReach ? root.width - Sizes.margin : forget.x - Sizes.gap) - x
        x: Sizes.margin
        y: root.upper
    }

    Words {
        id: heading

        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(size, 1)
        size: Math.round(60 * Sizes.unit)
        smallest: Sizes.heading
        text: entered.heading
        visible: root.asks
        width: (Sizes.portrait || Sizes.lowReach ? root.width - Sizes.margin : forget.x - Sizes.gap) - x
        x: Sizes.margin
        y: Math.round(Sizes.portrait && !Sizes.lowReach ? forget.y + forget.height : count.y + count.height)
    }

    RoundButton {
        id: forget

        available: !entered.isEmpty && !entered.sends
        label: entered.forgetName
        objectName: "lead.forget"
        visible: root.asks
        width: implicitWidth
        x: Math.round(Sizes.lowReach ? Sizes.margin : root.width - Sizes.margin - width)
        y: Sizes.lowReach ? root.low : root.upper

        onTapped: entered.forget()
    }

    component Step: Loader {
        id: step

        required property string name
        readonly property real from: Math.round(heading.y + heading.height + (Sizes.portrait ? 2 : 0.75) * Sizes.gap)
        readonly property real room: root.low - Sizes.gap - from

        active: entered.step === name
        width: root.inner
        x: Sizes.margin
    }

    Step {
        name: "who"
        y: Sizes.lowReach ? Math.max(from, Math.min(root.low, root.height - keys.covers) - Sizes.gap - implicitHeight) : from

        sourceComponent: Grid {
            id: fields

            readonly property real cell: Math.floor((root.inner - (columns - 1) * columnSpacing) / columns)

            columnSpacing: 2 * Sizes.gap
            columns: Sizes.portrait ? 1 : 2
            rowSpacing: Sizes.portrait ? 1.5 * Sizes.gap : Sizes.gap

            Repeater {
                model: entered.fields

                LeadField {
                    id: field

                    width: fields.cell

                    onTyped: text => entered.enter(name, text)
                    onDone: input.nextItemInFocusChain(true).forceActiveFocus()
                    onWritingChanged: root.follow(field)
                }
            }
        }
    }

    Step {
        height: Math.min(room, implicitHeight)
        name: "what"
        y: Sizes.lowReach && root.field === null ? Math.round(root.low - Sizes.gap - height) : from

        sourceComponent: LeadInterests {
            card: entered

            onWritten: field => root.follow(field)
        }
    }

    Step {
        height: room
        name: "consent"
        y: from

        sourceComponent: LeadConsent {
            card: entered
        }
    }

    // What becomes of it; at the end what is still missing: a touch leads to where that is asked.
    Item {
        id: beside

        readonly property bool leads: entered.step === "consent" && !entered.isComplete

        Accessible.ignored: !leads
        Accessible.name: said.text
        Accessible.role: Accessible.Button
        height: Sizes.touch
        objectName: "lead.missing"
        visible: root.asks
        width: on.x - x - 2 * Sizes.gap
        x: Math.round(Sizes.lowReach ? forget.x + forget.width + Sizes.gap : Sizes.margin)
        y: root.low

        Accessible.onPressAction: if (leads) entered.go("who")

        Icon {
            id: back

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accent
            height: width
            path: Icons.previous
            visible: beside.leads
            width: Math.round(36 * Sizes.unit)
        }

        Words {
            id: said

            color: beside.leads ? Theme.text : Theme.textSoft
            height: parent.height
            size: Sizes.caption
            text: entered.step === "who" && !Sizes.lowReach ? entered.sealed : entered.step === "consent" ? entered.missing.join("  ·  ") : ""
            verticalAlignment: Text.AlignVCenter
            width: parent.width - x
            x: Math.round(back.visible ? back.width + Sizes.grid : 0)
        }

        TapHandler {
            enabled: beside.leads
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: entered.go("who")
        }
    }

    RoundButton {
        id: on

        readonly property bool last: entered.step === "consent"

        available: last ? entered.canSend : true
        label: last ? entered.sendName : entered.onName
        objectName: last ? "lead.send" : "lead.on"
        strong: available
        visible: root.asks
        width: Math.max(implicitWidth, Math.round(280 * Sizes.unit))
        x: Math.round(root.width - Sizes.margin - width)
        y: root.low

        onTapped: last ? entered.send() : root.stage.next()
    }

    LeadEnd {
        anchors.fill: parent
        card: entered
        stage: root.stage
        visible: !root.asks
    }

    // At the screen's lower edge, before the bar; nothing that is written in may be behind it.
    Keyboard {
        id: keys

        readonly property real covers: Math.max(0, height - Sizes.foot)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Sizes.foot
        field: root.field
        height: field ? implicitHeight : 0
        kind: root.kind
        language: entered.language
        last: entered.step === "what"
        width: parent.width

        onDone: root.forceActiveFocus()
        onNext: root.field.nextItemInFocusChain(true).forceActiveFocus()
    }
}
