"""The operator's gesture: five taps in the top right corner, of which nothing on the screen tells anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from kiosk.stage.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QPointerEvent

_TAPS: Final = 5
_PAUSE_MS: Final = 2_000
"""From one tap to the next there may pass so long."""
_SIDE: Final = 88
"""Of the corner, in pixels at 1080 lines: `Sizes.touch`."""


class Corner(QObject):
    """Watches the window's touches and has the stage tell of the gesture; `size` as for `Resting`.

    It keeps no event from anybody, and tells of the gesture after the last tap has done what it does on the screen.
    """

    def __init__(self, stage: Stage, size: Callable[[], tuple[float, float]], parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._size = stage, size
        self._taps = 0
        self._last = 0

    def watch(self, event: QPointerEvent, *, begins: bool, ends: bool) -> None:
        """Take an event that is on its way to the scene."""
        points = event.points()
        if not all(self._has(point.position().x(), point.position().y()) for point in points) or len(points) != 1:
            self._taps = 0
        elif begins:
            now = self._stage.now()
            self._taps = self._taps + 1 if now - self._last <= _PAUSE_MS else 1
            self._last = now
        elif ends and self._taps >= _TAPS:
            self._taps = 0
            QTimer.singleShot(0, self._stage, self._stage.knocked.emit)

    def _has(self, x: float, y: float) -> bool:
        width, share = self._size()
        return x >= width - _SIDE * share and y <= _SIDE * share
