"""What is done beside a hand or a drop that rests on the glass, which Qt takes for one gesture with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF
from PySide6.QtQuick import QQuickItem

from kiosk.place import Screen
from kiosk.stage.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QEventPoint, QTouchEvent

_STILL_PX: Final = 24
"""A finger that moved less than this is at rest, at 1080 lines."""
_REST_MS: Final = 600
"""A finger that was down so long before another came is at rest; two that come together are one gesture."""
_STUCK_MS: Final = 5_000
"""What was down so long is no finger that will do anything: a drop, a sticker, an elbow."""
_LEVEL: Final = 2
"""A swipe is so many times wider than it is high."""


class Resting(QObject):
    """Watches the window's touches; `size` gives its width and its shorter side's share of 1080 lines."""

    def __init__(self, stage: Stage, size: Callable[[], tuple[float, float]], parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._size = size
        self._moved: set[int] = set()
        """The fingers that are not at rest."""
        self._aside = QQuickItem()
        """What has those that are stuck, so that what lies beneath them answers to others."""

    def watch(self, event: QTouchEvent) -> None:
        """Take a touch event that is on its way to the scene."""
        from PySide6.QtGui import QEventPoint  # not before the first touch

        points = event.points()
        still = _STILL_PX * self._size()[1]
        for point in points:
            if point.state() == QEventPoint.State.Updated and _moved(point).manhattanLength() > still:
                self._moved.add(point.id())
        for point in points:
            if point.state() == QEventPoint.State.Pressed:
                self._set_aside(event, point)
            elif point.state() == QEventPoint.State.Released:
                self._lifted(point, [other for other in points if other.id() != point.id()])

    def cancel(self) -> None:
        """The touches lead nowhere."""
        self._moved.clear()

    def _set_aside(self, event: QTouchEvent, new: QEventPoint) -> None:
        """A finger comes down: whatever is stuck elsewhere is none of its gesture."""
        for point in event.points():
            if point.id() not in self._moved and _earlier(point, new) >= _STUCK_MS:
                event.setExclusiveGrabber(point, self._aside)
                event.clearPassiveGrabbers(point)  # or they wait for the finger, and miss the next tap

    def _lifted(self, point: QEventPoint, others: Sequence[QEventPoint]) -> None:
        by = _moved(point)
        rest = [each.id() not in self._moved and _earlier(each, point) >= _REST_MS for each in others]
        is_swipe = point.id() in self._moved and abs(by.x()) > _LEVEL * abs(by.y())
        place = self._stage.place
        covered = place.source or place.desk or self._stage.show.covered
        if rest and all(rest) and is_swipe and place.screen is Screen.SLIDE and not covered:
            self._stage.swiped(by.x(), *self._size())
        self._moved.discard(point.id())


def _earlier(one: QEventPoint, other: QEventPoint) -> int:
    """How many milliseconds one finger was put down before another."""
    return other.pressTimestamp() - one.pressTimestamp()


def _moved(point: QEventPoint) -> QPointF:
    """How far a finger is from where it was put down."""
    return point.position() - point.pressPosition()
