"""Which figures are older than the deck wants them to be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.deck.model import Chart, ChartSlide, Deck, Figure, Figures, Indicator, Profile, Slide
from kiosk.deck.problems import Problem
from kiosk.deck.tables import label_text
from kiosk.deck.values import Words
from kiosk.deck.whereabouts import Places
from kiosk.sentences import listed, sentence

_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.年](\d{1,2})(?!\d)(?:[-/.月](\d{1,2})(?!\d))?)?", re.ASCII)
_MONTHS: Final = 12


class Dated(NamedTuple):
    """A figure, and the last day of the time that it tells of."""

    slide: str
    """The id of the slide that shows it; "" for one of the attract loop or of a platform without a profile."""
    platform: str
    """"" for the attract loop."""
    what: str
    """In the deck's first language."""
    until: date


def stale(deck: Deck, today: date) -> list[Dated]:
    """The figures that are older than the deck's `stale_after`, in the visitor's order."""
    if deck.stale_after is None:
        return []
    return [figure for figure in dated(deck) if _later(figure.until, deck.stale_after) < today]


def stale_problems(folder: Path, deck: Deck, today: date) -> list[Problem]:
    """A warning for each slide, or platform, that shows some of them: which, and from when."""
    places = Places(folder, deck)
    grouped: dict[tuple[str, str], list[Dated]] = {}
    for figure in stale(deck, today):
        grouped.setdefault((figure.platform, figure.slide), []).append(figure)
    problems = []
    for (platform, slide), figures in grouped.items():
        path, mark = places.of(slide, platform)
        named = [sentence("“{what}” ({until})", what=figure.what, until=figure.until) for figure in figures]
        are = sentence("a figure is") if len(figures) == 1 else sentence("{count} figures are", count=len(figures))
        message = sentence(
            "{are} older than {stale_after} months: {figures}",
            are=are,
            stale_after=deck.stale_after,
            figures=listed("; ", named),
        )
        problems.append(Problem(path, mark.line, mark.column, "warning", message))
    return problems


def dated(deck: Deck) -> Iterator[Dated]:
    """Every figure whose date is known."""
    reader = _Dates(deck)
    for slide, platform, what, until in reader.all():
        if until:
            yield Dated(slide, platform, what, until)


class _Dates:
    """Finds the figures of a deck, and their dates where there are some."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck
        self._language = deck.languages[0]
        self._sources = {name: _last_day([source.date]) for name, source in deck.sources}
        self._kinds = {kind.id: kind.label.say(self._language) for kind in deck.indicators}

    def all(self) -> Iterator[tuple[str, str, str, date | None]]:
        """Slide, platform, name and date of each."""
        for scene in self._deck.attract:
            if scene.figure:
                yield "", "", scene.figure.label.say(self._language), self._of(scene.figure)
        for platform in self._deck.platforms:
            profile = next((slide.id for slide in platform.slides if isinstance(slide, Profile)), "")
            for indicator in platform.indicators:
                if indicator.value is not None:
                    yield profile, platform.id, self._kinds.get(indicator.id, indicator.id), self._of(indicator)
            for slide in platform.slides:
                for what, until in self._on(slide):
                    yield slide.id, platform.id, what, until

    def _on(self, slide: Slide) -> Iterator[tuple[str, date | None]]:
        if isinstance(slide, Figures):
            for figure in slide.figures:
                yield figure.label.say(self._language), self._of(figure)
        elif isinstance(slide, ChartSlide):
            newest = max(filter(None, (self._sources.get(each) for each in slide.chart.sources)), default=None)
            yield (slide.chart.title or slide.title).say(self._language), _of_labels(slide.chart) or newest

    def _of(self, each: Figure | Indicator) -> date | None:
        return _last_day(_texts(each.period)) or self._sources.get(each.source)


def newest_source(deck: Deck) -> date | None:
    """The first day that the newest source can be of; None where no source has a date."""
    return max(filter(None, (_first_day(source.date) for _, source in deck.sources)), default=None)


def _of_labels(chart: Chart) -> date | None:
    """The latest of a chart's labels where they are dates, else its period."""
    labels = [label_text(cell) for cell in chart.table.column(chart.label)]
    if all(_DATE.match(label) for label in labels):
        return _last_day(labels)
    return _last_day(_texts(chart.period))


def _texts(words: Words) -> Iterable[str]:
    return (text for _, text in words.texts)


def _last_day(texts: Iterable[str]) -> date | None:
    """The last day of the latest time that some texts name; None where they name none."""
    return max((_end(*match.groups()) for text in texts for match in _DATE.finditer(text)), default=None)


def _end(year: str, month: str | None, day: str | None) -> date:
    last = calendar.monthrange(int(year), int(month))[1] if month and 1 <= int(month) <= _MONTHS else 0
    if not last:
        return date(int(year), _MONTHS, 31)
    return date(int(year), int(month or 1), min(int(day), last) if day and int(day) else last)


def _first_day(text: str) -> date | None:
    match = _DATE.match(text)
    return date(*(int(part or 1) for part in match.groups())) if match else None


def _later(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
