"""Series over time, as lines and areas draw them: where points stand, which follow one another, what is written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import LABEL, SMALL, Area, category_height, framed, gridline_width, is_strong
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, LEADING, Block, fitted, width_of, wrapped
from kiosk.deck.times import gaps, moments

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_LINE, _FINE, _MANY = 4.0, 2.5, 120
"""The width of a line, and that of one of many points."""
_NAMES = 0.26
"""The widest that the names at the lines' ends may be, as a part of the picture."""
END_SIZE = 36.0
NUMBER = 30.0
"""The size of the last number of a course, and of the others, where the picture is high enough."""
MOST_NUMBERS = 12
"""Beyond so many points gridlines help, since not all numbers find a place."""
MOST_DOTS = 24
"""Beyond so many points a course carries no dots."""


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
    values = times or [float(at) for at in job.positions or range(len(job.rows))]
    first, last = values[0], values[-1]
    length = last - first
    xs = tuple(left + (right - left) * ((value - first) / length if length else 0.5) for value in values)
    return Span(xs, frozenset(gaps(times) if times and not job.positions else ()))


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
    sizes = (SMALL * unit, max(SMALL * unit, min(LABEL * unit, 0.75 * end_size(job, canvas))))
    return [fitted(name, _NAMES * canvas.width, sizes, 2, "Medium") for name in job.series]


def line_width(count: int) -> float:
    """The width of a line of so many points, in pixels at 1080 lines."""
    return _LINE if count <= _MANY else _FINE


def end_size(job: ChartJob, canvas: Canvas) -> float:
    """The size of a course's last number."""
    return max(SMALL * job.text_scale, min(END_SIZE * job.text_scale, 0.06 * canvas.height))


def number_size(job: ChartJob, canvas: Canvas) -> float:
    """The size of the other numbers at points."""
    return max(SMALL * job.text_scale, min(NUMBER * job.text_scale, 0.05 * canvas.height))


def area_for(job: ChartJob, canvas: Canvas, names: Sequence[Block], lines: Sequence[float]) -> Area:
    """The area that is left between the heading, the labels below, the names and the values of gridlines."""
    unit = job.text_scale
    area = framed(job, canvas, names=False)
    ends = [last(job, series) for series in range(len(job.series))]
    widest = max((width_of(cell.written, end_size(job, canvas), "Bold") for cell in ends), default=0.0)
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
    """Write the labels under the points, from the last one back, as many as stand clear of one another.

    Of many months or days the years are named where they begin; other points that are many have few labels.
    """
    unit = job.text_scale
    years = _years(job)
    labels = [years.get(at, "") if years else row.label for at, row in enumerate(job.rows)]
    spaces = [after - before for before, after in pairwise(xs)]
    room = max(min(spaces, default=canvas.width), 5 * LABEL * unit)
    free = canvas.width + LABEL * unit
    marked = [at for at, row in enumerate(job.rows) if job.highlight and row.key == job.highlight]
    kept: list[tuple[float, float]] = []
    for at in [*marked, *(at for at in range(len(xs) - 1, -1, -1) if at not in marked)]:
        row = job.rows[at]
        if not labels[at]:
            continue
        block = fitted(labels[at], room, (23 * unit, LABEL * unit), 2)
        x = min(max(xs[at], block.width / 2), canvas.width - block.width / 2)
        away = (0.35 if len(xs) <= MOST_DOTS else 1.2) * LABEL * unit
        left, right = x - block.width / 2 - away, x + block.width / 2 + away
        if right - left > free or any(left < other_right and right > other_left for other_left, other_right in kept):
            continue
        kept.append((left, right))
        strong = bool(job.highlight) and is_strong(job, row)
        colour = job.palette.text if strong else job.palette.text_soft
        canvas.base.block(block, x, top + 14 * unit, colour, align="center")


def _years(job: ChartJob) -> dict[int, str]:
    """The years of many times within years, by the row that each begins with."""
    times = moments([row.key for row in job.rows]) if len(job.rows) > MOST_DOTS else None
    if not times or all(time.is_integer() for time in times):
        return {}
    years = [int(time) for time in times]
    begins = [at for at, year in enumerate(years) if not at or year != years[at - 1]]
    return {at: str(years[at]) for at in begins}


