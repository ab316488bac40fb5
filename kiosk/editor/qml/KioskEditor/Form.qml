pragma ComponentBehavior: Bound

import QtQuick
import QtQml.Models
import Kiosk.Backstage

// The fields of what is chosen, one below the other.
Item {
    id: root

    required property Editor editor
    property string wanted

    function want(row: int, key: string) {
        root.wanted = "";
        list.positionViewAtIndex(Math.max(0, row - 1), ListView.Contain); // what it belongs to is told above it
        list.positionViewAtIndex(row, ListView.Contain);
        list.forceLayout();
        root.wanted = key;
    }

    Connections {
        function onChosenChanged() {
            root.wanted = "";
            list.positionViewAtBeginning();
        }

        function onFocusWanted(row: int, key: string) {
            root.want(row, key);
        }

        target: root.editor
    }

    Say {
        id: heading

        font.weight: Font.Bold
        objectName: "form.heading"
        size: Desk.title
        text: root.editor.heading
        width: root.width
    }

    Say {
        id: about

        color: Paper.textFaint
        size: Desk.small
        text: root.editor.subheading
        width: root.width
        y: heading.height
    }

    Say {
        id: intro

        color: Paper.textSoft
        objectName: "form.intro"
        text: root.editor.intro
        visible: text !== ""
        width: root.width - Desk.gap
        wrapMode: Text.Wrap
        y: about.y + about.height + Desk.gap
    }

    Say {
        id: trouble

        color: Paper.alarm
        objectName: "form.trouble"
        text: root.editor.trouble
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
        y: intro.y
    }

    ListView {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: trouble.visible ? trouble.bottom : intro.visible ? intro.bottom : about.bottom
        anchors.topMargin: Desk.gap
        bottomMargin: 4 * Desk.gap
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // what is made bit by bit is in the way of another form
        clip: true
        displayMarginBeginning: height
        displayMarginEnd: height
        model: root.editor.form
        objectName: "form"

        delegate: DelegateChooser {
            role: "kind"

            DelegateChoice {
                roleValue: "words"

                WordsField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "choice"

                ChoiceField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "chart"

                KindField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "picture"

                PictureField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "colour"

                ColourField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "theme"

                ThemeField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "file"

                FileField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "pick"

                PickField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "picks"

                PicksField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "table"

                TableField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "head"

                HeadField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "list"

                HeadField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "item"

                HeadField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "more"

                MoreField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "raw"

                RawField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                roleValue: "fixed"

                FixedField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }

            DelegateChoice {
                LineField {
                    editor: root.editor
                    wanted: root.wanted
                    width: list.width - Desk.gap
                }
            }
        }
    }

    Bar {
        flick: list
    }
}
