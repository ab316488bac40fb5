pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What is set once for a talk: its route, its guest, the languages, the screens; and its end.
Flickable {
    id: root

    required property Lectern lectern
    readonly property string say: lectern.language
    readonly property real half: Math.floor((width - Desk.gap) / 2)
    readonly property real third: Math.floor((width - 2 * Desk.gap) / 3)

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

        Grid {
            columns: 2
            spacing: Desk.gap

            Repeater {
                model: root.lectern.routes

                Key {
                    id: each

                    required property int index
                    required property string name
                    required property string lasts
                    required property string route

                    label: lasts === "" ? name : name + "  ·  " + lasts
                    objectName: "route." + index
                    on: root.lectern.route === each.route
                    size: Desk.small
                    width: root.half

                    onTapped: root.lectern.choose(each.route)
                }
            }
        }

        Item {
            height: Desk.line
            width: 1
        }

        Field {
            hint: root.lectern.word(root.say, "guest_hint")
            objectName: "guest"
            spoken: root.lectern.word(root.say, "guest")
            value: root.lectern.guest
            width: root.width

            onTyped: text => root.lectern.welcome(text)
        }

        Row {
            spacing: Desk.gap
            topPadding: 1.5 * Desk.grid

            Key {
                label: root.lectern.word(root.say, "language") + root.lectern.languageName
                objectName: "language"
                sign: Signs.words
                size: Desk.small
                width: root.half

                onTapped: root.lectern.nextLanguage()
            }

            Key {
                label: root.lectern.word(root.say, "show_language") + root.lectern.showLanguage
                objectName: "showLanguage"
                sign: Signs.words
                size: Desk.small
                width: root.half

                onTapped: root.lectern.nextShowLanguage()
            }
        }

        Row {
            spacing: Desk.gap
            topPadding: 1.5 * Desk.grid

            Key {
                label: root.lectern.word(root.say, "save_ink")
                objectName: "saveInk"
                sign: Signs.save
                size: Desk.small
                width: root.third

                onTapped: root.lectern.saveInk()
            }

            Key {
                label: root.lectern.word(root.say, "identify")
                objectName: "identify"
                sign: Signs.identify
                size: Desk.small
                width: root.third

                onTapped: root.lectern.identify()
            }

            Key {
                alarming: true
                label: root.lectern.word(root.say, root.lectern.sure ? "end_sure" : "end")
                objectName: "end"
                sign: Signs.end
                size: Desk.small
                width: root.third

                onTapped: root.lectern.end()
            }
        }
    }
}
