"""Dumbbells: two dots a row on a common scale, joined, each with its number on its outer side."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.dots import dot
from kiosk.charts.frame import LABEL, SMALL, Area, colour_of, framed, is_strong, number_width, spot
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, DESCENT, LEADING, Block, Weight, filling, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds

_NARROW = 720.0
"""Below this width, at 1080 lines, labels stand above their lines."""
_LABELS = 0.36
"""The widest that a column of labels may be, as a part of the area."""
_LARGEST = 34.0
"""The largest that a number may be …"""
_DOT = 13.0
"""… and a dot's radius."""
_LINE_OF_NUMBERS = 0.9
"""What a line of numbers needs, as a part of their size; where bands are lower, only every nth row has its own."""
_FROM_ZERO = 0.4
"""Where the smallest value is less than this part of the largest, the scale begins at zero."""


@dataclass(frozen=True, slots=True)
class _Places:
    area: Area
    scale: Scale
    band: float
    size: float
    """Of the numbers."""
    radius: float
    labels: tuple[Block, ...]
    above: bool
    """Whether labels stand above their lines."""
    room: float
    """For a number and the gap before it."""

    def middle(self, at: int) -> float:
        """Of a row's dots."""
        below = 1.5 * self.labels[at].size / 2 if self.above else 0.0
        return self.area.top + (at + 0.5) * self.band + below


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw dumbbells."""
    places = _places(job, canvas)
    if places.scale.low < 0 < places.scale.high:
        zero = places.scale.at(0)
        ends = [(zero, places.area.top), (zero, places.area.bottom - 2 * job.text_scale)]
        canvas.base.line(ends, job.palette.grid, 2 * job.text_scale)
    spots: list[Spot] = []
    for at, row in enumerate(job.rows):
        _label(job, canvas, places, at, row)
        spots += _row(job, canvas, places, at, row)
    return Layout(tuple(spots), "right")


def _places(job: ChartJob, canvas: Canvas) -> _Places:
    unit = job.text_scale
    area = framed(job, canvas, names=True)
    area.bottom -= 0.4 * SMALL * unit
    band = max(1.0, area.height / len(job.rows))
    above = canvas.width < _NARROW * unit and band > 3 * LABEL * unit
    size = max(SMALL * unit, min(_LARGEST * unit, 0.4 * band))
    radius = min(_DOT * unit, 0.3 * band, 0.015 * canvas.width)
    room = area.width if above else _LABELS * area.width
    lines = 1 if above else max(1, min(3, int(band / (SMALL * unit * LEADING))))
    texts = [row.label for row in job.rows]
    sizes = (SMALL * unit, max(SMALL * unit, min(LABEL * unit, 0.78 * band)))
    smallest = min(filling(text, room, sizes, lines).size for text in texts)
    labels = tuple(
        filling(row.label, room, (smallest, smallest), lines, "Medium" if row.key == job.highlight else "Regular")
        for row in job.rows
    )
    beside = number_width([cell.written for row in job.rows for cell in row.cells], size) + 0.5 * size + radius
    left = 0.0 if above else max(block.width for block in labels) + 24 * unit
    low, high = _bounds(job)
    start = min(left + beside, area.right - beside - 1)
    return _Places(area, Scale(low, high, start, area.right - beside), band, size, radius, labels, above, beside)


def _bounds(job: ChartJob) -> tuple[float, float]:
    values = [cell.value for row in job.rows for cell in row.cells if cell.value is not None]
    return bounds(values, zero=min(values) < _FROM_ZERO * max(values))


def _label(job: ChartJob, canvas: Canvas, places: _Places, at: int, row: Row) -> None:
    """A row's label; where bands are low, only every nth."""
    block = places.labels[at]
    if at % math.ceil(1.02 * block.size / places.band) and row.key != job.highlight:
        return
    strong = row.key == job.highlight
    middle = places.middle(at)
    if places.above:
        top = middle - max(places.radius, CAPITALS * places.size / 2) - 0.5 * block.size - block.height
    else:
        top = middle - block.height / 2
    top = min(top, canvas.height - block.height - DESCENT * block.size - 1)
    canvas.base.block(block, 0.0, top, job.palette.text if strong else job.palette.text_soft)


def _row(job: ChartJob, canvas: Canvas, places: _Places, at: int, row: Row) -> list[Spot]:
    unit, palette, y = job.text_scale, job.palette, places.middle(at)
    given = [
        (places.scale.at(cell.value), series, cell) for series, cell in enumerate(row.cells) if cell.value is not None
    ]
    left = 0.0 if places.above else places.scale.start - places.room
    canvas.base.line([(left, y), (places.area.right, y)], palette.grid, unit, opacity=0.7)
    if not given:
        return []
    strong = is_strong(job, row)
    colours = [colour_of(job, row, series) for _, series, _ in given]
    first, last = given[0][0], given[-1][0]
    joined = mixed(palette.text_faint, palette.ground, 0.25 if strong else 0.65)
    canvas.data.line([(first, y), (last, y)], joined, max(2 * unit, 0.55 * places.radius))
    for (x, _, _), colour in zip(given, colours, strict=True):
        dot(job, canvas, row, x, y, places.radius, colour)
    if not at % math.ceil(_LINE_OF_NUMBERS * places.size / places.band) or row.key == job.highlight:
        _numbers(job, canvas, places, row, y)
    return [
        spot(job, canvas, row, cell, series, (x, y, 0, 0), colour, point=True)
        for (x, series, cell), colour in zip(given, colours, strict=True)
    ]


def _numbers(job: ChartJob, canvas: Canvas, places: _Places, row: Row, y: float) -> None:
    """A row's numbers, each on the outer side of its dot; the second one stressed."""
    xs = [None if cell.value is None else places.scale.at(cell.value) for cell in row.cells]
    away = places.radius + 0.35 * places.size
    for at, (x, cell) in enumerate(zip(xs, row.cells, strict=True)):
        if x is None:
            continue
        other = xs[1 - at]
        is_right = other is None or x > other or (x == other and at == 1)
        stressed = at == 1 and is_strong(job, row)
        weight: Weight = "Bold" if stressed else "Medium"
        begin = x + away if is_right else x - away - width_of(cell.written, places.size, weight)
        ink = job.palette.text if stressed else job.palette.text_soft
        baseline = y + CAPITALS * places.size / 2
        canvas.data.write(cell.written, begin, baseline, places.size, ink, weight=weight, halo=job.palette.ground)
