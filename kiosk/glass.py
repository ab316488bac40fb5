"""A touchscreen and a keyboard without anybody at them: real events through the booth's window."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent, QWindow
from PySide6.QtTest import QTest

PALM: Final = 8
"""The number of the finger that rests on the glass."""


@cache
def _touchscreen() -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)  # noqa: S101 - as Qt documents
    return device


class Glass:
    """Fingers by their numbers. Nothing is drawn until Qt's loop turns again."""

    def __init__(self, window: QWindow) -> None:
        self._window = window
        self._down: dict[int, QPoint] = {}
        self.sent = 0
        """How many events went to the window: a finger that comes, moves or goes, a key that goes down or up."""

    @property
    def palm_rests(self) -> bool:
        """Whether a palm was left on the glass."""
        return PALM in self._down

    def press(self, fingers: dict[int, QPoint]) -> None:
        """Put fingers down beside those that are down."""
        self._commit(dict.fromkeys(fingers, "press"), fingers)
        self._down |= fingers

    def move(self, fingers: dict[int, QPoint]) -> None:
        """Move fingers that are down."""
        self._commit(dict.fromkeys(fingers, "move"), fingers)
        self._down |= fingers

    def lift(self, *fingers: int) -> None:
        """Lift fingers that are down."""
        self._commit(dict.fromkeys(fingers, "release"), self._down)
        for finger in fingers:
            del self._down[finger]

    def tap(self, at: QPoint) -> None:
        """One finger down and up again."""
        self.press({0: at})
        self.lift(0)

    def cancel(self) -> None:
        """The system takes every finger away, as a compositor's own gesture does."""
        points = [QEventPoint(finger, QEventPoint.State.Released, at, at) for finger, at in self._down.items()]
        modifiers = Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(
            self._window, QTouchEvent(QEvent.Type.TouchCancel, _touchscreen(), modifiers, points)
        )
        self.lift(*self._down)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Press and lift a key."""
        self.sent += 2
        QTest.keyClick(self._window, key, modifiers)

    def _commit(self, actions: dict[int, str], points: dict[int, QPoint]) -> None:
        sequence = QTest.touchEvent(self._window, _touchscreen(), autoCommit=False)
        for finger in self._down.keys() - actions.keys():
            sequence.stationary(finger)
        for finger, action in actions.items():
            getattr(sequence, action)(finger, points[finger], self._window)
        self.sent += 1
        sequence.commit(processEvents=False)
