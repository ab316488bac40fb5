"""Series over time, as lines and areas draw them: where points stand, which follow one another, what is written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import LABEL, SMALL, Area, category_height, framed, gridline_width, is_strong
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, Block, fitted, width_of
from kiosk.charts.times import gaps, moments

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_NAMES = 0.26
"""The widest that the names at the lines' ends may be, as a part of the picture."""
END_SIZE = 36.0


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a series and where it stands."""

    row: Row
    series: int
    cell: Cell
    x: float
    y: float
    floor: float = 0.0
    """Where what lies below it ends, for an area."""


@dataclass(frozen=True, slots=True)
class Span:
    """The width that points share out, in logical pixels."""

    xs: tuple[float, ...]
    breaks: frozenset[int]
    """The rows after which a line does not go on."""


def spread(job: ChartJob, left: float, right: float) -> Span:
    """Where rows stand: at their times if all are times, else evenly apart."""
    times = moments([row.key for row in job.rows])
    values = times or [float(at) for at in range(len(job.rows))]
    first, last = values[0], values[-1]
    length = last - first
    xs = tuple(left + (right - left) * ((value - first) / length if length else 0.5) for value in values)
    return Span(xs, frozenset(gaps(times) if times else ()))


def runs(points: Sequence[Point | None], breaks: frozenset[int]) -> list[list[Point]]:
    """Points that follow one another without a gap."""
    found: list[list[Point]] = [[]]
    for at, point in enumerate(points):
        if point is None:
            found.append([])
            continue
        found[-1].append(point)
        if at in breaks:
            found.append([])
    return [run for run in found if run]


def end_names(job: ChartJob, canvas: Canvas) -> list[Block]:
    """The series' names as they stand at their ends; none for one series."""
    unit = job.text_scale
    if len(job.series) < 2:  # noqa: PLR2004 - one needs no name beside the heading
        return []
    sizes = (SMALL * unit, LABEL * unit)
    return [fitted(name, _NAMES * canvas.width, sizes, 2, "Medium") for name in job.series]


def area_for(job: ChartJob, canvas: Canvas, names: Sequence[Block], lines: Sequence[float]) -> Area:
    """The area that is left between the heading, the labels below, the names and the values of gridlines."""
    unit = job.text_scale
    area = framed(job, canvas, names=False)
    ends = [last(job, series) for series in range(len(job.series))]
    widest = max((width_of(cell.written, END_SIZE * unit, "Bold") for cell in ends), default=0.0)
    if names:
        area.right -= max(widest, *(block.width for block in names)) + 22 * unit
    else:
        area.right -= max(widest, min(width_of(job.rows[-1].label, LABEL * unit), 0.24 * canvas.width)) / 2
    first = min(width_of(job.rows[0].label, LABEL * unit) / 2, 0.12 * canvas.width)
    area.left = max(first, gridline_width(job, lines) if lines else 0.0)
    area.bottom -= category_height(job, area.width / max(1, len(job.rows) - 1))
    return area


def last(job: ChartJob, series: int) -> Cell:
    """A series' last number."""
    return next((row.cells[series] for row in reversed(job.rows) if row.cells[series].value is not None), Cell(None))


def time_labels(job: ChartJob, canvas: Canvas, xs: Sequence[float], top: float) -> None:
    """Write the labels under the points, from the last one back, as many as stand clear of one another."""
    unit = job.text_scale
    spaces = [after - before for before, after in pairwise(xs)]
    room = max(min(spaces, default=canvas.width), 5 * LABEL * unit)
    free = canvas.width + LABEL * unit
    marked = [at for at, row in enumerate(job.rows) if job.highlight and row.key == job.highlight]
    kept: list[tuple[float, float]] = []
    for at in [*marked, *(at for at in range(len(xs) - 1, -1, -1) if at not in marked)]:
        row = job.rows[at]
        block = fitted(row.label, room, (23 * unit, LABEL * unit), 2)
        x = min(max(xs[at], block.width / 2), canvas.width - block.width / 2)
        left, right = x - block.width / 2 - 0.35 * LABEL * unit, x + block.width / 2 + 0.35 * LABEL * unit
        if right - left > free or any(left < other_right and right > other_left for other_left, other_right in kept):
            continue
        kept.append((left, right))
        strong = bool(job.highlight) and is_strong(job, row)
        colour = job.palette.text if strong else job.palette.text_soft
        canvas.base.block(block, x, top + 14 * unit, colour, align="center")


