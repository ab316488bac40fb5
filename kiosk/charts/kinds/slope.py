"""Slopes: a line for each row between two columns of numbers, named where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.charts.canvas import Align, Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.courses import apart
from kiosk.charts.dots import dot
from kiosk.charts.frame import LABEL, SMALL, Area, framed, is_strong, spot
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, DESCENT, LEADING, Block, Weight, fitted, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds

_WIDE = 1000.0
"""From this width on, at 1080 lines, rows are named on both sides."""
_NAMES = 0.24
"""The widest that names may be, as a part of the picture."""
_LINE, _DOT = 4.0, 8.0
_LARGEST = 28.0
"""The largest that names and numbers may be."""
_AWAY = 16.0
"""From a dot to its number."""
_LINE_HEIGHT, _TWO_LINES = 1.18, 2.6
"""Of labels, as multiples of their size; names have two lines where each has room for so much."""
_LEFTWARDS: Align = "right"
_RIGHTWARDS: Align = "left"
_LEAST_SLOPE = 0.2
"""What numbers and names leave at least for the slopes, as a part of the picture."""


@dataclass(frozen=True, slots=True)
class _Places:
    area: Area
    scale: Scale
    size: float
    """Of names and numbers."""
    columns: tuple[float, float]
    """Where the two columns stand."""
    numbers: tuple[float, float]
    """The width of the widest number on each side."""
    names: tuple[float, float]
    """The room for names on each side; 0 where there are none."""


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw slopes."""
    places = _places(job, canvas)
    _heads(job, canvas, places)
    weak_first = sorted(job.rows, key=lambda row: is_strong(job, row))
    spots = [each for row in weak_first for each in _slope(job, canvas, places, row)]
    for side in (0, 1):
        _labels(job, canvas, places, side)
    return Layout(tuple(spots), "right")


def _places(job: ChartJob, canvas: Canvas) -> _Places:
    unit = job.text_scale
    area = framed(job, canvas, names=False)
    area.top += LEADING * LABEL * unit + 20 * unit
    area.bottom -= 0.5 * LABEL * unit
    size = max(SMALL * unit, min(_LARGEST * unit, 0.8 * area.height / len(job.rows), 0.032 * canvas.width))
    widest = [max(width_of(row.cells[side].written, size, "Bold") for row in job.rows) for side in (0, 1)]
    name = min(_NAMES * canvas.width, max(width_of(row.label, size, "Medium") for row in job.rows))
    both = canvas.width >= _WIDE * unit
    gap = _AWAY * unit
    left = widest[0] + (name + 2 * gap if both else gap)
    furthest = canvas.width - widest[1] - 2 * gap
    right = max(furthest - name, min(furthest, left + _LEAST_SLOPE * canvas.width))
    names = (name if both else 0.0, furthest - right)
    values = [cell.value for row in job.rows for cell in row.cells if cell.value is not None]
    low, high = bounds(values, zero=False)
    half = CAPITALS * size / 2
    scale = Scale(low, high, max(area.top + 1, area.bottom - half), area.top + half)
    return _Places(area, scale, size, (left, right), (widest[0], widest[1]), names)


def _heads(job: ChartJob, canvas: Canvas, places: _Places) -> None:
    """The names of the columns, above two thin lines."""
    unit, (left, right) = job.text_scale, places.columns
    blocks = [fitted(name, 0.46 * canvas.width, (SMALL * unit, LABEL * unit), 1, "Medium") for name in job.series]
    begins = (max(0.0, left - blocks[0].width), min(right, canvas.width - blocks[1].width))
    for x, begin, block in zip(places.columns, begins, blocks, strict=True):
        canvas.base.line([(x, places.area.top - 8 * unit), (x, places.area.bottom)], job.palette.grid, 2 * unit)
        canvas.base.block(block, begin, places.area.top - 20 * unit - block.height, job.palette.text)


