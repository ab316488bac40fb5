"""The panel's page of today's visits as QML reads it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.deck.interface import interface
from kiosk.deck.operator_words import OperatorWords
from kiosk.deck.shown import Reader
from kiosk.place import Desk
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
    _told = Signal(int, int)
    desk = Desk.VISITS

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._hours = Rows(BAR, self)
        self._languages = Rows(BAR, self)
        self._slides = Rows(BAR, self)
        self._status = ""
        self._step = (0, 0)
        self._reports = False
        self._told.connect(self._hear)

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
        self._under_way.cancel()
        if self._stage:
            self._stage.open_desk(Desk.PANEL)

    # The report on a stick

    @Slot()
    def report(self) -> None:
        """Have the day's report written onto a stick."""
        operating, stage = self._operating(), self._stage
        if operating is None or stage is None or self._reports:
            return
        from kiosk.installing.machine import program
        from kiosk.operator.reporting import Reporting

        deck, language, today = stage.folder.absolute(), stage.place.language, datetime.now().astimezone().date()
        files = operating.config, operating.state, operating.drives
        work = self._under_way.work = Reporting(program().arguments(), deck, language, today, *files)
        self._reports, self._step, self._status = True, (0, 0), self._words.check_works

        def tell(_: str, done: int, total: int) -> None:
            with suppress(RuntimeError):  # the page closed meanwhile
                self._told.emit(done, total)

        operating.aside(lambda: work.run(tell), self._reported)
        self.changed.emit()

    @Slot(int, int)
    def _hear(self, done: int, total: int) -> None:
        self._step = (done, total)
        self._status = self._words.reporting.format(done=done, all=total)
        self._keep_open()
        self.changed.emit()

    def _reported(self, result: tuple[str, str]) -> None:
        with suppress(RuntimeError):  # the page closed meanwhile
            file, wrong = result
            self._reports = False
            if file:
                self._status = self._words.exported.format(folder=file)
            else:
                self._status = (
                    self._words.not_exported.format(reason=self.in_words(wrong)) if wrong else self._words.no_stick
                )
            self.changed.emit()

    @Property(str, notify=changed)
    def reportName(self) -> str:
        return self._words.report

    @Property(bool, notify=changed)
    def reports(self) -> bool:
        """Whether a report is being written."""
        return self._reports

    @Property(float, notify=changed)
    def share(self) -> float:
        """How far it is, from 0 to 1."""
        return self._step[0] / max(1, self._step[1])

    @Property(str, notify=changed)
    def status(self) -> str:
        """How far the report is, or what became of it; "" before one was asked for."""
        return self._status

    # What is shown

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
