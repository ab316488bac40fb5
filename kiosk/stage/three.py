"""Three fingers that tap the screen together while somebody presents: they ask for the other screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QTouchEvent

from kiosk.stage.stage import Stage

_FINGERS = 3
_TAP_MS = 600
"""From the first finger to the last one lifted: what takes longer is a hand that rests."""


class ThreeFingers:
    """Watches a window's touches; what three fingers do is kept from what is beneath."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._began = 0
        self._counted = 0

    def watch(self, window: QObject, event: QTouchEvent) -> bool:
        """Take a touch event that is on its way to the scene. True where no one else may have it."""
        kind, count = event.type(), len(event.points())
        if kind == QEvent.Type.TouchBegin:
            self._began, self._counted = self._stage.now(), 0
        kept = self._counted >= _FINGERS
        self._counted = max(self._counted, count)
        if self._counted >= _FINGERS and not kept:
            # The first two fingers pressed something already: it is let go of.
            QCoreApplication.sendEvent(window, QTouchEvent(QEvent.Type.TouchCancel, event.pointingDevice()))
            return True
        if kept and kind == QEvent.Type.TouchEnd and self._counted == _FINGERS:
            self._ask()
        return kept

    def _ask(self) -> None:
        if self._stage.now() - self._began <= _TAP_MS:
            self._stage.show_state.swapAsked.emit()
