"""The pad for the operator's PIN as QML reads it. The digits stay in here: the screen shows how many there are."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.operator_words import operator_words
from kiosk.navigator import Navigator
from kiosk.operator.lock import Answer
from kiosk.operator.pin import MOST
from kiosk.stage.follower import Follower

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND_MS: Final = 1_000
_LONG_S: Final = 90
"""From here on a wait is told in minutes."""


@QmlElement
class Pin(Follower):
    """What was typed, and what is said to it."""

    changed = Signal()
    """Not of the words alone: how many digits there are, whether they are looked at, how long to wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._listens = False
        self._words = operator_words("")
        self._second = QTimer(self, singleShot=True)
        self._second.timeout.connect(self._look)

    def _follow(self) -> None:
        stage = self._stage
        if stage is None:
            return
        self._words = operator_words(stage.place.language)
        if stage.operating and not self._listens:
            self._listens = True
            stage.operating.answered.connect(self._answer)
        self._look()

    @Slot()
    def _answer(self) -> None:
        self._typed = ""
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say it again, and again in a second where that is something else then."""
        if self._wait() > 0:
            self._second.start(_SECOND_MS)
        self.changed.emit()

    def _wait(self) -> float:
        operating = self._stage.operating if self._stage else None
        return operating.lock.wait() if operating and operating.lock else 0.0

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many digits were typed."""
        return len(self._typed)

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether the pad takes digits now."""
        operating = self._stage.operating if self._stage else None
        return not (operating and operating.looks) and self._wait() <= 0

    @Property(str, notify=changed)
    def said(self) -> str:
        """What became of the last PIN; "" for nothing that were worth a word."""
        operating = self._stage.operating if self._stage else None
        wait = self._wait()
        if wait > _LONG_S:
            return self._words.wait_minutes.format(minutes=math.ceil(wait / 60))
        if wait > 0:
            return self._words.wait_seconds.format(seconds=math.ceil(wait))
        if operating and operating.looks:
            return self._words.looks
        wrong = operating and operating.answer is Answer.WRONG and not self._typed
        return self._words.wrong if wrong else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.pin

    @Property(str, notify=changed)
    def enterName(self) -> str:
        return self._words.enter

    @Property(str, notify=changed)
    def eraseName(self) -> str:
        return self._words.erase

    @Property(str, notify=changed)
    def cancelName(self) -> str:
        return self._words.cancel

    @Slot(str)
    def press(self, digit: str) -> None:
        if self.open and len(self._typed) < MOST:
            self._typed += digit
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def enter(self) -> None:
        operating = self._stage.operating if self._stage else None
        if operating and self._typed and self.open:
            typed, self._typed = self._typed, ""
            operating.enter(typed)

    @Slot()
    def cancel(self) -> None:
        self._act(Navigator.close_desk)
