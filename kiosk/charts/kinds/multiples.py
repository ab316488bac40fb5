"""Small multiples: one small panel for each series, its name above it, all on one scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.charts.bars import OPEN_END, stand
from kiosk.charts.canvas import Canvas
from kiosk.charts.courses import Numbers, Point, along, line_width, runs, spread
from kiosk.charts.dots import dot
from kiosk.charts.frame import SMALL, Area, framed, is_strong, spot
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, LEADING, Block, Weight, fitted, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds
from kiosk.charts.shapes import End

_SHAPE = 1.7
"""The width to the height that a panel likes best."""
_NAME, _NUMBER = 26.0, 28.0
_APART, _ROWS_APART = 44.0, 0.6
"""Between columns of panels, in pixels at 1080 lines; between rows, as a part of that."""
_BELOW_HEADING = 0.012
"""More air under the heading, as a part of the picture's height."""
_LOW = 120.0
"""Panels that are lower than this, at 1080 lines, have one number each."""
_GAP = 0.28
"""Of a band, beside its bar."""
_WIDEST = 0.3
"""The widest that a bar may be, as a part of its panel."""
_DOT = 6.0
_FIRST: Weight = "Bold"
_LATER: Weight = "Medium"
"""The weights of a panel's most important number and of the others."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """How panels share an area."""

    area: Area
    columns: int
    rows: int
    apart: float
    """From one column to the next; rows are less far apart."""
    is_low: bool
    """Whether panels are so low that their last number stands beside the name, and labels below the lowest alone."""

    @property
    def wide(self) -> float:
        """Of a panel."""
        return (self.area.width - self.apart * (self.columns - 1)) / self.columns

    @property
    def high(self) -> float:
        """Of a panel."""
        return (self.area.height - _ROWS_APART * self.apart * (self.rows - 1)) / self.rows

    def place(self, at: int) -> Area:
        """The place of a panel."""
        row, column = divmod(at, self.columns)
        left = self.area.left + column * (self.wide + self.apart)
        top = self.area.top + row * (self.high + _ROWS_APART * self.apart)
        return Area(left, top, left + self.wide, top + self.high)


@dataclass(frozen=True, slots=True)
class _Panel:
    """Where one series is drawn."""

    series: int
    top: float
    """Of its name."""
    area: Area
    """Of its marks and their numbers."""
    name: Block
    scale: Scale
    number: float
    """The size of its numbers."""
    is_low: bool
    is_numbered: bool
    """Whether the last number stands beside the name; in a low panel without room for both, the name alone does."""
    has_foot: bool
    """Whether labels stand below."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar of a panel."""

    row: Row
    value: float
    box: tuple[float, float, float, float]
    """Left, top, right and bottom."""

    @property
    def is_open(self) -> bool:
        """Whether the true value lies beyond its end."""
        return self.row.qualifier == "at_least" and self.value > 0


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw small multiples."""
    panels = _panels(job, canvas)
    form = _bars if job.option("form") == "bar" else _line
    spots: list[Spot] = []
    for panel in panels:
        _around(job, canvas, panel)
        spots += form(job, canvas, panel)
    return Layout(tuple(spots), "up" if job.option("form") == "bar" else "fade")


def _panels(job: ChartJob, canvas: Canvas) -> list[_Panel]:
    unit = job.text_scale
    grid = _grid(job, canvas)
    name = max(SMALL * unit, min(_NAME * unit, 0.12 * grid.high))
    number = max(SMALL * unit, min(_NUMBER * unit, 0.13 * grid.high))
    last = max(width_of(_last(job, at), number, "Bold") for at in range(len(job.series))) + 0.6 * number
    widest = max(width_of(text, SMALL * unit, "Medium") for text in job.series)
    beside = grid.is_low and widest + last <= grid.wide
    room = grid.wide - (last if beside else 0.0)
    names = [fitted(text, room, (SMALL * unit, name), 1, "Medium") for text in job.series]
    size = min(block.size for block in names)
    foot = 0.0 if grid.is_low else _foot(job)
    low, high = bounds([cell.value for row in job.rows for cell in row.cells if cell.value is not None])
    panels = []
    for at, block in enumerate(names):
        place = grid.place(at)
        marks = Area(place.left, place.top + size * (CAPITALS + 0.6), place.right, place.bottom - foot)
        room_for_number = 0.0 if grid.is_low else 1.5 * number
        upper = marks.top + room_for_number + _open_end(job, marks)
        lower = marks.bottom - (room_for_number if low < 0 else 0.0)
        scale = Scale(low, high, max(lower, upper + 1), upper)
        has_foot = not grid.is_low or at + grid.columns >= len(names)
        whole = Block(block.lines, size, "Medium")
        panels.append(_Panel(at, place.top, marks, whole, scale, number, grid.is_low, beside, has_foot))
    return panels


def _grid(job: ChartJob, canvas: Canvas) -> _Grid:
    """The columns that fill the picture best."""
    area = framed(job, canvas, names=False)
    area.top += _BELOW_HEADING * canvas.height
    count = len(job.series)
    apart = min(_APART * job.text_scale, 0.03 * canvas.width)
    columns = min(range(1, count + 1), key=lambda columns: _misfit(area, count, columns))
    grid = _Grid(area, columns, math.ceil(count / columns), apart, is_low=False)
    if grid.high >= _LOW * job.text_scale:
        return grid
    area.bottom -= _foot(job)
    return replace(grid, is_low=True)


def _foot(job: ChartJob) -> float:
    """The height of the labels below a panel."""
    return (LEADING * SMALL + 8) * job.text_scale


def _last(job: ChartJob, series: int) -> str:
    """A series' last number."""
    return next((row.cells[series].written for row in reversed(job.rows) if row.cells[series].written), "")


