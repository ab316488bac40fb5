pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// A page over the operator's panel: its title, the sign that closes it, and below them the room for what is on it.
Rectangle {
    id: root

    required property string title
    required property string closeName
    required property string name // before the names of what is on it, for tests
    property bool closable: true
    readonly property real inner: width - 2 * Sizes.margin
    default property alias content: area.data

    signal closed

    Accessible.name: title
    Accessible.role: Accessible.Dialog
    color: Theme.skyBottom
    objectName: name

    Label {
        color: Theme.text
        font.weight: Font.Bold
        size: Sizes.heading
        text: root.title
        width: root.inner - close.width - Sizes.gap
        x: Sizes.margin
        y: Math.round(close.y + (close.height - height) / 2)
    }

    RoundButton {
        id: close

        available: root.closable
        icon: Icons.close
        label: root.closeName
        objectName: root.name + ".close"
        x: root.width - Sizes.margin - width
        y: Math.round(1.5 * Sizes.gap)

        onTapped: root.closed()
    }

    Item {
        id: area

        height: Math.round(root.height - y - Sizes.gap)
        width: root.inner
        x: Sizes.margin
        y: Math.round(close.y + close.height + Sizes.gap)
    }
}
