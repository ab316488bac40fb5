pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage
import Kiosk.Parts

// Today's visits: how many, when, in which languages, and the slides that were looked at longest.
OperatorPage {
    id: root

    required property Stage stage
    readonly property real under: Math.round(status.visible ? track.y + Sizes.gap : report.y + report.height + Sizes.gap)
    readonly property real half: Sizes.portrait ? inner : Math.round((inner - Sizes.gap) / 2)

    closeName: desk.cancelName
    name: "visits"
    title: desk.title

    onClosed: desk.leave()

    DayVisits {
        id: desk

        stage: root.stage
    }

    // A name, a bar, and the number that it stands for.
    component Bar: Item {
        id: bar

        required property string name
        required property string value
        required property real share
        readonly property real number: Math.round(180 * Sizes.unit)

        height: Math.round(68 * Sizes.unit)

        Label {
            color: Theme.text
            elide: Text.ElideRight
            size: Math.round(26 * Sizes.unit)
            text: bar.name
            width: parent.width - bar.number - Sizes.gap
        }

        Label {
            color: Theme.text
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignRight
            size: Math.round(26 * Sizes.unit)
            text: bar.value
            width: bar.number
            x: parent.width - width
        }

        Rectangle {
            color: Theme.track
            height: Sizes.grid
            radius: height / 2
            width: parent.width
            y: Math.round(44 * Sizes.unit)

            Rectangle {
                color: Theme.accent
                height: parent.height
                radius: parent.radius
                width: Math.max(height, Math.round(parent.width * bar.share))
            }
        }
    }

    Label {
        id: said

        color: Theme.text
        objectName: "visits.said"
        size: Math.round(34 * Sizes.unit)
        text: desk.said
        width: parent.width - (report.visible && !Sizes.portrait ? report.width + Sizes.gap : 0)
        y: Sizes.portrait ? 0 : Math.round((report.height - height) / 2)
    }

    RoundButton {
        id: report

        available: !desk.reports
        label: desk.reportName
        objectName: "visits.report"
        visible: desk.any
        x: Sizes.portrait ? 0 : Math.round(root.inner - width)
        y: Sizes.portrait ? Math.round(said.height + Sizes.gap) : 0

        onTapped: desk.report()
    }

    Words {
        id: status

        color: Theme.text
        fontSizeMode: Text.FixedSize
        objectName: "visits.status"
        size: Math.round(26 * Sizes.unit)
        text: desk.status
        visible: text !== ""
        width: parent.width
        y: Math.round(report.y + report.height + Sizes.grid)
    }

    Rectangle {
        id: track

        color: Theme.track
        height: Sizes.grid
        radius: height / 2
        visible: desk.reports
        width: parent.width
        y: Math.round(status.y + status.height + Sizes.grid / 2)

        Rectangle {
            color: Theme.accent
            height: parent.height
            radius: parent.radius
            width: Math.max(height, Math.round(parent.width * desk.share))
        }
    }

    OperatorCard {
        id: hours

        height: Math.round(360 * Sizes.unit)
        title: desk.hoursTitle
        visible: desk.any
        width: root.half
        y: root.under

        Row {
            id: columns

            readonly property real room: Math.round(hours.height - hours.head - hours.pad - 76 * Sizes.unit)
            readonly property real cell: (hours.width - 2 * hours.pad) / Math.max(1, each.count)

            Repeater {
                id: each

                model: desk.hours

                Item {
                    id: hour

                    required property string name
                    required property string value
                    required property real share

                    height: columns.room + Math.round(76 * Sizes.unit)
                    width: columns.cell

                    Label {
                        color: Theme.text
                        horizontalAlignment: Text.AlignHCenter
                        size: Math.round(22 * Sizes.unit)
                        text: hour.share > 0 ? hour.value : ""
                        width: parent.width
                        y: column.y - height
                    }

                    Rectangle {
                        id: column

                        color: hour.share > 0 ? Theme.accent : Theme.track
                        height: Math.max(Sizes.line, Math.round(columns.room * hour.share))
                        radius: Math.min(width, height) / 6
                        width: Math.round(0.62 * parent.width)
                        x: Math.round((parent.width - width) / 2)
                        y: Math.round(38 * Sizes.unit) + columns.room - height
                    }

                    Label {
                        horizontalAlignment: Text.AlignHCenter
                        size: Math.round(22 * Sizes.unit)
                        text: hour.name
                        width: parent.width
                        y: Math.round(40 * Sizes.unit) + columns.room
                    }
                }
            }
        }
    }

    OperatorCard {
        id: languages

        height: Math.round(head + list.height + pad)
        title: desk.languagesTitle
        visible: desk.any
        width: root.half
        y: Math.round(hours.y + hours.height + Sizes.gap)

        Column {
            id: list

            width: parent ? parent.width : 0

            Repeater {
                model: desk.languages

                Bar {
                    width: list.width
                }
            }
        }
    }

    OperatorContacts {
        id: contacts

        stage: root.stage
        width: root.half
        y: Math.round(desk.any ? languages.y + languages.height + Sizes.gap : hours.y)
    }

    OperatorCard {
        id: slides

        height: Math.round(head + longest.height + pad)
        title: desk.slidesTitle
        visible: desk.any
        width: root.half
        x: Sizes.portrait ? 0 : root.half + Sizes.gap
        y: Math.round(!Sizes.portrait ? hours.y : contacts.shown ? contacts.y + contacts.height + Sizes.gap : contacts.y)

        Column {
            id: longest

            width: parent ? parent.width : 0

            Repeater {
                model: desk.slides

                Bar {
                    width: longest.width
                }
            }
        }
    }
}
