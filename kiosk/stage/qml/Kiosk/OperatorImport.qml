pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Packed decks on sticks: their list, what one of them would change slide by slide, and what became of it.
OperatorPage {
    id: root

    required property Stage stage

    closable: desk.page !== "replace"
    closeName: desk.cancelName
    name: "import"
    title: desk.title

    onClosed: desk.leave()

    DeckImport {
        id: desk

        stage: root.stage
    }

    Words {
        id: said

        color: desk.warns ? Theme.accent : Theme.text
        elide: Text.ElideRight
        fontSizeMode: Text.FixedSize
        maximumLineCount: 4
        objectName: "import.said"
        size: Math.round(32 * Sizes.unit)
        text: desk.said
        visible: text !== ""
        width: parent.width
    }

    Rectangle {
        id: track

        color: Theme.track
        height: 2 * Sizes.grid
        radius: height / 2
        visible: desk.page === "work"
        width: Math.min(parent.width, Math.round(960 * Sizes.unit))
        y: said.height + Sizes.gap

        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: parent.radius
            width: Math.max(height, Math.round(parent.width * desk.share))
        }
    }

    ListView {
        id: found

        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // nothing is half made when the list goes
        clip: true
        height: list.height
        model: desk.found
        spacing: Sizes.gap
        visible: desk.page === "list"
        width: parent.width
        y: list.y

        delegate: Card {
            id: packed

            required property int at
            required property string name
            required property string more
            required property bool sound

            height: Math.round(124 * Sizes.unit)
            objectName: "import.deck." + at
            spoken: name
            touchable: sound
            width: found.width

            onTapped: desk.choose(at)

            Label {
                color: packed.sound ? Theme.text : Theme.textSoft
                font.weight: Font.Medium
                size: Math.round(34 * Sizes.unit)
                text: packed.name
                width: packed.width - 2 * Sizes.gap
                x: Sizes.gap
                y: Math.round(16 * Sizes.unit)
            }

            Label {
                size: Math.round(26 * Sizes.unit)
                text: packed.more
                width: packed.width - 2 * Sizes.gap
                x: Sizes.gap
                y: Math.round(70 * Sizes.unit)
            }
        }
    }

    ListView {
        id: list

        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // nothing is half made when the list goes
        clip: true
        height: Math.max(0, buttons.y - Sizes.gap - y)
        model: desk.changes
        objectName: "import.changes"
        visible: desk.page === "preview" || desk.page === "done"
        width: parent.width
        y: said.visible ? Math.round(said.height + Sizes.gap) : 0

        delegate: Item {
            id: change

            required property string kind
            required property string what
            required property string more
            readonly property real first: kind === "" ? Sizes.gap : Math.round(180 * Sizes.unit)

            height: Math.round(column.height + Sizes.gap)
            width: list.width

            Rectangle {
                color: Theme.surfaceLine
                height: Sizes.line / 2
                width: parent.width
            }

            Label {
                color: Theme.accent
                font.weight: Font.Medium
                size: Math.round(28 * Sizes.unit)
                text: change.kind
                width: change.first - Sizes.gap
                y: column.y
            }

            Column {
                id: column

                width: parent.width - x - Sizes.gap
                x: change.first
                y: Math.round(Sizes.gap / 2)

                Words {
                    color: Theme.text
                    fontSizeMode: Text.FixedSize
                    size: Math.round(28 * Sizes.unit)
                    text: change.what
                    width: parent.width
                }

                Words {
                    elide: Text.ElideRight
                    fontSizeMode: Text.FixedSize
                    maximumLineCount: 3
                    size: Math.round(24 * Sizes.unit)
                    text: change.more
                    visible: text !== ""
                    width: parent.width
                }
            }
        }
    }

    ScrollMark {
        flick: found.visible ? found : list
    }

    Row {
        id: buttons

        layoutDirection: Qt.RightToLeft
        spacing: Sizes.gap
        width: parent.width
        y: Math.round(parent ? parent.height - height : 0)

        RoundButton {
            label: desk.replaceName
            objectName: "import.replace"
            strong: true
            visible: desk.page === "preview"

            onTapped: desk.replace()
        }

        RoundButton {
            label: desk.page === "done" ? desk.doneName : desk.cancelName
            objectName: "import.cancel"
            visible: desk.page === "work" || desk.page === "preview" || desk.page === "done"

            onTapped: desk.leave()
        }

        RoundButton {
            label: desk.lookName
            objectName: "import.look"
            visible: desk.page === "list"

            onTapped: desk.look()
        }

        RoundButton {
            label: desk.backName
            objectName: "import.back"
            visible: desk.hasPrevious && (desk.page === "list" || desk.page === "done")

            onTapped: desk.goBack()
        }
    }
}
