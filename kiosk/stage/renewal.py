"""Has the booth start anew once a day, at a time that its machine's file names, when nobody uses it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.place import Screen
from kiosk.stage.stage import Stage

_LOOK_MS: Final = 30_000
"""Between two looks at the clock on the wall, which may have been set by hours since the last one."""


class Renewal(QObject):
    """Looks at the clock from now on. `at` is a time as `04:00`; `renew` is called once.

    Whoever uses the booth at that time is not disturbed: it starts anew as soon as they are gone.
    """

    def __init__(
        self,
        stage: Stage,
        at: str,
        renew: Callable[[], None],
        parent: QObject,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._stage, self._at, self._renew, self._now = stage, at, renew, now
        self._since = now()
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.look)
        self._due.start(_LOOK_MS)

    @Slot()
    def look(self) -> None:
        """See whether the time has come."""
        if self._passed() > self._since and self._is_unused():
            self._renew()
        else:
            self._due.start(_LOOK_MS)

    def _passed(self) -> datetime:
        """When the clock last showed that time."""
        now = self._now()
        hour, minute = map(int, self._at.split(":"))
        today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return today if today <= now else today - timedelta(days=1)

    def _is_unused(self) -> bool:
        place = self._stage.place
        return place.screen in {Screen.ATTRACT, Screen.DARK, Screen.CALM} and not place.desk
