"""Gauges: half rings side by side, each with its number large in the middle, its range at its feet, its goal on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.bars import fade
from kiosk.charts.canvas import Align, Canvas
from kiosk.charts.frame import SMALL, Area, colour_of, framed, is_strong, number_width, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import ASCENT, CAPITALS, Block, fitted, largest, whole, width_of
from kiosk.charts.picture import Layout, Spot

_HOLE = 0.7
"""The inner radius, as a part of the outer one."""
_BEGIN, _SPAN = -90.0, 180.0
"""Degrees clockwise from twelve o'clock."""
_NUMBER = 240.0
"""The largest that a number may be."""
_UNEVEN = 1.6
"""How much larger one gauge's number may be than another's …"""
_UNEVEN_LABELS = 1.2
"""… and its label."""
_LABELS = (46.0, 38.0, 30.0, 24.0, 20.0)
_WEIGHT = 0.4
"""How much the size of labels counts beside that of rings."""
_GUTTER = 0.1
"""Between two gauges, as a part of a gauge's width."""
_BETWEEN = 10.0
"""Between two lines of gauges, in pixels at 1080 lines."""
_SMALL_RING = 64.0
"""Rings smaller than this, in pixels at 1080 lines, do without the ends of their range."""
_OPEN_END = 12.0
"""How many degrees a value that is only a lower bound fades on."""
_REACH = 9.0
"""How far a target's stroke stands out, in pixels at 1080 lines."""
_UPRIGHT, _HIGH = 12.0, 60.0
"""Degrees from twelve o'clock: up to there a target's label stands over its stroke; up to there it needs height."""


@dataclass(frozen=True, slots=True)
class _Ring:
    """Where a half ring stands."""

    x: float
    y: float
    """Of its centre, at its foot."""
    outer: float

    @property
    def inner(self) -> float:
        return self.outer * _HOLE


@dataclass(frozen=True, slots=True)
class _Grid:
    """How gauges share the area."""

    columns: int
    rows: int
    wide: float
    """What a gauge and its words may take."""
    outer: float
    over: float
    """The height over each ring that a target's label takes."""
    ends: float
    """The height under the rings that the ends of the range take."""
    label: float
    """The size of the labels, at most …"""
    under: float
    """… and their height."""

    @property
    def height(self) -> float:
        """Of a gauge with its words."""
        return self.over + self.outer + self.ends + self.under

    @property
    def worth(self) -> float:
        """What the choice between two grids goes by."""
        return self.outer * math.pow(self.label, _WEIGHT)


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw gauges."""
    rows = [row for row in job.rows if row.cells[0].value is not None]
    area = framed(job, canvas, names=False)
    area.bottom -= 2 * job.text_scale
    grid = _best(job, area, rows)
    wide, high = area.width / grid.columns, area.height / grid.rows
    sizes = _number_sizes(job, rows, grid.outer)
    spots = []
    for at, (row, size) in enumerate(zip(rows, sizes, strict=True)):
        across, down = at % grid.columns, at // grid.columns
        few = len(rows) - down * grid.columns  # the last line may be short: it stands in the middle
        left = area.left + max(0, grid.columns - few) * wide / 2 + across * wide
        top = area.top + down * high + (high - grid.height) / 2
        ring = _Ring(left + wide / 2, top + grid.over + grid.outer, grid.outer)
        spots.append(_gauge(job, canvas, row, ring, size, grid))
    return Layout(tuple(spots), "right", area.corner(canvas))


def _best(job: ChartJob, area: Area, rows: list[Row]) -> _Grid:
    """The grid with the largest rings and labels; small rings do without the ends of their range."""
    ways = list(product(range(1, len(rows) + 1), _LABELS))
    for with_ends in (True, False):
        grids = [_grid(job, area, rows, columns, label * job.text_scale, with_ends) for columns, label in ways]
        best = max(grids, key=lambda grid: grid.worth)
        if best.outer >= _SMALL_RING * job.text_scale:
            break
    smallest = min((_label(row, best.wide, best.label, job.text_scale).size for row in rows), default=best.label)
    return replace(best, label=min(best.label, _UNEVEN_LABELS * smallest))


def _grid(job: ChartJob, area: Area, rows: list[Row], columns: int, label: float, with_ends: bool) -> _Grid:  # noqa: FBT001
    """How large rings are in so many columns, with labels of a size."""
    unit = job.text_scale
    lines = math.ceil(len(rows) / columns)
    wide, high = (
        area.width / columns * (1 - _GUTTER * (columns > 1)),
        area.height / lines - _BETWEEN * unit * (lines > 1),
    )
    over, outer = 4 * unit, wide / 2
    if job.option("target"):
        angle, block = _angle(job, job.option("target").value), _target_block(job, wide)
        if abs(angle) > _UPRIGHT:
            aside = (wide / 2 - block.width) / math.sin(math.radians(abs(angle))) - 2 * _REACH * unit
            outer = min(outer, aside)
        over = block.height + 3 * _REACH * unit if abs(angle) < _HIGH else over
    if number_width([row.cells[0].written for row in rows], SMALL * unit) > wide:
        outer = 1.0  # numbers would lie on one another
    ends = (ASCENT + 0.6) * SMALL * unit * with_ends
    under = max((_label(row, wide, label, unit).height for row in rows if row.label), default=0.0)
    under += 1.2 * label * bool(under)
    return _Grid(columns, lines, wide, max(1.0, min(outer, high - over - ends - under)), over, ends, label, under)


def _label(row: Row, wide: float, size: float, unit: float) -> Block:
    """A gauge's label, cut where two lines are not enough."""
    fits = whole(row.label, wide, math.inf, (SMALL * unit, size), 2)
    return fits or fitted(row.label, wide, (SMALL * unit, SMALL * unit), 2)


