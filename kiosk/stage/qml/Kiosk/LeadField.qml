pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Keys
import Kiosk.Parts

// A box to write in, with what is asked for above it, and beside that what it needs or what is wrong with it.
Item {
    id: root

    required property string name
    required property string label
    required property string kind
    required property string hint
    required property string complaint
    required property int most
    required property string before // what stood in it when it was made
    property int lines: 1
    readonly property bool writing: written.activeFocus
    readonly property TextInput input: written

    signal typed(text: string)
    signal done

    implicitHeight: Math.round(above.height + Sizes.grid / 2 + box.height)

    Label {
        id: above

        color: Theme.text
        font.weight: Font.Medium
        size: Sizes.caption
        text: root.label
        width: Math.min(implicitWidth, Math.round(root.width / 2))
    }

    Label {
        anchors.baseline: above.baseline
        anchors.right: parent.right
        color: root.complaint !== "" ? Theme.accent : Theme.textFaint
        horizontalAlignment: Text.AlignRight
        objectName: "lead.hint." + root.name
        size: Math.round(24 * Sizes.textScale)
        text: root.complaint || root.hint
        width: root.width - above.width - Sizes.gap
    }

    Rectangle {
        id: box

        border.color: root.writing || root.complaint !== "" ? Theme.accent : Theme.textFaint
        border.width: root.writing ? 2 * Sizes.line : Sizes.line
        color: Theme.surface
        height: Math.max(Sizes.touch, Math.round(written.font.pixelSize * Sizes.fontLine * root.lines + Sizes.grid))
        radius: Theme.radius * Sizes.unit / 2
        width: parent.width
        y: Math.round(above.height + Sizes.grid / 2)

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds

            onTapped: written.forceActiveFocus()
        }

        Entry {
            id: written

            Accessible.name: root.label
            activeFocusOnTab: true
            anchors.fill: parent
            anchors.leftMargin: Sizes.gap
            anchors.rightMargin: Sizes.gap
            maximumLength: root.most
            objectName: "lead." + root.name
            wrapMode: root.lines > 1 ? TextInput.Wrap : TextInput.NoWrap

            Component.onCompleted: text = root.before
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus()
            Keys.onEscapePressed: focus = false
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus()
            onAccepted: root.done()
            onTextChanged: if (text !== root.before) root.typed(text)
        }
    }
}
