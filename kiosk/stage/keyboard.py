"""The keyboard as QML draws it, and as fingers and hardware keys reach it: what is struck goes into the field.

Nothing that is typed is kept here longer than it is being composed, and nothing of it is told to anybody but the field.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import Property, QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEventPoint, QInputMethodEvent, QKeyEvent, QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.deck.interface import interface
from kiosk.keyboard.board import Board, Edit
from kiosk.keyboard.hands import Hands, Strike
from kiosk.keyboard.layouts import HIGH, WIDE, Does, Key, Kind
from kiosk.stage.element import go_with_qml
from kiosk.stage.rows import Rows

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_HOLD_MS: Final = 450
"""A key that is down so long is held."""
_AGAIN_MS: Final = 80
"""Between two strikes of a key that is held."""
_MOUSE: Final = -2
"""The number of the finger that a mouse is."""
_KEY: Final = ("name", "label", "does", "across", "down", "wide", "high", "spoken", "on", "stays")
_OFFERED: Final = ("label", "across", "down", "picked")
_NUMBERS: Final = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
_ENTERS: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_AS: Final[dict[int, Does]] = {
    Qt.Key.Key_Backspace: Does.ERASE,
    Qt.Key.Key_Space: Does.SPACE,
    **dict.fromkeys((Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left), Does.EARLIER),
    **dict.fromkeys((Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Right), Does.LATER),
}
"""What keys of a keyboard do while a word is being written, as those on the screen do it."""


@QmlElement
class KeyBoard(QQuickItem):
    """What the keys stand on. It writes into the `field`, as long as there is one."""

    fieldChanged = Signal()
    kindChanged = Signal()
    languageChanged = Signal()
    glyphChanged = Signal()
    areaChanged = Signal()
    lastChanged = Signal()
    composed = Signal()
    """The letters that are being written are others."""
    next = Signal()
    """Somebody is through with the line, and wants the one after it …"""
    done = Signal()
    """… or none."""

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        go_with_qml(self)
        self._field: QQuickItem | None = None
        self._area = QRectF()
        self._kind = Kind.TEXT
        self._language = ""
        self._board = Board()
        self._shown: list[Key] = []
        self._hands = Hands(self._keys)
        self._key_rows, self._pressed_rows, self._offer_rows = Rows(_KEY, self), Rows(_KEY, self), Rows(_OFFERED, self)
        self._writing = False
        self._held = QTimer(self, singleShot=True)
        self._held.timeout.connect(self._hold)
        self.setAcceptTouchEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)

    # Fingers

    def touchEvent(self, event: QTouchEvent) -> None:
        """Every finger that is on the keys."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
            return
        for point in event.points():
            self._finger(point.state(), point.id(), *self._place(point.position().x(), point.position().y()))
        self._look()

    def touchUngrabEvent(self) -> None:
        """Something else takes the fingers."""
        self._cancel()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mouse is a finger."""
        self._mouse(QEventPoint.State.Pressed, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It moves."""
        self._mouse(QEventPoint.State.Updated, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is lifted."""
        self._mouse(QEventPoint.State.Released, event)

    def _mouse(self, state: QEventPoint.State, event: QMouseEvent) -> None:
        self._finger(state, _MOUSE, *self._place(event.position().x(), event.position().y()))
        self._look()

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """A place in keys."""
        area = self._area
        return (x - area.x()) / max(1.0, area.width()) * WIDE, (y - area.y()) / max(1.0, area.height()) * HIGH

    def _finger(self, state: QEventPoint.State, finger: int, x: float, y: float) -> None:
        if state == QEventPoint.State.Pressed:
            self._strike(self._hands.strike_all(finger, x, y))
            self._hands.press(finger, x, y)
            self._held.start(_HOLD_MS)
        elif state == QEventPoint.State.Updated:
            self._hands.move(finger, x, y)
        elif state == QEventPoint.State.Released:
            self._strike(self._hands.lift(finger, x, y))
            self._held.stop()

    @Slot()
    def _hold(self) -> None:
        strike = self._hands.hold()
        if strike:
            self._strike([strike])
            self._held.start(_AGAIN_MS)
        self._look()

    def _cancel(self) -> None:
        self._held.stop()
        self._hands.cancel()
        self._look()

    # What is struck

    def _strike(self, strikes: Iterable[Strike]) -> None:
        for key, text in strikes:
            self._edit(self._board.strike(key, time.monotonic_ns() // 1_000_000, text))
            if key.does is not Does.SHIFT and key.does is not Does.SIGNS:
                self._suit()
            self._renew()

    def _edit(self, edit: Edit) -> None:
        """Have the field do as if a keyboard of the system had sent it: it keeps to its own length and validator."""
        if self._field is None:
            return
        self._writing = True
        if edit.write:
            event = QInputMethodEvent()
            event.setCommitString(edit.write)
            QCoreApplication.sendEvent(self._field, event)
        if edit.erase:
            self._press(Qt.Key.Key_Backspace)
        if edit.move:
            self._press(Qt.Key.Key_Right if edit.move > 0 else Qt.Key.Key_Left)
        self._writing = False
        if edit.then == "next":
            self.next.emit()
        elif edit.then == "done":
            self.done.emit()

    def _press(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if self._field is not None:
                QCoreApplication.sendEvent(self._field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    @Slot()
    def suit(self) -> None:
        """The cursor is elsewhere, and no key on the screen has moved it."""
        if not self._writing:
            self._suit()
            self._renew()

    def _suit(self) -> None:
        """Have capitals where the cursor is at the beginning of something."""
        if self._field is not None:
            self._board.suit(self._field.property("text")[: self._field.property("cursorPosition")])

    # The keys of a hardware keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys, which are Pinyin too where that is written."""
        if event.type() != QEvent.Type.KeyPress or self._writing or watched is not self._field:
            return False
        taken = self._type(event)  # type: ignore[arg-type] # as its type says
        if taken:
            self._renew()
            self._look()
        return taken

    def _type(self, event: QKeyEvent) -> bool:
        """Take a key for a word that is being written. False where it is none of its."""
        board, key, text = self._board, event.key(), event.text()
        if (
            board.chinese
            and len(text) == 1
            and text.isascii()
            and (text.islower() or (text == "'" and board.composing))
        ):
            self._edit(board.letter(text))
            return True
        if not board.composing:
            return False
        if key in _NUMBERS:
            self._edit(board.choose_shown(int(text)))
        elif key in _ENTERS:
            self._edit(board.raw())
        elif key == Qt.Key.Key_Escape:
            board.begin()
        elif key in _AS:
            self._edit(board.strike(Key(_AS[key], "", 0, 0, 1), 0))
        elif text and text.isprintable():
            self._edit(board.letter(text))
        return True

    # What is shown

    def _keys(self) -> Sequence[Key]:
        return self._shown

    def _renew(self) -> None:
        """The keys are others."""
        shown = self._board.shown()
        if shown != self._shown:
            self._shown = shown
            self._key_rows.become([key[2:4] for key in shown], lambda at: _said(shown[at]))
        self.composed.emit()

    def _look(self) -> None:
        """Which keys are pressed, and what the held one offers."""
        pressed = self._hands.pressed
        self._pressed_rows.become([key[2:4] for key in pressed], lambda at: _said(pressed[at]))
        offer, picked = self._hands.offer, self._hands.picked
        texts = offer.texts if offer else ()
        cell: Callable[[int], tuple[float, float]] = offer.cell if offer else lambda _: (0.0, 0.0)
        self._offer_rows.become(
            texts, lambda at: dict(zip(_OFFERED, (texts[at], *cell(at), at == picked), strict=True))
        )

    @Slot()
    def _leave(self) -> None:
        """The field is gone, and whatever was being written into it."""
        self._field = None
        self._close()

    def _close(self) -> None:
        self._held.stop()
        self._hands.cancel()
        if self._field is None:
            self._board.close()
        else:
            self._board.begin()

    def _open(self) -> None:
        """Keys for the field's kind, in the visitor's language."""
        self._board.open(self._kind, self._language)
        self._suit()
        self._renew()
        self._look()

    # What QML gives and reads

    @Property(QQuickItem, notify=fieldChanged)
    def field(self) -> QQuickItem | None:
        """The TextInput that is written into; null folds the keyboard away."""
        return self._field

    @field.setter  # type: ignore[no-redef]
    def field(self, field: QQuickItem | None) -> None:
        before = self._field
        if field is before:
            return
        if before is not None:
            if field is not None:
                self._edit(self._board.raw())
            before.removeEventFilter(self)
            with suppress(RuntimeError):
                before.destroyed.disconnect(self._leave)
            if field is None:
                before.setFocus(False)  # nobody writes any more: keys are the booth's again
        self._field = field
        self._close()
        if field is not None:
            field.installEventFilter(self)
            field.destroyed.connect(self._leave)
            field.forceActiveFocus()
            self._suit()
        self._renew()
        self._look()
        self.fieldChanged.emit()

    @Property(str, notify=kindChanged)
    def kind(self) -> str:
        """What is written: `text`, `name`, `email` or `phone`."""
        return self._kind.value

    @kind.setter  # type: ignore[no-redef]
    def kind(self, kind: str) -> None:
        self._kind = Kind(kind)
        self._open()
        self.kindChanged.emit()

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The visitor's, whose letters are offered first."""
        return self._language

    @language.setter  # type: ignore[no-redef]
    def language(self, language: str) -> None:
        self._language = language
        self._open()
        self.languageChanged.emit()

    @Property(float, notify=glyphChanged)
    def glyph(self) -> float:
        """How wide a character of a candidate is, in keys."""
        return self._board.glyph

    @glyph.setter  # type: ignore[no-redef]
    def glyph(self, glyph: float) -> None:
        self._board.glyph = glyph
        self._renew()
        self.glyphChanged.emit()

    @Property(bool, notify=lastChanged)
    def last(self) -> bool:
        """Whether no line comes after this one, so that there is no key for it."""
        return self._board.last

    @last.setter  # type: ignore[no-redef]
    def last(self, last: bool) -> None:
        self._board.last = last
        self._renew()
        self.lastChanged.emit()

    @Property(QRectF, notify=areaChanged)
    def area(self) -> QRectF:
        """Where the keys are in this item; all of it takes touches, so that none of them is anybody else's."""
        return self._area

    @area.setter  # type: ignore[no-redef]
    def area(self, area: QRectF) -> None:
        self._area = area
        self.areaChanged.emit()

    @Property(Rows, constant=True)
    def keys(self) -> Rows:
        """Every key, its place in keys."""
        return self._key_rows

    @Property(Rows, constant=True)
    def pressed(self) -> Rows:
        """The keys that a finger is on."""
        return self._pressed_rows

    @Property(Rows, constant=True)
    def offered(self) -> Rows:
        """What a key that is held writes besides."""
        return self._offer_rows

    @Property(str, notify=composed)
    def line(self) -> str:
        """What is being composed; "" for nothing."""
        return self._board.pinyin.line if self._board.composing else ""

    @Property(str, notify=languageChanged)
    def title(self) -> str:
        """What the keyboard is called by those who have it read to them."""
        return interface(self._language).keyboard

    @Slot(str)
    def press(self, name: str) -> None:
        """Strike a key by its name, for those who have the screen read to them."""
        self._strike([Strike(key) for key in self._shown if key.name == name][:1])


def _said(key: Key) -> dict[str, Any]:
    """A key as QML draws it."""
    values = (key.name, key.label, key.does.value, key.x, key.y, key.width, key.height)
    return dict(zip(_KEY, (*values, key.spoken or key.label, key.on, key.stays), strict=True))