def apart(tops: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """The places of blocks that want to stand at `tops` but must not overlap, between two heights.

    Blocks that meet form a group, which stands where its blocks are least moved on the whole.
    """
    groups: list[tuple[float, float, list[int]]] = []  # top, height, blocks
    for at in sorted(range(len(tops)), key=lambda at: tops[at] + heights[at] / 2):
        top, height, blocks = tops[at], heights[at], [at]
        while True:
            top = max(low, min(top, high - height))
            if not groups or groups[-1][0] + groups[-1][1] <= top:
                break
            _, above, others = groups.pop()
            blocks = [*others, *blocks]
            height += above
            wanted, reached = [], 0.0
            for block in blocks:
                wanted.append(tops[block] - reached)
                reached += heights[block]
            top = sum(wanted) / len(wanted)
        groups.append((top, height, blocks))
    placed = list(tops)
    for top, _, blocks in groups:
        reached = top
        for block in blocks:
            placed[block] = reached
            reached += heights[block]
    return placed


def end_labels(job: ChartJob, canvas: Canvas, names: Sequence[Block], ends: Sequence[Point], area: Area) -> None:
    """Each series' last number and name beside its end; its name alone where there are too many for both."""
    unit = job.text_scale
    size = min(end_size(job, canvas), (END_SIZE if len(ends) < 4 else 28) * unit)  # noqa: PLR2004 - more need less each
    gap, low, high = 0.35 * size, area.top - size, area.bottom + (ASCENT - DESCENT) * size
    heights = [size * CAPITALS + gap + names[end.series].height + 26 * unit for end in ends]
    both = sum(heights) <= high - low
    if not both:
        small = SMALL * unit
        room = max(name.width for name in names)
        names = [Block(wrapped(" ".join(name.lines), room, small, 1, "Medium"), small, "Medium") for name in names]
        size, gap = small, -small * CAPITALS
        heights = [LEADING * small] * len(ends)
    tops = apart([end.y - size * CAPITALS / 2 for end in ends], heights, low, high)
    x = area.right + 22 * unit
    for end, top in zip(ends, tops, strict=True):
        colour = job.palette.series(end.series)
        middle = top + CAPITALS * size / 2
        if abs(middle - end.y) > 0.4 * size and end.x >= area.right - 1:
            canvas.data.line([(end.x + 10 * unit, end.y), (x - 5 * unit, middle)], colour, 1.5 * unit, opacity=0.6)
        if both:
            canvas.data.write(end.cell.written, x, top + CAPITALS * size, size, colour, weight="Bold")
        ink = job.palette.text_soft if both else colour
        canvas.data.block(names[end.series], x, top + CAPITALS * size + gap, ink)


@dataclass(slots=True)
class Numbers:
    """Finds places for numbers beside points, clear of lines and of one another."""

    obstacles: list[tuple[float, float]]
    """Points close together along everything that a number must not cover."""
    right: float
    """How far numbers may reach …"""
    bottom: float
    """… to the labels below …"""
    left: float = 0.0
    """… and back."""
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
        if self.below or (point.cell.value or 0.0) < 0:
            places += [(point.x, under), (point.x + aside, under)]
        places += [(point.x - aside, over - 0.4 * size), (point.x + aside, over - 0.4 * size)]
        if self.below or not self._lies_beneath(point.x - 2 * half - distance, point.x, point.y):
            places.append((point.x - half - distance, point.y + high / 2))
            places.append((point.x - half - 0.6 * distance, point.y - high / 3))
        for middle, baseline in places:
            x = min(max(middle, self.left + half), self.right - half)
            pad = 0.22 * size
            box = (x - half - pad, baseline - high - pad, x + half + pad, baseline + pad)
            if box[3] <= self.bottom and not any(_meets(box, other) for other in self.taken) and not self._covers(box):
                self.taken.append(box)
                return x, baseline
        return None

    def above_all(self, point: Point, size: float) -> tuple[float, float]:
        """The middle and the baseline of a number above everything that its width would cover."""
        half, pad = width_of(point.cell.written, size, "Bold") / 2, 0.3 * size
        x = min(max(point.x, self.left + half), self.right - half)
        beneath = [y for across, y in self.obstacles if abs(across - x) < half + pad]
        beneath += [top for left, top, right, _ in self.taken if left < x + half and x - half < right]
        baseline = min([point.y, *beneath]) - pad
        self.taken.append((x - half - pad, baseline - CAPITALS * size - pad, x + half + pad, baseline + pad))
        return x, baseline

    def _lies_beneath(self, left: float, right: float, y: float) -> bool:
        """Whether something lies higher than a place, such as the edge of an area that the place is within."""
        return any(left < across < right and other < y for across, other in self.obstacles)

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
    """Points as their numbers matter: the highlighted one, the last, the first, the extremes, then back in time.

    The rest of many points has no numbers.
    """
    marked = [point for point in points if job.highlight and point.row.key == job.highlight]
    largest, smallest = (choose(points, key=lambda point: point.y) for choose in (min, max))
    rest = reversed(points) if len(points) <= MOST_NUMBERS else ()
    return list(dict.fromkeys([*marked, points[-1], points[0], largest, smallest, *rest]))


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
