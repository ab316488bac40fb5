pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What is set once for a talk: its route, its guest, the languages, the screens; and its end.
Flickable {
    id: root

    required property Lectern lectern
    required property Phone phone
    readonly property string say: lectern.language
    readonly property real half: Math.floor((width - Desk.gap) / 2)
    readonly property real fourth: Math.floor((width - 3 * Desk.gap) / 4)

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
                label: root.lectern.word(root.say, "phone")
                objectName: "phone"
                on: root.phone.on
                sign: Signs.phone
                size: Desk.small
                width: root.fourth

                onTapped: root.phone.toggle()
            }

            Key {
                label: root.lectern.word(root.say, "save_ink")
                objectName: "saveInk"
                sign: Signs.save
                size: Desk.small
                width: root.fourth

                onTapped: root.lectern.saveInk()
            }

            Key {
                label: root.lectern.word(root.say, "identify")
                objectName: "identify"
                sign: Signs.identify
                size: Desk.small
                width: root.fourth

                onTapped: root.lectern.identify()
            }

            Key {
                alarming: true
                label: root.lectern.word(root.say, root.lectern.sure ? "end_sure" : "end")
                objectName: "end"
                sign: Signs.end
                size: Desk.small
                width: root.fourth

                onTapped: root.lectern.end()
            }
        }
    }

    // For the phone to scan, in the place of everything else of this page.
    Rectangle {
        color: Theme.skyBottom
        height: root.height
        visible: root.phone.code !== ""
        width: root.width
        y: root.contentY

        TapHandler {
            gesturePolicy: TapHandler.WithinBounds
        }

        QrCode {
            id: code

            Accessible.name: root.lectern.word(root.say, "phone_how")
            Accessible.role: Accessible.Graphic
            anchors.horizontalCenter: parent.horizontalCenter
            height: width
            objectName: "code"
            ratio: Screen.devicePixelRatio
            text: root.phone.code
            width: Math.min(parent.width, parent.height - how.height - off.height - 3 * Desk.gap)
        }

        Text {
            id: how

            anchors.top: code.bottom
            anchors.topMargin: Desk.gap
            color: Theme.text
            font.family: Desk.family
            font.pixelSize: Desk.text
            horizontalAlignment: Text.AlignHCenter
            text: root.lectern.word(root.say, "phone_how")
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Key {
            id: off

            anchors.bottom: parent.bottom
            label: root.lectern.word(root.say, "phone_off")
            objectName: "phone.off"
            width: parent.width

            onTapped: root.phone.toggle()
        }
    }
}
