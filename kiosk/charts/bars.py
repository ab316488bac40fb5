"""Bars as both directions draw them: which value each reaches from and to, its colour, and its open end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import readable
from kiosk.charts.frame import SMALL, Area, colour_of, is_strong
from kiosk.charts.hatching import hatch
from kiosk.charts.job import Cell, ChartJob, Reference, Row
from kiosk.charts.lettering import CAPITALS, Weight, largest, width_of
from kiosk.charts.scale import Scale
from kiosk.charts.shapes import End, bar
from kiosk.deck.numbers import SIGNS, plain

GAP = 0.35
"""Of a band, beside its bars."""
CORNER, _ROUND = 6.0, 0.2
"""The radius of a corner in pixels at 1080 lines, and the largest as a part of a standing bar's thickness."""
OPEN_END = 34.0
"""How far a bar that is only a lower bound fades on, in pixels at 1080 lines."""
HAIR = 2.0
"""The shortest that a bar of something may be, so that it is seen beside one a million times as long."""
_STRIPS = 12
_WITHIN, _LINE_WITHIN = 30.0, 1.55
"""The largest that a number within a part of a bar may be; and the height that it needs, in heights of its digits."""


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
    return [each for at, row in enumerate(job.rows) for each in _of_row(job, at, row)]


def left_on(job: ChartJob, every: list[Bar]) -> list[Bar]:
    """The bars without the series that are switched off; what stood on those moves down."""
    if not job.hidden:
        return every
    return [each for at, row in enumerate(job.rows) for each in _of_row(job, at, row, job.hidden)]


def is_stacked(job: ChartJob) -> bool:
    """Whether several series stand on one another."""
    return len(job.series) > 1 and job.option("arrange") != "grouped"


def is_percent(job: ChartJob) -> bool:
    """Whether every row is a whole of 100 %."""
    return is_stacked(job) and bool(job.option("arrange") == "percent")


def _of_row(job: ChartJob, at: int, row: Row, without: tuple[int, ...] = ()) -> Iterator[Bar]:
    stacked, strong = is_stacked(job), is_strong(job, row)
    reached = {True: 0.0, False: 0.0}
    cells = _percentages(job, row) if is_percent(job) else row.cells
    numbers = ((series, cell, cell.value) for series, cell in enumerate(cells) if series not in without)
    given = [(series, cell, value) for series, cell, value in numbers if value is not None]
    for series, cell, value in given:
        low = reached[value >= 0] if stacked else 0.0
        reached[value >= 0] = low + value
        later = any(series < other and (value >= 0) == (more >= 0) for other, _, more in given)
        colour = colour_of(job, row, series)
        yield Bar(row, at, series, cell, low, low + value, colour, not (stacked and later), strong)


def _percentages(job: ChartJob, row: Row) -> list[Cell]:
    """A row's numbers as per cent of their sum; a callout says both."""
    whole = sum(cell.value or 0.0 for cell in row.cells) or 1.0
    about = SIGNS["exact" if row.qualifier == "exact" else "about"]  # a share of a lower bound is none itself
    comma = "，" if job.language == "zh" else ", "
    cells = []
    for cell in row.cells:
        share = 100 * (cell.value or 0.0) / whole
        written = about + plain(round(share, 0 if share >= 1 else 1)) + "%"
        cells.append(cell if cell.value is None else Cell(share, written, cell.said + comma + written))
    return cells


@dataclass(frozen=True, slots=True)
class Places:
    """Where bars stand or lie; each direction adds how its bands follow one another."""

    area: Area
    scale: Scale
    band: float
    slot: float
    """A bar's thickness."""
    stacked: bool
    series: int
    size: float
    """Of the numbers."""
    unit: float
    """Pixels to one at 1080 lines."""

    def edges(self, bar: Bar, middle: float) -> tuple[float, float]:
        """A bar's two long sides, in a band with this middle; bars side by side leave a little air."""
        abreast = 1 if self.stacked else self.series
        begin = middle + self.slot * ((0 if self.stacked else bar.series) - abreast / 2)
        air = min(2 * self.unit, self.slot * 0.06) if abreast > 1 else 0.0
        return begin + air, begin + self.slot - air

    def ends(self, bar: Bar) -> tuple[float, float]:
        """Where a bar begins and where it ends; parts of a stack leave a little air."""
        begin, end = self.scale.at(bar.low), self.scale.at(bar.high)
        onwards = 1.0 if self.scale.end > self.scale.start else -1.0
        if bar.high < bar.low:
            onwards = -onwards
        if self.stacked and bar.low and abs(end - begin) > 2 * HAIR * self.unit:
            begin += onwards * HAIR * self.unit
        if bar.high != bar.low and abs(end - begin) < HAIR * self.unit:
            end = begin + onwards * HAIR * self.unit
        return begin, end


def fill(job: ChartJob, canvas: Canvas, outline: Outline, row: Row, colour: str) -> None:
    """Fill a bar's outline; hatched where its value is only about right."""
    canvas.data.fill(outline, colour)
    if row.qualifier == "about":
        hatch(canvas.data, outline, job.palette.ground, job.text_scale)


def stand(
    job: ChartJob,
    canvas: Canvas,
    row: Row,
    box: tuple[float, float, float, float],
    colour: str,
    end: End,
    *,
    open_end: float,
) -> None:
    """Draw a bar that stands; `box` is left, top, right and bottom. One that is a lower bound fades on above."""
    left, top, right, bottom = box
    unit = job.text_scale
    fill(
        job,
        canvas,
        bar(left, top, right, bottom, min(CORNER * unit, _ROUND * (right - left)), "none" if open_end else end),
        row,
        colour,
    )
    if open_end:
        fade(
            lambda near, far, opacity: canvas.data.box(left, far, right, near, colour, opacity),
            top - 3 * unit,
            -open_end,
        )


def number_within(job: ChartJob, canvas: Canvas, bar: Bar, box: tuple[float, float, float, float], size: float) -> None:
    """Write a part's number in its middle, where there is room; `box` is left, top, right and bottom."""
    left, top, right, bottom = box
    text, smallest = bar.cell.written, SMALL * job.text_scale
    size = largest([text], 0.92 * (right - left), (smallest, min(size, _WITHIN * job.text_scale)), "Medium")
    if bottom - top < _LINE_WITHIN * size * CAPITALS:
        size = smallest
    if width_of(text, size, "Medium") > 0.92 * (right - left) or bottom - top < _LINE_WITHIN * size * CAPITALS:
        return
    ink = inside_colour(job, bar)
    halo = bar.colour if bar.row.qualifier == "about" else ""
    y = (top + bottom + CAPITALS * size) / 2
    canvas.data.write(text, (left + right) / 2, y, size, ink, weight="Medium", align="center", halo=halo)


def reference_of(job: ChartJob) -> Reference | None:
    """The line across the bars, of kinds that may have one."""
    found: Reference | None = dict(job.options).get("reference")
    return found


def extent(job: ChartJob, shown: list[Bar]) -> list[float]:
    """All values that the scale must reach."""
    reference = reference_of(job)
    reached = [value for each in shown for value in (each.low, each.high)]
    return [*reached, *([reference.value] if reference else [])]


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
