"""Three fingers that tap the screen together while somebody presents: they ask for the other screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QTouchEvent
from PySide6.QtQuick import QQuickWindow

from kiosk.stage.stage import Stage

_FINGERS = 3
_TAP_MS = 600
"""From the first finger to the last one lifted: what takes longer is a hand that rests."""
_ENDS = {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class ThreeFingers:
    """Watches a window's touches; what three fingers do is nothing to what is beneath.

    That is disabled meanwhile, so that it lets go by itself of what the first two fingers pressed: to cancel the touch
    for it, or to keep events from it, leaves Qt with grabs of points that are gone.
    """

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._began = 0
        self._counted = 0

    def watch(self, window: QQuickWindow, event: QEvent) -> None:
        """See an event of a touch that is on its way to the scene; every one, or the scene may stay disabled."""
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            self._began, self._counted = self._stage.now(), 0
        if isinstance(event, QTouchEvent):
            self._counted = max(self._counted, len(event.points()))
        if self._counted < _FINGERS:
            return
        scene = window.contentItem()
        if kind in _ENDS:
            QTimer.singleShot(0, scene, lambda: scene.setEnabled(True))  # once it has seen this event
        elif self._stage.show.presenting:
            scene.setEnabled(False)
        if kind == QEvent.Type.TouchEnd and self._counted == _FINGERS:
            self._ask()
        if kind in _ENDS:
            self._counted = 0

    def _ask(self) -> None:
        if self._stage.show.presenting and self._stage.now() - self._began <= _TAP_MS:
            self._stage.show.swapAsked.emit()
