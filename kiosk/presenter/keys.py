"""The console's keys and touches: what is typed there goes to the show, unless somebody writes in a field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
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
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt calls it
        """True for an event that nobody else may have."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return self._key(event)  # type: ignore[arg-type] # as its type says
        if kind in _BEGINS:
            self._stage.touched()
            self._leave_field(event)  # type: ignore[arg-type]
        if kind in _TOUCHES:
            self._three.watch(self._window, event)
        return False

    def _field(self) -> QQuickItem | None:
        """The field that is written in."""
        item = self._window.activeFocusItem()
        return item if item and item.inherits("QQuickTextInput") else None

    def _leave_field(self, event: QPointerEvent) -> None:
        """A touch elsewhere ends the writing, so that a clicker's keys are the show's again."""
        field = self._field()
        point = event.position() if isinstance(event, QSinglePointEvent) else event.point(0).position()
        if field and not field.contains(field.mapFromScene(QPointF(point))):
            field.setFocus(False)

    def _key(self, event: QKeyEvent) -> bool:
        if self._field() and event.key() not in _CLICKERS:
            return False
        QCoreApplication.sendEvent(self._show, event)
        return True

    def close(self) -> None:
        """Hear nothing any more."""
        self._window.removeEventFilter(self)