def _slope(job: ChartJob, canvas: Canvas, places: _Places, row: Row) -> list[Spot]:
    unit, colour = job.text_scale, _colour(job, row)
    given = [
        (x, places.scale.at(cell.value), series, cell)
        for series, (x, cell) in enumerate(zip(places.columns, row.cells, strict=True))
        if cell.value is not None
    ]
    if len(given) > 1:
        canvas.data.line([(x, y) for x, y, _, _ in given], colour, _LINE * unit)
    for x, y, _, _ in given:
        dot(job, canvas, row, x, y, _DOT * unit, colour)
    return [spot(job, canvas, row, cell, at, (x, y, 0, 0), colour, point=True) for x, y, at, cell in given]


def _colour(job: ChartJob, row: Row) -> str:
    """The highlighted row has the accent; without one, rows that rise have it and those that fall another colour."""
    if not is_strong(job, row):
        return job.palette.faded
    first, second = (cell.value for cell in row.cells)
    falls = first is not None and second is not None and second < first
    return job.palette.series(2 if falls and not job.highlight else 0)


def _labels(job: ChartJob, canvas: Canvas, places: _Places, side: int) -> None:
    """The numbers of one column and, where they have room, the rows' names, clear of one another."""
    size = places.size
    rows = _labelled(job, places, side)
    lines = 2 if _TWO_LINES * size * len(rows) < places.area.height else 1
    names = [_name(job, row, places, side, lines) for row in rows]
    heights = [max(_LINE_HEIGHT * size, name.height + (1 - CAPITALS) * size) for name in names]
    ys = [places.scale.at(row.cells[side].value or 0.0) for row in rows]
    low, high = places.area.top - _LINE_HEIGHT * size / 4, places.area.bottom + DESCENT * size
    tops = apart([y - height / 2 for y, height in zip(ys, heights, strict=True)], heights, low, high)
    for row, name, y, top, height in zip(rows, names, ys, tops, heights, strict=True):
        _label(job, canvas, places, side, row, name, y, top + height / 2)


def _label(
    job: ChartJob, canvas: Canvas, places: _Places, side: int, row: Row, name: Block, y: float, middle: float
) -> None:
    """A row's number and name at a height, with a thin line from its dot at `y` where that stands elsewhere."""
    size, gap = places.size, _AWAY * job.text_scale
    outwards, align = (-1, _LEFTWARDS) if side == 0 else (1, _RIGHTWARDS)
    column, strong = places.columns[side], is_strong(job, row)
    if abs(middle - y) > 0.3 * size:
        colour = mixed(_colour(job, row), job.palette.ground, 0.3)
        edges = (column + outwards * 0.5 * gap, y), (column + outwards * 0.95 * gap, middle)
        canvas.data.line(edges, colour, 1.5 * job.text_scale)
    ink = job.palette.text if strong else job.palette.text_soft
    weight: Weight = "Bold" if strong else "Medium"
    x = column + outwards * 1.1 * gap
    baseline = middle + CAPITALS * size / 2
    canvas.data.write(row.cells[side].written, x, baseline, size, ink, weight=weight, align=align)
    if places.names[side]:
        x += outwards * (places.numbers[side] + 0.7 * gap)
        canvas.data.block(name, x, middle - name.height / 2, ink, align=align)


def _name(job: ChartJob, row: Row, places: _Places, side: int, lines: int) -> Block:
    if not places.names[side]:
        return Block((), places.size)
    return fitted(row.label, places.names[side], (SMALL * job.text_scale, places.size), lines)


def _labelled(job: ChartJob, places: _Places, side: int) -> Sequence[Row]:
    """The rows that have labels: as many as there is room for, the highlighted one before the largest."""
    given = [row for row in job.rows if row.cells[side].value is not None]
    most = max(1, int((places.area.height + places.size) / (_LINE_HEIGHT * places.size)))
    given.sort(key=lambda row: (not (job.highlight and row.key == job.highlight), -(row.cells[side].value or 0.0)))
    return given[:most]
