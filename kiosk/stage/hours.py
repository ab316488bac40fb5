"""Dims the booth outside its opening hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.deck.hours import is_open
from kiosk.stage.app import clock
from kiosk.stage.stage import Stage

_LOOK_MS: Final = 30_000
"""Between two looks at the clock on the wall, which may have been set by hours since the last one."""


class OpeningHours(QObject):
    """Looks at the clock from now on, and tells the stage whether the booth is open."""

    def __init__(self, stage: Stage, parent: QObject, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(parent)
        self._stage, self._now = stage, now
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """See whether the booth is open now."""
        hours = self._stage.deck.hours
        closed = hours is not None and not is_open(hours, self._now())
        self._stage.act(lambda navigator: navigator.close(clock(), closed=closed))
        self._due.start(_LOOK_MS)
