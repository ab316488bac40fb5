"""Fingers on the glass: real touch events through the window, one or several at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QInputDevice, QTouchEvent
from PySide6.QtTest import QTest

_devices: list[QInputDevice] = []


def _touchscreen():
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


class Fingers:
    """Presses, moves and lifts fingers by their number; every call is one event of the touchscreen."""

    def __init__(self, window) -> None:
        self._window = window
        self._down: dict[int, QPoint] = {}

    def press(self, *points: QPoint) -> None:
        """Put fingers down, numbered from 0 in the order given, beside those that are down already."""
        first = len(self._down)
        new = dict(enumerate(points, start=first))
        self._commit({**dict.fromkeys(self._down, "stationary"), **dict.fromkeys(new, "press")}, new)
        self._down |= new

    def move(self, *points: QPoint) -> None:
        """Move the fingers that are down, in the order of their numbers."""
        moved = dict(zip(sorted(self._down), points, strict=True))
        self._commit(dict.fromkeys(moved, "move"), moved)
        self._down = moved

    def lift(self) -> None:
        """Lift every finger."""
        self._commit(dict.fromkeys(self._down, "release"), self._down)
        self._down = {}

    def lift_one(self, finger: int) -> None:
        """Lift one finger; the others stay where they are."""
        rest = {number: "stationary" for number in self._down if number != finger}
        self._commit({**rest, finger: "release"}, self._down)
        del self._down[finger]

    def cancel(self) -> None:
        """All touches are void, as the touchscreen says when it is unplugged or takes them for a palm."""
        QGuiApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, _touchscreen()))
        self._down = {}

    def tap(self, point: QPoint) -> None:
        """One finger down and up again at the same place."""
        self.press(point)
        self.lift()

    def drag(self, start: QPoint, by: QPoint, *, steps: int = 8, lift: bool = True) -> None:
        """One finger down, along a straight line, and up again."""
        self.press(start)
        for step in range(1, steps + 1):
            self.move(start + by * (step / steps))
        if lift:
            self.lift()

    def _commit(self, actions: dict[int, str], points: dict[int, QPoint]) -> None:
        sequence = QTest.touchEvent(self._window, _touchscreen(), False)
        for finger, action in actions.items():
            if action == "stationary":
                sequence.stationary(finger)
            else:
                getattr(sequence, action)(finger, points[finger], self._window)
        sequence.commit()
        QGuiApplication.processEvents()
