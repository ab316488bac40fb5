pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// Notes, slides, finder, talk: one page at a time under their names.
Item {
    id: root

    required property Lectern lectern
    required property Search search
    required property Phone phone
    property string page: "notes"
    readonly property string say: lectern.language
    readonly property real tab: Math.floor((width - 3 * Desk.gap) / 4)

    component Tab: Key {
        required property string name

        label: root.lectern.word(root.say, name)
        objectName: "tab." + name
        on: root.page === name
        width: root.tab

        onTapped: root.page = name
    }

    Row {
        id: tabs

        spacing: Desk.gap

        Tab {
            name: "notes"
        }

        Tab {
            name: "slides"
        }

        Tab {
            name: "find"
        }

        Tab {
            name: "talk"
        }
    }

    Loader {
        height: root.height - y
        sourceComponent: root.page === "notes" ? notes : root.page === "slides" ? slides : root.page === "find" ? find : talk
        width: root.width
        y: tabs.height + Desk.gap
    }

    Component {
        id: notes

        NotesPage {
            lectern: root.lectern
        }
    }

    Component {
        id: slides

        SlidesPage {
            lectern: root.lectern
        }
    }

    Component {
        id: find

        FindPage {
            lectern: root.lectern
            search: root.search
        }
    }

    Component {
        id: talk

        TalkPage {
            lectern: root.lectern
            phone: root.phone
        }
    }
}
