"""Two lines and the keyboard over a booth's scene, and the fingers of somebody who writes in them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlComponent, qmlEngine
from PySide6.QtQuick import QQuickItem

import kiosk.stage.keyboard  # noqa: F401 - what shows the keyboard imports it before
from kiosk.stage.complete import visible_items

_CARD = b"""
import QtQuick
import Kiosk.Backstage
import Kiosk.Keys
import Kiosk.Parts

Rectangle {
    id: card

    property int line: 1 // the one that is written in; 0 for none
    property string language: "en"
    property string kind: "text"
    property int nexts: 0
    property int dones: 0

    color: Theme.panel
    height: parent.height
    width: parent.width

    Keys.onEscapePressed: card.line = 0

    component Line: Rectangle {
        property alias entry: entry

        border.color: Theme.text
        color: "transparent"
        height: Sizes.touch
        width: 0.8 * card.width
        x: 0.1 * card.width

        Entry {
            id: entry

            anchors.fill: parent
            anchors.margins: Sizes.grid
        }
    }

    Line {
        id: firstLine
        entry.objectName: "first"
        entry.onActiveFocusChanged: if (entry.activeFocus) card.line = 1
        y: Sizes.gap
    }

    Line {
        id: secondLine
        entry.objectName: "second"
        entry.validator: RegularExpressionValidator {
            regularExpression: /[A-Za-z]*/
        }
        entry.onActiveFocusChanged: if (entry.activeFocus) card.line = 2
        y: 2 * Sizes.gap + Sizes.touch
    }

    Keyboard {
        anchors.bottom: parent.bottom
        field: [null, firstLine.entry, secondLine.entry][card.line]
        kind: card.kind
        language: card.language
        width: parent.width

        onDone: {
            card.dones += 1;
            card.line = 0;
        }
        onNext: {
            card.nexts += 1;
            card.line = 2;
        }
    }
}
"""


class Striking:
    """The fingers of somebody at the keyboard that is on the screen."""

    def __init__(self, screen) -> None:
        self.screen = screen

    @property
    def line(self) -> str:
        """What is being composed."""
        return self.screen.item("keys").property("line")

    def at(self, key: str) -> QPoint:
        """Where the middle of a key is."""
        return self.screen.middle(f"key.{key}")

    def tap(self, *keys: str) -> None:
        """Strike keys by their names, one after the other."""
        for key in keys:
            self.screen.tap(f"key.{key}")

    def type(self, text: str) -> None:
        """Strike letters as they are labelled."""
        self.tap(*("space" if letter == " " else letter for letter in text))

    def hold(self, key: str, picked: str) -> None:
        """Hold a key, slide to what it offers, and let go there."""
        fingers = self.screen.fingers
        fingers.press(self.at(key))
        self.screen.until(lambda: any(self.offers()))
        fingers.move(self.screen.middle(f"offered.{picked}"))
        fingers.lift()

    def offers(self) -> list[str]:
        """What a key that is held offers."""
        return [item.property("label") for item in self._named("offered.")]

    def words(self) -> dict[str, str]:
        """The candidates that are shown, and the names of their keys."""
        return {item.property("label"): item.objectName().removeprefix("key.") for item in self._named("key.choose")}

    def _named(self, begin: str) -> list:
        return [item for item in visible_items(self.screen.window) if item.objectName().startswith(begin)]

    def choose(self, word: str) -> None:
        """Choose a candidate that is shown."""
        self.tap(self.words()[word])


class Writing(Striking):
    """Somebody who writes in the first line; `kind` and `language` are the keyboard's."""

    def __init__(self, screen, *, kind: str = "text", language: str = "en") -> None:
        super().__init__(screen)
        self._component = QQmlComponent(qmlEngine(screen.window))
        self._component.setData(_CARD, "")
        content = screen.window.contentItem()
        self.card = self._component.createWithInitialProperties(
            {"parent": content, "kind": kind, "language": language, "z": 10}
        )
        assert self.card is not None, self._component.errorString()
        self.card.setParent(screen.window)

    @property
    def first(self) -> QQuickItem:
        """The first line."""
        return self.card.findChild(QQuickItem, "first")

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.first.property("text")

    @property
    def second(self) -> str:
        """What stands in the other one."""
        return self.card.findChild(QQuickItem, "second").property("text")

    def hardware(self, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys of a keyboard that somebody plugged in; a text is typed letter by letter."""
        for key in keys:
            for each in key if isinstance(key, str) else (key,):
                if isinstance(each, str):
                    self._send(ord(each.upper()), modifiers, each)
                else:
                    control = modifiers == Qt.KeyboardModifier.ControlModifier
                    self._send(each, modifiers, chr(each - 64) if control and each < Qt.Key.Key_Escape else "")

    def _send(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.screen.window, QKeyEvent(kind, key, modifiers, text))
