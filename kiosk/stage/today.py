"""The panel's page of today's visits as QML reads it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.interface import interface
from kiosk.deck.operator_words import OperatorWords
from kiosk.deck.shown import Reader
from kiosk.navigator import Desk
from kiosk.stage import contacts  # noqa: F401 - registers Contacts, which is on the same page
from kiosk.stage.panelpage import PanelPage
from kiosk.stage.rows import Rows
from kiosk.visits.log import FILE
from kiosk.visits.today import Day, day

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

BAR: Final = ("name", "value", "share")
"""What is counted, its number as text, and its part of the largest one, from 0 to 1."""
_OPEN: Final = (9, 18)
"""The hours that are shown at least."""


@QmlElement
class DayVisits(PanelPage):
    """How many came today, when, in which languages, and what they looked at longest."""

    changed = Signal()
    desk = Desk.VISITS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._hours = Rows(BAR, self)
        self._languages = Rows(BAR, self)
        self._slides = Rows(BAR, self)

    def _begin(self) -> None:
        operating = self._operating()
        if operating is None:
            self._day = Day()
        else:
            file, now = operating.state / FILE, datetime.now().astimezone()
            operating.aside(lambda: _read(file, now), self._take)

    def _take(self, found: Day) -> None:
        if self._stage is None:
            return
        self._day = found
        reader = Reader(self._stage.deck, self._stage.place.language)
        titles = {slide.id: slide.title for platform in self._stage.deck.platforms for slide in platform.slides}
        first, last = _OPEN
        came = [hour for hour, count in enumerate(found.hours) if count]
        hours = range(min(first, *came, first), max(last, *came, last) + 1)
        _fill(self._hours, [(str(hour), str(found.hours[hour]), found.hours[hour]) for hour in hours])
        _fill(self._languages, [(interface(each).name, str(count), count) for each, count in found.languages])
        _fill(
            self._slides,
            [
                (reader.words(titles[each]) if each in titles else each, _lasted(self._words, looked), looked)
                for each, looked in found.slides
            ],
        )
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the panel."""
        if self._stage:
            self._stage.open_desk(Desk.PANEL)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._words.actions["visits"]

    @Property(str, notify=changed)
    def cancelName(self) -> str:
        return self._words.cancel

    @Property(str, notify=changed)
    def said(self) -> str:
        """How many there were, and how long they lasted."""
        if self._day is None:
            return ""
        if not self._day.visits:
            return self._words.visits_none
        mean = _lasted(self._words, self._day.lasted_ms // self._day.visits)
        return self._words.visits_count.format(count=self._day.visits, mean=mean)

    @Property(bool, notify=changed)
    def any(self) -> bool:
        """Whether somebody came."""
        return self._day is not None and self._day.visits > 0

    @Property(Rows, constant=True)
    def hours(self) -> Rows:
        return self._hours

    @Property(Rows, constant=True)
    def languages(self) -> Rows:
        return self._languages

    @Property(Rows, constant=True)
    def slides(self) -> Rows:
        """Those that were looked at longest."""
        return self._slides

    @Property(str, notify=changed)
    def hoursTitle(self) -> str:
        return self._words.visits_hours

    @Property(str, notify=changed)
    def languagesTitle(self) -> str:
        return self._words.visits_languages

    @Property(str, notify=changed)
    def slidesTitle(self) -> str:
        return self._words.visits_slides


def _read(file: Path, now: datetime) -> Day:
    """The day, and nothing of it where the log cannot be read: `kiosk run` tells of that on stderr."""
    import sqlite3

    try:
        return day(file, now)
    except sqlite3.Error:
        return Day()


def _fill(rows: Rows, counted: list[tuple[str, str, int]]) -> None:
    most = max((number for _, _, number in counted), default=0)
    rows.fill([{"name": name, "value": value, "share": number / max(1, most)} for name, value, number in counted])


def _lasted(words: OperatorWords, milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return words.lasted.format(minutes=minutes, seconds=seconds) if minutes else words.seconds.format(seconds=seconds)