def _open_end(job: ChartJob, area: Area) -> float:
    """How far bars that are lower bounds fade on."""
    opens = job.option("form") == "bar" and any(row.qualifier == "at_least" for row in job.rows)
    return min(OPEN_END * job.text_scale, 0.2 * area.height) if opens else 0.0


def _misfit(area: Area, count: int, columns: int) -> float:
    """How badly so many columns of panels fill an area: by the panels' shape, and by places left empty."""
    rows = math.ceil(count / columns)
    shape = (area.width / columns) / max(1.0, area.height / rows)
    return abs(math.log(shape / _SHAPE)) + 2 * (rows * columns - count) / count


def _around(job: ChartJob, canvas: Canvas, panel: _Panel) -> None:
    """A panel's name, its baseline, and the labels below."""
    palette, area = job.palette, panel.area
    canvas.base.block(panel.name, area.left, panel.top, palette.text)
    zero = panel.scale.at(0)
    canvas.base.line([(area.left, zero), (area.right, zero)], palette.grid, 2 * job.text_scale)
    if panel.is_numbered:
        baseline = panel.top + panel.name.size * CAPITALS
        text = _last(job, panel.series)
        canvas.data.write(text, area.right, baseline, panel.number, palette.text, weight="Bold", align="right")
    if panel.has_foot:
        _labels(job, canvas, area)


def _labels(job: ChartJob, canvas: Canvas, area: Area) -> None:
    """The labels below a panel, as many as stand clear of one another."""
    size, xs = SMALL * job.text_scale, _xs(job, area)
    taken: list[tuple[float, float]] = []
    for at in _labelled(job):
        row = job.rows[at]
        block = fitted(row.label, 0.48 * area.width, (size, size), 1)
        half = block.width / 2
        middle = min(max(xs[at], area.left + half), max(area.left + half, area.right - half))
        if not any(middle - half < right and left < middle + half for left, right in taken):
            taken.append((middle - half - 0.5 * size, middle + half + 0.5 * size))
            ink = job.palette.text if _is_marked(job, row) else job.palette.text_faint
            canvas.base.block(block, middle, area.bottom + 10 * job.text_scale, ink, align="center")


def _labelled(job: ChartJob) -> list[int]:
    """The rows that a panel's foot names, as far as they have room: the highlighted one, the last, the first."""
    marked = [at for at, row in enumerate(job.rows) if _is_marked(job, row)]
    return list(dict.fromkeys([*marked, len(job.rows) - 1, 0]))


def _xs(job: ChartJob, area: Area) -> tuple[float, ...]:
    """Where a panel's marks stand."""
    if job.option("form") == "line":
        inset = (_DOT + 2) * job.text_scale
        return spread(job, area.left + inset, area.right - inset).xs
    band = area.width / len(job.rows)
    return tuple(area.left + (at + 0.5) * band for at in range(len(job.rows)))


