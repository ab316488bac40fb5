pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What is set once for a talk: its route, its guest, the languages, the screens; and its end.
Flickable {
    id: root

    required property Lectern lectern
    readonly property string say: lectern.language
    readonly property real half: Math.floor((width - Desk.gap) / 2)

    component Heading: Say {
        color: Theme.textSoft
        size: Desk.small
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: all.height
    contentWidth: width

    Column {
        id: all

        spacing: 1.5 * Desk.grid
        width: root.width

        Heading {
            text: root.lectern.word(root.say, "route")
        }

        Repeater {
            model: root.lectern.routes

            Key {
                id: route

                required property int index
                required property string name
                required property string lasts

                required property string route

                label: lasts === "" ? name : name + "  ·  " + lasts
                objectName: "route." + index
                on: root.lectern.route === route.route
                width: root.width

                onTapped: root.lectern.choose(route.route)
            }
        }

        Heading {
            text: root.lectern.word(root.say, "guest")
            topPadding: Desk.gap
        }

        Field {
            hint: root.lectern.word(root.say, "guest_hint")
            objectName: "guest"
            spoken: root.lectern.word(root.say, "guest")
            value: root.lectern.guest
            width: root.width

            onTyped: text => root.lectern.welcome(text)
        }

        Grid {
            columnSpacing: Desk.gap
            columns: 2
            rowSpacing: Desk.gap
            topPadding: Desk.gap

            Heading {
                text: root.lectern.word(root.say, "language")
                width: root.half
            }

            Heading {
                text: root.lectern.word(root.say, "show_language")
                width: root.half
            }

            Key {
                label: root.lectern.languageName
                objectName: "language"
                sign: Signs.words
                width: root.half

                onTapped: root.lectern.nextLanguage()
            }

            Key {
                label: root.lectern.showLanguage
                objectName: "showLanguage"
                sign: Signs.words
                width: root.half

                onTapped: root.lectern.nextShowLanguage()
            }

            Key {
                label: root.lectern.word(root.say, "save_ink")
                objectName: "saveInk"
                sign: Signs.save
                width: root.half

                onTapped: root.lectern.saveInk()
            }

            Key {
                label: root.lectern.word(root.say, "identify")
                objectName: "identify"
                sign: Signs.identify
                width: root.half

                onTapped: root.lectern.identify()
            }
        }

        Item {
            height: Desk.gap
            width: 1
        }

        Key {
            alarming: true
            label: root.lectern.word(root.say, root.lectern.sure ? "end_sure" : "end")
            objectName: "end"
            sign: Signs.end
            width: root.width

            onTapped: root.lectern.end()
        }
    }
}
