import QtQuick
import Kiosk.Backstage

// What every row of the form has: what it is about, what it says, and what is wrong with it.
Item {
    id: root

    required property Editor editor
    required property string wanted // the key of the field that is to be edited now
    required property string key
    required property string label
    required property string help
    required property int depth
    required property bool needed
    required property bool tall
    required property list<string> texts
    required property list<string> names
    required property Rows choices
    required property Rows cells
    required property string more
    required property bool on
    required property int number
    required property int count
    required property string note

    default property alias content: area.data
    property bool named: true // whether the label stands above
    property bool active: false
    property real bodyHeight
    readonly property bool isWanted: wanted === key && key !== ""
    readonly property real inner: width - area.x

    Accessible.name: label
    Accessible.role: Accessible.Grouping
    height: area.y + bodyHeight + (below.visible ? below.height + Desk.grid : 0) + 4 * Desk.grid
    objectName: "field." + key

    Rectangle {
        color: Paper.surfaceLine
        height: root.height
        visible: root.depth > 0
        width: 2 * Desk.line
    }

    Say {
        id: title

        color: Paper.textSoft
        font.weight: Font.Medium
        size: Desk.small
        text: root.label
        visible: root.named
        width: root.inner
        x: area.x
    }

    Item {
        id: area

        height: root.bodyHeight
        width: root.inner
        x: root.depth > 0 ? Desk.gap : 0
        y: root.named ? Math.round(title.height + Desk.grid) : 0
    }

    Say {
        id: below

        color: root.note !== "" ? Paper.alarm : Paper.textFaint
        font.weight: root.note !== "" ? Font.Medium : Font.Normal
        objectName: "note." + root.key
        size: Desk.small
        text: root.note !== "" ? root.note : root.help
        visible: root.note !== "" || (root.active && root.help !== "")
        width: root.inner
        wrapMode: Text.Wrap
        x: area.x
        y: area.y + root.bodyHeight + Desk.grid
    }
}
