"""Follows the stage's places, and has a visit log keep what visitors looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from kiosk.place import Place, Screen
from kiosk.stage.app import clock
from kiosk.stage.stage import Stage
from kiosk.visits.log import Sends, VisitLog
from kiosk.visits.logged import cell, noticed
from kiosk.visits.visit import Recorder


class Visitors(QObject):
    """Logs the visits to a stage into a folder; `now` as the stage's clock."""

    def __init__(self, stage: Stage, log: VisitLog, now: Callable[[], int] = clock) -> None:
        super().__init__()
        self._stage, self.log = stage, log
        self._recorder = Recorder(now, log.keep)
        self._before = stage.place
        stage.placeChanged.connect(self._show)
        stage.felt.connect(self._feel)
        self._show()

    @Slot()
    def _show(self) -> None:
        place = self._stage.place
        rests = place.screen in {Screen.ATTRACT, Screen.DARK, Screen.CALM} or place.show is not None
        if self._recorder.is_on and not rests and place is not self._before:
            self._recorder.did(noticed(self._before, place, self._stage.deck, self._slide(place)))
        self._before = place
        self._recorder.show(place.screen.value, self._what(place), place.language, rests=rests)

    @Slot(float, float, bool)
    def _feel(self, x: float, y: float, tall: bool) -> None:
        place = self._stage.place
        if not place.desk and not self._stage.hushed:
            self._recorder.touch(cell(x, y, tall=tall), tall=tall)

    def _slide(self, place: Place) -> str:
        return self._stage.lists.order[place.slide][1].id if place.screen is Screen.SLIDE else ""

    def _what(self, place: Place) -> str:
        """The slide's id, the group's, or the two platforms that are compared."""
        return self._slide(place) or place.group or " ".join(place.pair)

    def close(self) -> None:
        """The booth ends."""
        self._recorder.close()
        self.log.close()


def follow(stage: Stage, folder: Path, outbox: Sends | None = None) -> Visitors:
    """Begin to log the visits to a stage in a state folder, and to put them into an outbox."""
    return Visitors(stage, VisitLog(folder, outbox=outbox))