def _target_block(job: ChartJob, wide: float) -> Block:
    unit = job.text_scale
    return fitted(job.option("target").label, max(0.25 * wide, 80 * unit), (SMALL * unit, SMALL * unit), 3)


def _number_sizes(job: ChartJob, rows: list[Row], outer: float) -> list[float]:
    """The sizes of the numbers: each fits its ring, and none is much larger than another."""
    low, high = SMALL * job.text_scale, min(_NUMBER * job.text_scale, 0.46 * outer)
    room = 1.5 * outer * _HOLE
    sizes = [largest([row.cells[0].written], room, (low, max(low, high)), "Bold") for row in rows]
    return [min(size, _UNEVEN * min(sizes)) for size in sizes]


# A gauge


def _angle(job: ChartJob, value: float) -> float:
    """Where a value stands on the half ring."""
    least: float = job.option("least")
    most: float = job.option("most")
    return _BEGIN + _SPAN * min(1.0, max(0.0, (value - least) / (most - least)))


def _gauge(job: ChartJob, canvas: Canvas, row: Row, ring: _Ring, size: float, grid: _Grid) -> Spot:
    """Draw a half ring, filled from zero or the least to the value; open where the truth lies beyond."""
    unit, palette, cell = job.text_scale, job.palette, row.cells[0]
    colour, value = colour_of(job, row, 0), cell.value or 0.0
    start = _angle(job, max(0.0, job.option("least")) if job.option("most") > 0 else job.option("most"))
    begin, end = sorted((start, _angle(job, value)))
    canvas.base.fill(_arc(ring, _BEGIN, _BEGIN + _SPAN), palette.track)
    is_open = row.qualifier == "at_least"
    # Where the ring ends with the value, it is the value's own end that fades.
    solid = end if not is_open or end + _OPEN_END <= _BEGIN + _SPAN else max(begin, _BEGIN + _SPAN - _OPEN_END)
    filled = _arc(ring, begin, solid)
    if solid > begin:
        canvas.data.fill(filled, colour)
    if row.qualifier == "about":
        hatch(canvas.data, filled, palette.ground, unit)
    if is_open:
        fade(
            lambda near, far, opacity: canvas.data.fill(_arc(ring, near, far), colour, opacity),
            solid,
            _OPEN_END,
        )
    if job.option("target"):
        _target(job, canvas, ring, _target_block(job, grid.wide))
    _words(job, canvas, row, ring, size, grid)
    return _spot(job, canvas, row, ring, (begin, max(end, begin + 1.0)), colour)