def _line(job: ChartJob, canvas: Canvas, panel: _Panel) -> list[Spot]:
    unit, area = job.text_scale, panel.area
    inset = (_DOT + 2) * unit
    span = spread(job, area.left + inset, area.right - inset)
    points = [
        None
        if (cell := row.cells[panel.series]).value is None
        else Point(row, panel.series, cell, x, panel.scale.at(cell.value))
        for row, x in zip(job.rows, span.xs, strict=True)
    ]
    given = [point for point in points if point]
    accent = job.palette.accent
    for piece in runs(points, span.breaks):
        if len(piece) > 1:
            canvas.data.line([(p.x, p.y) for p in piece], accent, 0.8 * line_width(len(given)) * unit)
        for p in piece:
            if p is given[-1] or len(piece) == 1 or _is_marked(job, p.row) or p.row.qualifier != "exact":
                dot(job, canvas, p.row, p.x, p.y, _DOT * unit, accent)
    if given and not panel.is_low:
        marked = [p for p in given if _is_marked(job, p.row)]
        edges = [place for piece in runs(points, span.breaks) for place in along([(p.x, p.y) for p in piece], 6 * unit)]
        numbers = Numbers(edges, area.right, area.bottom, area.left)
        for at, p in enumerate(dict.fromkeys([*marked, given[-1], given[0]])):
            if place := numbers.place(p, panel.number, 0.4 * panel.number + _DOT * unit):
                _write(job, canvas, panel, p.cell.written, place, first=not at)
    return [spot(job, canvas, p.row, p.cell, p.series, (p.x, p.y, 0, 0), accent, point=True) for p in given]


def _bars(job: ChartJob, canvas: Canvas, panel: _Panel) -> list[Spot]:
    area, zero = panel.area, panel.scale.at(0)
    xs, thick = _xs(job, area), area.width * min(_WIDEST, (1 - _GAP) / len(job.rows))
    shown: list[_Bar] = []
    for x, row in zip(xs, job.rows, strict=True):
        value = row.cells[panel.series].value
        if value is not None:
            y = panel.scale.at(value)
            shown.append(_Bar(row, value, (x - thick / 2, min(y, zero), x + thick / 2, max(y, zero))))
    if not panel.is_low:
        _numbers_of_bars(job, canvas, panel, shown)
    return [_bar(job, canvas, panel, bar) for bar in shown]


def _bar(job: ChartJob, canvas: Canvas, panel: _Panel, bar: _Bar) -> Spot:
    colour = job.palette.accent if is_strong(job, bar.row) else job.palette.faded
    end: End = "top" if bar.value >= 0 else "bottom"
    stand(job, canvas, bar.row, bar.box, colour, end, open_end=_open_end(job, panel.area) if bar.is_open else 0.0)
    left, top, right, bottom = bar.box
    cell = bar.row.cells[panel.series]
    return spot(job, canvas, bar.row, cell, panel.series, (left, top, right - left, bottom - top), colour)


def _is_marked(job: ChartJob, row: Row) -> bool:
    return bool(job.highlight) and row.key == job.highlight


def _numbers_of_bars(job: ChartJob, canvas: Canvas, panel: _Panel, shown: Sequence[_Bar]) -> None:
    """The numbers of the highlighted bar, the last and the largest, above all bars that they are wider than."""
    if not shown:
        return
    size, area = panel.number, panel.area
    marked = [bar for bar in shown if _is_marked(job, bar.row)]
    taken: list[tuple[float, float]] = []
    for at, bar in enumerate([*marked, shown[-1], max(shown, key=lambda bar: bar.value)]):
        text = bar.row.cells[panel.series].written
        half = width_of(text, size, _LATER if at else _FIRST) / 2
        middle = min(max((bar.box[0] + bar.box[2]) / 2, area.left + half), max(area.left + half, area.right - half))
        left, right = middle - half, middle + half
        if any(left < other[1] + 0.4 * size and other[0] - 0.4 * size < right for other in taken):
            continue
        taken.append((left, right))
        beneath = [other for other in shown if other.box[0] < right and left < other.box[2]]
        if bar.value < 0:
            baseline = max(other.box[3] for other in beneath) + (CAPITALS + 0.5) * size
        else:
            opens = any(other.is_open for other in beneath)
            baseline = min(other.box[1] for other in beneath) - 0.5 * size - _open_end(job, area) * opens
        _write(job, canvas, panel, text, (middle, baseline), first=not at)


def _write(job: ChartJob, canvas: Canvas, panel: _Panel, text: str, place: tuple[float, float], *, first: bool) -> None:
    ink, weight = (job.palette.text, _FIRST) if first else (job.palette.text_soft, _LATER)
    canvas.data.write(text, *place, panel.number, ink, weight=weight, align="center", halo=job.palette.ground)
