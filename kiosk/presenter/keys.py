"""The console's keys and touches: what is typed there goes to the show, unless somebody writes in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QSinglePointEvent, QWindow
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.stage.stage import Stage
from kiosk.stage.three import ThreeFingers

if TYPE_CHECKING:
    from PySide6.QtGui import QPointerEvent

_BEGINS: Final = {QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress}
_TOUCHES: Final = {
    *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate),
    *(QEvent.Type.TouchEnd, QEvent.Type.TouchCancel),
}
_CLICKERS: Final = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5}
"""What a clicker sends and no line of text needs."""


class Keys(QObject):
    """An event filter of the console's window, whose keys are those of the show's window."""

    def __init__(self, window: QQuickWindow, show: QWindow, stage: Stage) -> None:
        super().__init__()
        self._window, self._show, self._stage = window, show, stage
        self._three = ThreeFingers(stage)
        self._touch: QPointF | None = None
        """Where a finger was put down last; None since a key was pressed."""
        window.installEventFilter(self)
        window.activeFocusItemChanged.connect(self._offer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt calls it
        """True for an event that nobody else may have."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return self._key(event)  # type: ignore[arg-type] # as its type says
        if kind in _BEGINS:
            self._stage.touched()
            self._begin(event, by_finger=kind == QEvent.Type.TouchBegin)  # type: ignore[arg-type]
        if kind in _TOUCHES:
            self._three.watch(self._window, event)
        return False

    def _field(self) -> QQuickItem | None:
        """The field that is written in."""
        item = self._window.activeFocusItem()
        return item if item and item.inherits("QQuickTextInput") else None

    def _begin(self, event: QPointerEvent, *, by_finger: bool) -> None:
        """A touch elsewhere ends the writing, so that a clicker's keys are the show's again."""
        field = self._field()
        point = QPointF(event.position() if isinstance(event, QSinglePointEvent) else event.point(0).position())
        keyboard = self._window.findChild(QQuickItem, "keyboard")
        if keyboard is not None and keyboard.isVisible() and _has(keyboard, point):
            return
        self._touch = point if by_finger else None
        if field and not _has(field, point):
            field.setFocus(False)
        self._offer()

    @Slot()
    def _offer(self) -> None:
        """Have a keyboard on the screen as long as somebody writes in a field that a finger opened."""
        field = self._field()
        touched = field is not None and self._touch is not None and _has(field.parentItem(), self._touch)
        if touched:
            from kiosk.stage import keyboard  # noqa: F401 - registers what the keyboard is made of
        if field is None or touched:
            self._window.setProperty("keyboard", touched)

    def _key(self, event: QKeyEvent) -> bool:
        if self._field() and event.key() not in _CLICKERS:
            self._touch = None
            self._window.setProperty("keyboard", False)
            return False
        QCoreApplication.sendEvent(self._show, event)
        return True

    def close(self) -> None:
        """Hear nothing any more."""
        self._window.removeEventFilter(self)
        self._window.activeFocusItemChanged.disconnect(self._offer)


def _has(item: QQuickItem, point: QPointF) -> bool:
    """Whether a place in the window is on an item."""
    return item.contains(item.mapFromScene(point))