def _arc(ring: _Ring, begin: float, end: float) -> Outline:
    return shapes.wedge(ring.x, ring.y, ring.inner, ring.outer, begin, end)


def _words(job: ChartJob, canvas: Canvas, row: Row, ring: _Ring, size: float, grid: _Grid) -> None:
    """The number in the middle, the ends of the range under the feet, the label below."""
    palette, strong = job.palette, is_strong(job, row)
    ink = palette.text if strong else palette.text_soft
    number, y = row.cells[0].written, ring.y - 0.04 * size
    canvas.data.write(number, ring.x, y, size, ink, weight="Bold", align="center", halo=palette.ground)
    if grid.ends:
        _ends(job, canvas, row, ring)
    if row.label:
        block = _label(row, grid.wide, grid.label, job.text_scale)
        stressed = Block(block.lines, block.size, "Medium") if strong and job.highlight else block
        top = ring.y + grid.ends + (0.75 + ASCENT - CAPITALS) * grid.label
        canvas.base.block(stressed, ring.x, top, ink, align="center")


def _ends(job: ChartJob, canvas: Canvas, row: Row, ring: _Ring) -> None:
    """The least and the most that the value can be, under the ring's feet; nothing where they would meet."""
    small = SMALL * job.text_scale
    percent = "%" if row.cells[0].written.endswith("%") else ""
    least, most = (job.digits(job.option(name)) + percent for name in ("least", "most"))
    if width_of(least, small) + width_of(most, small) > 1.9 * ring.outer:
        return
    y, colour = ring.y + (ASCENT + 0.35) * small, job.palette.text_faint
    canvas.base.write(least, ring.x - ring.outer, y, small, colour)
    canvas.base.write(most, ring.x + ring.outer, y, small, colour, align="right")


def _target(job: ChartJob, canvas: Canvas, ring: _Ring, block: Block) -> None:
    """A stroke across the ring at the goal, with its label outside."""
    unit, palette = job.text_scale, job.palette
    angle, reach = _angle(job, job.option("target").value), _REACH * unit
    stroke = shapes.spoke(ring.x, ring.y, ring.inner - reach / 2, ring.outer + reach, angle)
    canvas.data.line(stroke, palette.ground, 9 * unit)
    canvas.data.line(stroke, palette.text, 4 * unit)
    _, (x, y) = shapes.spoke(ring.x, ring.y, 0.0, ring.outer + 2 * reach, angle)
    side: Align = "center" if abs(angle) <= _UPRIGHT else "left" if angle > 0 else "right"
    if side == "center":
        top = y - block.height
        x = min(max(x, block.width / 2), canvas.width - block.width / 2)
    else:
        top = y - block.height * (1 + math.cos(math.radians(angle))) / 2
    canvas.data.block(block, x, top, palette.text_soft, align=side, halo=palette.ground)


def _spot(job: ChartJob, canvas: Canvas, row: Row, ring: _Ring, angles: tuple[float, float], colour: str) -> Spot:
    begin, end = angles
    box = (ring.x - ring.outer, ring.y - ring.outer, 2 * ring.outer, ring.outer)
    return replace(
        spot(job, canvas, row, row.cells[0], 0, box, colour),
        shape="wedge",
        cx=ring.x / canvas.width,
        cy=ring.y / canvas.height,
        r0=ring.inner / canvas.width,
        r1=ring.outer / canvas.width,
        a0=begin,
        a1=end,
    )
