pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backstage

// What a presenter does with the slide: point, draw, cover it.
Grid {
    id: root

    required property Lectern lectern
    property real across: width
    property real down: height
    readonly property string say: lectern.language
    readonly property real cell: Math.floor((across - (columns - 1) * spacing) / columns)
    readonly property int lines: Math.ceil(10 / columns)
    readonly property real line: Math.max(Desk.touch, Math.floor((down - (lines - 1) * spacing) / lines))

    component Each: Key {
        below: true
        height: root.line
        width: root.cell
    }

    columns: 5
    spacing: Desk.gap

    Each {
        label: root.lectern.word(root.say, "pointer")
        objectName: "pointer"
        on: root.lectern.tool === "pointer"
        sign: Signs.pointer

        onTapped: root.lectern.take("pointer")
    }

    Each {
        label: root.lectern.word(root.say, "spot")
        objectName: "spot"
        on: root.lectern.tool === "spot"
        sign: Signs.spot

        onTapped: root.lectern.take("spot")
    }

    Each {
        label: root.lectern.word(root.say, "draw")
        objectName: "draw"
        on: root.lectern.tool === "draw"
        sign: Signs.draw

        onTapped: root.lectern.take("draw")
    }

    Each {
        label: root.lectern.word(root.say, "erase")
        objectName: "erase"
        on: root.lectern.tool === "erase"
        sign: Signs.erase

        onTapped: root.lectern.take("erase")
    }

    Each {
        available: root.lectern.ink.any
        label: root.lectern.word(root.say, "undo")
        objectName: "undo"
        sign: Signs.undo

        onTapped: root.lectern.ink.undo()
    }

    Each {
        available: root.lectern.ink.any
        label: root.lectern.word(root.say, "clear")
        objectName: "clear"
        sign: Signs.clear

        onTapped: root.lectern.ink.clear()
    }

    Each {
        label: root.lectern.word(root.say, "cover_black")
        objectName: "cover.black"
        on: root.lectern.isBlack
        sign: Signs.black

        onTapped: root.lectern.black()
    }

    Each {
        label: root.lectern.word(root.say, "cover_white")
        objectName: "cover.white"
        on: root.lectern.isWhite
        sign: Signs.white

        onTapped: root.lectern.white()
    }

    Each {
        label: root.lectern.word(root.say, "overview")
        objectName: "overview"
        sign: Signs.grid

        onTapped: root.lectern.overview()
    }

    Each {
        label: root.lectern.word(root.say, "swap")
        objectName: "swap"
        sign: Signs.swap

        onTapped: root.lectern.swap()
    }
}
