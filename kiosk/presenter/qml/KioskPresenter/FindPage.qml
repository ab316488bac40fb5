pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// A figure or a word, and the slides that hold it.
Item {
    id: root

    required property Lectern lectern
    required property Search search

    Field {
        id: field

        hint: root.lectern.word(root.lectern.language, "find_hint")
        objectName: "find"
        spoken: root.lectern.word(root.lectern.language, "find")
        value: root.search.query
        width: root.width

        Component.onCompleted: enter()
        onTyped: text => root.search.find(text)
    }

    Text {
        color: Theme.textSoft
        font.family: Desk.family
        font.pixelSize: Desk.text
        objectName: "find.none"
        text: root.lectern.word(root.lectern.language, root.search.nothing ? "find_nothing" : "find_more")
        textFormat: Text.PlainText
        visible: hits.count === 0
        width: root.width
        wrapMode: Text.Wrap
        y: field.height + Desk.gap
    }

    ListView {
        id: hits

        boundsBehavior: Flickable.StopAtBounds
        clip: true
        height: root.height - y
        model: root.search.hits
        objectName: "hits"
        spacing: Desk.grid
        width: root.width
        y: field.height + Desk.gap

        delegate: Rectangle {
            id: row

            required property int index
            required property string said
            required property string label
            required property string where

            Accessible.name: row.said + " " + row.label
            Accessible.role: Accessible.Button
            color: tap.pressed ? Theme.pressed : Theme.panel
            height: Math.round(112 * Desk.unit)
            objectName: "hit." + index
            radius: Desk.radius
            width: ListView.view.width

            Accessible.onPressAction: root.search.open(row.index)

            Say {
                id: said

                color: Theme.text
                font.weight: Font.Bold
                size: Desk.head
                text: row.said
                width: Math.min(implicitWidth, parent.width - 2 * Desk.gap)
                x: Desk.gap
                y: Math.round(parent.height / 2 - height + Desk.grid)
            }

            Say {
                anchors.baseline: said.baseline
                color: Theme.textSoft
                text: row.label
                width: parent.width - x - Desk.gap
                x: said.x + said.width + 2 * Desk.grid
            }

            Say {
                color: Theme.textSoft
                size: Desk.minimum
                text: row.where
                width: parent.width - 2 * Desk.gap
                x: Desk.gap
                y: Math.round(parent.height / 2 + Desk.grid)
            }

            TapHandler {
                id: tap

                gesturePolicy: TapHandler.ReleaseWithinBounds

                onTapped: root.search.open(row.index)
            }
        }
    }
}
