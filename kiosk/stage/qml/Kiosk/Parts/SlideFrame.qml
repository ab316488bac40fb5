pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What every slide has: whose it is, its title, its source, and a body for the layout to fill.
// With `side` the title and the text share the left five twelfths with nothing, and the body takes the rest.
Item {
    id: root

    required property Stage stage
    required property int index
    required property color colour
    required property string digit
    required property string platform
    required property string title
    required property string text
    required property string sources
    required property string origin
    required property string background
    required property string film
    required property bool looped
    required property bool build
    property bool current: false
    property bool side: false
    property int titleSize: Sizes.title
    property int textSize: Sizes.body
    property real lead: 0
    property real kept: 0 // free under the words of the left column

    readonly property bool placed: ListView.view !== null
    readonly property bool beside: side && !Sizes.portrait
    // So many of the body's parts are there: all of them, unless somebody presents and reveals one after another.
    readonly property bool built: !build || !stage.show.presenting || index < stage.index
    readonly property int shown: built ? 1000 : index === stage.index ? stage.show.revealed : 0
    readonly property real inner: width - 2 * Sizes.margin
    readonly property real column: beside ? Math.round(inner * 4.6 / 12) : inner
    default property alias body: body.data
    readonly property bool pictured: background !== "" && !Theme.highContrast
    readonly property color ink: pictured ? Theme.text : Theme.textSoft

    // While it is being made it lies where the list begins, not where it belongs. A binding would come too late: it is
    // only looked at when all items are there already.
    visible: false

    onPlacedChanged: visible = placed

    Loader {
        active: root.background !== ""
        anchors.fill: parent

        sourceComponent: Behind {
            current: root.current
            film: root.film
            image: root.background
            looped: root.looped
            stage: root.stage
        }
    }

    Loader {
        active: root.stage.probe
        z: 100

        sourceComponent: ProbePatch {
            number: root.index
        }
    }

    Chip {
        id: chip

        ink: root.ink
        colour: root.colour
        digit: root.digit
        name: root.platform
        x: Sizes.margin
        y: Math.round((Sizes.portrait ? 112 : 64) * Sizes.unit)
    }

    Words {
        id: heading

        anchors.left: chip.left
        anchors.top: chip.bottom
        anchors.topMargin: Math.round(Sizes.gap + root.lead)
        color: Theme.text
        font.weight: Font.Bold
        height: Sizes.lines(root.titleSize, root.beside ? 4 : Sizes.portrait ? 3 : 2)
        size: root.titleSize
        smallest: Math.round(44 * Sizes.unit)
        text: root.title
        width: root.column
    }

    Words {
        id: words

        color: root.ink
        anchors.left: chip.left
        height: root.beside ? foot.y - y - Sizes.gap - root.kept : Sizes.lines(root.textSize, Sizes.portrait ? 5 : 3)
        size: root.textSize
        text: root.text
        visible: root.text !== ""
        width: root.beside ? root.column - Sizes.gap : Math.min(root.inner, 1400 * Sizes.unit)
        y: Math.round(heading.y + heading.contentHeight + 1.5 * Sizes.gap)
    }

    Item {
        id: body

        readonly property real upper: root.beside ? chip.y : root.text !== "" ? words.y + words.contentHeight + 1.5 * Sizes.gap : heading.y + heading.contentHeight + 2 * Sizes.gap

        height: foot.y - Sizes.gap - y
        width: root.beside ? root.inner - root.column - Sizes.gap : root.inner
        x: root.beside ? Sizes.margin + root.column + Sizes.gap : Sizes.margin
        y: Math.round(upper)
    }

    Words {
        id: foot

        Accessible.ignored: text === ""
        Accessible.name: text
        Accessible.role: root.sources !== "" ? Accessible.Button : Accessible.StaticText
        anchors.left: chip.left
        color: root.pictured ? Theme.text : Theme.textFaint
        objectName: "source"
        height: Math.max(Sizes.touch - 2 * Sizes.gap, Sizes.lines(Sizes.sourceText, Sizes.portrait ? 2 : 1))
        size: Sizes.sourceText
        text: root.origin
        verticalAlignment: Text.AlignBottom
        width: root.inner
        y: Math.round(root.height - height - Sizes.gap)

        Accessible.onPressAction: root.stage.openSources(root.sources)

        TapHandler {
            enabled: root.sources !== ""
            gesturePolicy: TapHandler.ReleaseWithinBounds
            margin: Math.max(0, (Sizes.touch - foot.height) / 2)

            onTapped: root.stage.openSources(root.sources)
        }
    }
}
