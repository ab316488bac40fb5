"""The tables of a report for those who have their own tools: everything, with ids beside names, numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.report.asked import Asked
from kiosk.report.named import Names
from kiosk.visits.figures import Spot
from kiosk.visits.logged import GRID

Value = str | int | float


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; each column has values of one type."""

    name: str
    heads: tuple[str, ...]
    types: tuple[type[Value], ...]
    rows: tuple[tuple[Value, ...], ...]


def tables(asked: Asked) -> Iterator[Table]:
    """Every table. Their names and columns are in English, whatever the language of the names in them."""
    names, figures = Names(asked.deck, asked.language), asked.figures
    yield Table(
        name="days",
        heads=("day", "visits"),
        types=(str, int),
        rows=tuple(figures.days.items()),
    )
    yield Table(
        name="hours",
        heads=("hour", "visits"),
        types=(int, int),
        rows=tuple(enumerate(figures.hours)),
    )
    languages = dict.fromkeys((*figures.ended, *figures.began))
    yield Table(
        name="languages",
        heads=("language", "name", "began", "ended"),
        types=(str, str, int, int),
        rows=tuple(
            (each, names.tongue(each), figures.began.get(each, 0), figures.ended.get(each, 0)) for each in languages
        ),
    )
    yield Table(
        name="places",
        heads=("screen", "id", "name", "platform", "times", "seconds", "median_seconds", "left_here"),
        types=(str, str, str, str, int, float, float, int),
        rows=tuple(_places(asked, names)),
    )
    yield Table(
        name="paths",
        heads=("from_screen", "from_id", "from_name", "to_screen", "to_id", "to_name", "times"),
        types=(str, str, str, str, str, str, int),
        rows=tuple(
            (*one, _named(names, one), *other, _named(names, other), times)
            for (one, other), times in figures.steps.items()
        ),
    )
    yield Table(
        name="deeds",
        heads=("deed", "about", "times"),
        types=(str, str, int),
        rows=tuple((deed, about, times) for deed, counted in figures.deeds.items() for about, times in counted.items()),
    )
    yield Table(
        name="touches",
        heads=("screen", "id", "upright", "column", "line", "columns", "lines", "times"),
        types=(str, str, int, int, int, int, int, int),
        rows=tuple(_touches(asked)),
    )


def _places(asked: Asked, names: Names) -> Iterator[tuple[Value, ...]]:
    """Every place where somebody was, and then the slides where nobody was."""
    figures = asked.figures
    for each in figures.looked:
        seconds, median = each.dwell_ms / 1000, each.median_ms / 1000
        owner = names.owner(each.spot.what) if each.spot.screen == "slide" else ""
        left = figures.left.get(each.spot, 0)
        yield (*each.spot, _named(names, each.spot), owner, each.times, seconds, median, left)
    for slide in figures.never_seen(names.slides):
        yield "slide", slide, names.title(slide), names.owner(slide), 0, 0.0, 0.0, 0


def _named(names: Names, spot: Spot) -> str:
    if spot.screen == "slide":
        return names.title(spot.what)
    return names.pair(spot.what) if spot.screen == "compare" else names.spot(spot)


def _touches(asked: Asked) -> Iterator[tuple[Value, ...]]:
    """Each field that was touched, by its column and its line, counted from 1."""
    for spot, upright, cell, times in asked.logs.touch_cells(asked.figures.first, asked.figures.last):
        across, down = reversed(GRID) if upright else GRID
        yield *spot, int(upright), cell % across + 1, cell // across + 1, across, down, times
