pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// The operator's panel, over everything: what is running and what is wrong, what can be set, and what can be done.
Rectangle {
    id: root

    required property Stage stage
    readonly property real inner: width - 2 * Sizes.margin
    readonly property real half: Sizes.portrait ? inner : (inner - Sizes.gap) / 2
    readonly property real second: Sizes.portrait ? Sizes.margin : Sizes.margin + half + Sizes.gap

    Accessible.name: panel.title
    Accessible.role: Accessible.Dialog
    color: Theme.skyBottom
    objectName: "panel"

    // A page with a file of its own, which is read when the page is first shown.
    component LatePage: Loader {
        required property string name
        required property url file

        active: panel.page === name
        anchors.fill: parent

        onActiveChanged: if (active)
            setSource(file, {
                stage: root.stage
            })
    }

    Panel {
        id: panel

        stage: root.stage
    }

    Item {
        id: main

        anchors.fill: parent
        enabled: panel.page === "panel"
        visible: enabled || panel.page === "restart" || panel.page === "quit"

        Label {
            id: heading

            color: Theme.text
            font.weight: Font.Bold
            size: Sizes.heading
            text: panel.title
            width: root.half
            x: Sizes.margin
            y: Math.round(close.y + (close.height - height) / 2)
        }

        RoundButton {
            id: close

            icon: Icons.close
            label: panel.cancelName
            objectName: "panel.close"
            x: root.width - Sizes.margin - width
            y: Math.round(1.5 * Sizes.gap)

            onTapped: panel.close()
        }

        OperatorCard {
            id: running

            height: Math.round(head + list.implicitHeight + pad)
            title: panel.runningTitle
            width: root.half
            x: Sizes.margin
            y: close.y + close.height + Sizes.gap

            Column {
                id: list

                width: parent ? parent.width : 0

                Repeater {
                    model: panel.facts

                    Item {
                        id: fact

                        required property string name
                        required property string value

                        height: Math.round(44 * Sizes.unit)
                        width: list.width

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            size: Math.round(26 * Sizes.unit)
                            text: fact.name
                            width: Math.round(0.24 * parent.width)
                        }

                        Label {
                            anchors.verticalCenter: parent.verticalCenter
                            color: Theme.text
                            size: Math.round(26 * Sizes.unit)
                            text: fact.value
                            width: parent.width - x
                            x: Math.round(0.26 * parent.width)
                        }
                    }
                }
            }
        }

        OperatorCard {
            id: problems

            readonly property real row: Math.round(96 * Sizes.unit)
            readonly property real inside: height - head - pad
            // The line that counts the others wants room only where there are some.
            readonly property int room: found.count * row <= inside ? found.count : Math.max(1, Math.floor((inside - more.height) / row))

            height: Math.round(actions.y - Sizes.gap - y)
            title: panel.problemsTitle
            width: root.half
            x: Sizes.margin
            y: Math.round(Sizes.portrait ? settings.y + settings.height + Sizes.gap : running.y + running.height + Sizes.gap)

            Repeater {
                id: found

                model: panel.problems

                Item {
                    id: problem

                    required property int index
                    required property string where
                    required property string message
                    required property bool severe

                    height: problems.row
                    visible: index < problems.room
                    width: problems.width - 2 * problems.pad
                    y: index * problems.row

                    Rectangle {
                        color: problem.severe ? Theme.accent : Theme.textFaint
                        height: problem.height - Sizes.gap
                        radius: width / 2
                        width: 3 * Sizes.line
                        y: Sizes.grid / 2
                    }

                    Label {
                        id: place

                        color: Theme.textSoft
                        size: Math.round(22 * Sizes.unit)
                        text: problem.where
                        width: parent.width - x
                        x: Sizes.gap
                    }

                    Words {
                        color: Theme.text
                        elide: Text.ElideRight
                        height: problem.height - y
                        maximumLineCount: 2
                        size: Math.round(24 * Sizes.unit)
                        text: problem.message
                        width: parent.width - x
                        x: Sizes.gap
                        y: place.height
                    }
                }
            }

            Label {
                id: more

                anchors.bottom: parent ? parent.bottom : undefined
                size: Math.round(24 * Sizes.unit)
                text: panel.moreProblems(found.count - problems.room)
                width: problems.width - 2 * problems.pad
            }
        }

        OperatorCard {
            id: settings

            height: Sizes.portrait ? Math.round(rows.height + 2 * pad) : Math.round(actions.y - Sizes.gap - y)
            title: ""
            head: pad
            width: root.half
            x: root.second
            y: Math.round(Sizes.portrait ? running.y + running.height + Sizes.gap : running.y)

            Column {
                id: rows

                spacing: Math.round(Sizes.portrait ? Sizes.gap : Math.max(Sizes.gap, (settings.height - 2 * settings.pad - 6 * Sizes.touch) / 5))
                width: settings.width - 2 * settings.pad

                OperatorChoice {
                    choices: panel.languages
                    name: "panel.language"
                    title: panel.languageTitle
                    width: rows.width

                    onChosen: id => panel.speak(id)
                }

                OperatorChoice {
                    choices: panel.themes
                    name: "panel.theme"
                    title: panel.themeTitle
                    width: rows.width

                    onChosen: id => panel.paint(id)
                }

                OperatorChoice {
                    choices: panel.textSizes
                    name: "panel.textSize"
                    title: Texts.textSize
                    width: rows.width

                    onChosen: id => panel.write(id)
                }

                OperatorNumber {
                    name: "panel.ask"
                    title: panel.askTitle
                    value: panel.inSeconds(panel.askAfter)
                    width: rows.width

                    onStepped: by => panel.ask(by)
                }

                OperatorNumber {
                    name: "panel.return"
                    title: panel.returnTitle
                    value: panel.inSeconds(panel.returnAfter)
                    width: rows.width

                    onStepped: by => panel.back(by)
                }

                Item {
                    height: Sizes.touch
                    width: rows.width

                    Words {
                        height: parent.height
                        size: Math.round(24 * Sizes.unit)
                        text: panel.keepMore
                        verticalAlignment: Text.AlignVCenter
                        width: parent.width - keep.width - Sizes.gap
                    }

                    RoundButton {
                        id: keep

                        anchors.right: parent.right
                        available: panel.canKeep
                        label: panel.keepTitle
                        objectName: "panel.keep"

                        onTapped: panel.keep()
                    }
                }
            }
        }

        OperatorActions {
            id: actions

            actions: panel.actions
            width: root.inner
            x: Sizes.margin
            y: Math.round(status.y - height - Sizes.grid)

            onDone: id => panel.do(id)
        }
    }

    // The panel's other pages, over it.
    Loader {
        active: panel.page === "decks"
        anchors.fill: parent
        sourceComponent: decks
    }

    LatePage {
        file: Qt.resolvedUrl("OperatorReady.qml")
        name: "ready"
    }

    LatePage {
        file: Qt.resolvedUrl("OperatorVisits.qml")
        name: "visits"
    }

    LatePage {
        file: Qt.resolvedUrl("OperatorImport.qml")
        name: "import"
    }

    Loader {
        active: panel.page === "restart" || panel.page === "quit"
        anchors.fill: parent
        sourceComponent: question
    }

    Loader {
        active: panel.page === "test"
        anchors.fill: parent
        sourceComponent: test
    }

    Loader {
        active: panel.page === "cleaning"
        anchors.fill: parent
        sourceComponent: cleaning
    }

    Label {
        id: status

        color: Theme.text
        horizontalAlignment: Text.AlignHCenter
        objectName: "panel.status"
        size: Math.round(26 * Sizes.unit)
        text: panel.status
        visible: panel.page === "panel" || panel.page === "decks"
        width: root.inner
        x: Sizes.margin
        y: Math.round(root.height - Sizes.gap / 2 - 38 * Sizes.unit)
    }

    Component {
        id: question

        OperatorQuestion {
            desk: panel
        }
    }

    Component {
        id: test

        ScreenTest {
            desk: panel
        }
    }

    Component {
        id: cleaning

        Rectangle {
            color: Theme.skyBottom
            objectName: "cleaning"

            Column {
                anchors.centerIn: parent
                spacing: 2 * Sizes.gap
                width: parent.width - 2 * Sizes.margin

                Ring {
                    anchors.horizontalCenter: parent.horizontalCenter
                    colour: Theme.accent
                    duration: panel.cleaningFor
                    height: width
                    running: true
                    track: Theme.track
                    width: Math.round(240 * Sizes.unit)
                }

                Label {
                    color: Theme.text
                    font.weight: Font.Bold
                    horizontalAlignment: Text.AlignHCenter
                    size: Sizes.heading
                    text: panel.cleaningHow
                    width: parent.width
                }
            }
        }
    }

    Component {
        id: decks

        Rectangle {
            id: chooser

            readonly property int columns: Sizes.portrait ? 1 : 2
            readonly property int room: columns * Math.floor((height - grid.y - Sizes.margin) / (cell + Sizes.gap))
            readonly property real cell: Math.round(112 * Sizes.unit)

            color: Theme.skyBottom

            Label {
                color: Theme.text
                font.weight: Font.Bold
                size: Sizes.heading
                text: panel.decksTitle
                width: root.half
                x: Sizes.margin
                y: Math.round(close.y + (close.height - height) / 2)
            }

            RoundButton {
                icon: Icons.close
                label: panel.cancelName
                objectName: "decks.close"
                x: close.x
                y: close.y

                onTapped: panel.go("panel")
            }

            Grid {
                id: grid

                columnSpacing: Sizes.gap
                columns: chooser.columns
                rowSpacing: Sizes.gap
                x: Sizes.margin
                y: close.y + close.height + Sizes.gap

                Repeater {
                    model: panel.decks

                    Card {
                        id: deck

                        required property int index
                        required property string id // qmllint disable
                        required property string name
                        required property string more
                        required property bool on

                        border.color: on ? Theme.accent : Theme.surfaceLine
                        border.width: on ? 2 * Sizes.line : Sizes.line / 2
                        height: chooser.cell
                        objectName: "deck." + name
                        spoken: name
                        touchable: !on
                        visible: index < chooser.room
                        width: Math.floor((root.inner - (chooser.columns - 1) * Sizes.gap) / chooser.columns)

                        onTapped: panel.choose(id)

                        Label {
                            color: Theme.text
                            font.weight: Font.Medium
                            size: Math.round(34 * Sizes.unit)
                            text: deck.name
                            width: deck.width - 2 * Sizes.gap
                            x: Sizes.gap
                            y: Math.round(14 * Sizes.unit)
                        }

                        Label {
                                fontSizeMode: Text.FixedSize
                            size: Math.round(24 * Sizes.unit)
                            text: deck.more
                            width: deck.width - 2 * Sizes.gap
                            x: Sizes.gap
                            y: Math.round(64 * Sizes.unit)
                        }
                    }
                }
            }
        }
    }
}
