"""Bars as both directions draw them: which value each reaches from and to, its colour, and its open end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.charts.colours import readable
from kiosk.charts.frame import colour_of, is_strong
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.lettering import Weight

GAP = 0.35
"""Of a band, beside its bars."""
CORNER = 6.0
OPEN_END = 34.0
"""How far a bar that is only a lower bound fades on, in pixels at 1080 lines."""
_STRIPS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, or one part of a stack."""

    row: Row
    at: int
    """The row's position."""
    series: int
    cell: Cell
    low: float
    """Where it begins …"""
    high: float
    """… and where it ends; below `low` for a negative value."""
    colour: str
    is_end: bool
    """Whether nothing is stacked on it."""
    is_strong: bool

    @property
    def is_open(self) -> bool:
        """Whether the true value lies beyond its end."""
        return self.is_end and self.row.qualifier == "at_least" and self.high > self.low


def bars(job: ChartJob) -> list[Bar]:
    """All bars of a chart, row by row."""
    return [bar for at, row in enumerate(job.rows) for bar in _of_row(job, at, row)]


def is_stacked(job: ChartJob) -> bool:
    """Whether several series stand on one another."""
    return len(job.series) > 1 and job.option("arrange") == "stacked"


def _of_row(job: ChartJob, at: int, row: Row) -> Iterator[Bar]:
    stacked, strong = is_stacked(job), is_strong(job, row)
    reached = {True: 0.0, False: 0.0}
    given = [(series, cell, cell.value) for series, cell in enumerate(row.cells) if cell.value is not None]
    for series, cell, value in given:
        low = reached[value >= 0] if stacked else 0.0
        reached[value >= 0] = low + value
        later = any(series < other and (value >= 0) == (more >= 0) for other, _, more in given)
        colour = colour_of(job, row, series)
        yield Bar(row, at, series, cell, low, low + value, colour, not (stacked and later), strong)


def extent(job: ChartJob, shown: list[Bar]) -> list[float]:
    """All values that the scale must reach."""
    reference = job.option("reference")
    return [0.0, *(bar.high for bar in shown), *([reference.value] if reference else [])]


def fade(strip: Callable[[float, float, float], None], start: float, length: float) -> None:
    """An open end: strips of falling opacity, each handed on as where it begins and ends, and its opacity."""
    step = length / _STRIPS
    for at in range(_STRIPS):
        strip(start + at * step, start + (at + 1) * step, 0.6 * (1 - (at + 0.5) / _STRIPS) ** 1.4)


def inside_colour(job: ChartJob, bar: Bar) -> str:
    """The colour of a number within a bar."""
    return readable(bar.colour, (job.palette.text, job.palette.ground))


def ink(job: ChartJob, bar: Bar) -> tuple[str, Weight]:
    """The colour and the weight of a number beside a bar."""
    return (job.palette.text, "Bold") if bar.is_strong else (job.palette.text_soft, "Medium")