def apart(tops: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """The places of blocks that want to stand at `tops` but must not overlap, between two heights."""
    order = sorted(range(len(tops)), key=lambda at: tops[at])
    placed = list(tops)
    edge = low
    for at in order:
        placed[at] = max(placed[at], edge)
        edge = placed[at] + heights[at]
    edge = high
    for at in reversed(order):
        placed[at] = min(placed[at], edge - heights[at])
        edge = placed[at]
    return placed


def end_labels(job: ChartJob, canvas: Canvas, names: Sequence[Block], ends: Sequence[Point], area: Area) -> None:
    """Each series' last number and name, beside its end."""
    unit = job.text_scale
    size = END_SIZE * unit if len(ends) < 4 else 28 * unit  # noqa: PLR2004 - more need to be smaller
    gap = 0.35 * size
    heights = [size * CAPITALS + gap + names[end.series].height + 26 * unit for end in ends]
    tops = apart(
        [end.y - size * CAPITALS / 2 for end in ends], heights, area.top - size, area.bottom + (ASCENT - DESCENT) * size
    )
    x = area.right + 22 * unit
    for end, top in zip(ends, tops, strict=True):
        colour = job.palette.series(end.series)
        canvas.data.write(end.cell.written, x, top + CAPITALS * size, size, colour, weight="Bold")
        canvas.data.block(names[end.series], x, top + CAPITALS * size + gap, job.palette.text_soft)


@dataclass(slots=True)
class Numbers:
    """Finds places for numbers beside points, clear of lines and of one another."""

    obstacles: list[tuple[float, float]]
    """Points close together along everything that a number must not cover."""
    width: float
    """Of the picture."""
    below: bool = True
    """Whether a number may stand under its point."""
    taken: list[Box] = field(default_factory=list)

    def place(self, point: Point, size: float, distance: float) -> tuple[float, float] | None:
        """The middle and the baseline of a point's number; None where no place is free."""
        half = width_of(point.cell.written, size, "Bold") / 2
        high = CAPITALS * size
        over, under = point.y - distance, point.y + distance + high
        aside = half - 0.4 * size
        places = [(point.x, over), (point.x - aside, over)]
        if self.below:
            places += [(point.x, under), (point.x + aside, under)]
        places += [(point.x - aside, over - 0.4 * size), (point.x + aside, over - 0.4 * size)]
        for middle, baseline in places:
            x = min(max(middle, half), self.width - half)
            pad = 0.22 * size
            box = (x - half - pad, baseline - high - pad, x + half + pad, baseline + pad)
            if not any(_meets(box, other) for other in self.taken) and not self._covers(box):
                self.taken.append(box)
                return x, baseline
        return None

    def _covers(self, box: Box) -> bool:
        return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in self.obstacles)


def along(points: Sequence[tuple[float, float]], step: float) -> list[tuple[float, float]]:
    """Points close together along a line."""
    found = list(points[:1])
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, int(math.hypot(x1 - x0, y1 - y0) / step))
        found += [(x0 + (x1 - x0) * at / count, y0 + (y1 - y0) * at / count) for at in range(1, count + 1)]
    return found


def in_order(job: ChartJob, points: Sequence[Point]) -> list[Point]:
    """Points as their numbers matter: the highlighted one, the last, the first, the largest, then back in time."""
    marked = [point for point in points if job.highlight and point.row.key == job.highlight]
    largest = min(points, key=lambda point: point.y)
    return list(dict.fromkeys([*marked, points[-1], points[0], largest, *reversed(points)]))


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
