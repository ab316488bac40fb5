"""A waterfall: bars for changes, each beginning where the one before it ends, between bars for totals."""

from __future__ import annotations

from kiosk.charts import upright
from kiosk.charts.bars import Bar
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.frame import is_strong
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.picture import Layout
from kiosk.deck.numbers import SIGNS

_FOOT = 0.45
"""How much of a torn total stands below the lowest level, as a part of the span of all levels."""
_STEPPED_BACK = 0.62
"""How much of the ground is in a bar's colour where another row is highlighted."""


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a waterfall."""
    floor = _floor(_bars(job, 0.0)) if job.option("baseline") == "data" else 0.0
    return upright.drawn(job, canvas, _bars(job, floor), connected=True, floor=floor)


def _floor(bars: list[Bar]) -> float:
    """The value under all levels that torn totals stand on; zero where a level is near it or beyond."""
    levels = [bar.high for bar in bars]
    low, high = min(levels), max(levels)
    return max(0.0, low - _FOOT * (high - low)) if low > 0 else 0.0


def _bars(job: ChartJob, floor: float) -> list[Bar]:
    """All bars, totals from `floor` on."""
    bars, reached = [], 0.0
    for at, row in enumerate(job.rows):
        cell = row.cells[0]
        if cell.value is None:
            continue
        is_total = row.key in job.option("totals")
        low = floor if is_total else reached
        reached = cell.value + (0.0 if is_total else reached)
        colour = _colour(job, row, cell.value, is_total=is_total)
        shown = cell if is_total else _signed(cell)
        bars.append(Bar(row, at, 0, shown, low, reached, colour, is_end=True, is_strong=is_strong(job, row)))
    return bars


def _colour(job: ChartJob, row: Row, value: float, *, is_total: bool) -> str:
    """Totals have the accent; what adds to them and what takes away have two other colours."""
    colour = job.palette.series(0 if is_total else 1 if value >= 0 else 2)
    return colour if is_strong(job, row) else mixed(colour, job.palette.ground, _STEPPED_BACK)


def _signed(cell: Cell) -> Cell:
    """A change, with its plus."""
    return Cell(cell.value, _with_plus(cell.written), _with_plus(cell.said)) if (cell.value or 0.0) > 0 else cell


def _with_plus(text: str) -> str:
    sign = text[:1] if text[:1] in SIGNS.values() else ""
    return f"{sign}+{text[len(sign) :]}"
