"""A scatter: points where two numbers meet, as large as a third, the ones that matter named."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.frame import HEADING, LABEL, SMALL, Area, colour_of, framed, is_strong, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.job import Axis, Cell, ChartJob, Row
from kiosk.charts.lettering import CAPITALS, DESCENT, Weight, fitted, whole, width_of
from kiosk.charts.picture import ChartError, Layout, Spot
from kiosk.charts.placing import Mark, Placed, Places
from kiosk.charts.scale import Scale, bounds, ticks
from kiosk.deck.numbers import Written, plain

_DOT, _SMALL_DOT = 15.0, 6.0
"""The radius of points without a size, where they are few and where they are many."""
_FEW, _MANY = 20, 200
_LARGEST = 0.085
"""The radius of the largest point, as a part of the area's shorter side."""
_LEAST = 3.0
"""No point is smaller, lest it be lost."""
_RIMLESS = 8.0
"""Points smaller than this, in pixels at 1080 lines, have no rim: many of them would only take long to draw."""
_SEEN_THROUGH = 0.72
_ZERO_FROM = 0.45
"""An axis starts at zero where the smallest value is below this part of the largest."""
_NAMED, _NAMED_OF_MANY = 30, 12
"""Of up to so many points each is named where the operator leaves it to Kiosk; of more, only the second number."""
_NEAR, _FAR = (1.0,), (1.0, 3.0, 5.0, 8.0)
"""How far off a label may stand, in multiples of the gap beside a point."""
_HIGHLIGHTED = 1.5
"""How much larger a highlighted point is where points have no size."""
_WIDEST = 0.24
"""Of a label, as a part of the picture's width."""
_KEY = 17.0
"""The largest radius of the point that explains sizes."""
_NARROW = 600.0
"""Below this width, at 1080 lines, the axis across has fewer values, and no label stands off from its point."""
_YEAR = 4
"""Digits."""


@dataclass(frozen=True, slots=True)
class _Point:
    row: Row
    mark: Mark
    colour: str


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a scatter."""
    rows = [row for row in job.rows if row.cells[0].value is not None and row.number("across").value is not None]
    if not rows:
        raise ChartError("no row has both numbers")
    area = framed(job, canvas, names=False)
    per_area = _per_area(rows, area)
    if per_area:
        area.top = _key(job, canvas, rows, per_area, area.top)
    axes = _axes(job, canvas, rows, area)
    points = _points(job, rows, axes, per_area)
    for point in points:
        _point(job, canvas, point)
    _labels(job, canvas, points, Area(0.0, area.top - SMALL * job.text_scale, canvas.width, area.bottom), axes.taken)
    return Layout(tuple(_spot(job, canvas, point) for point in points), "fade")


# Axes


@dataclass(frozen=True, slots=True)
class _Axes:
    across: Scale
    upwards: Scale
    taken: tuple[Area, ...]
    """Where the values of gridlines stand."""


def _axes(job: ChartJob, canvas: Canvas, rows: list[Row], area: Area) -> _Axes:
    """Draw gridlines with their values, and name the axis below. The area shrinks by what they take."""
    unit = job.text_scale
    size = SMALL * unit
    ups, acrosses = [row.cells[0] for row in rows], [row.number("across") for row in rows]
    (low, high), (left, right) = _ends(ups), _ends(acrosses)
    up_ticks = _ticks(ups, low, high, 4)
    across_ticks = _ticks(acrosses, left, right, 3 if canvas.width < _NARROW * unit else 5)
    axis: Axis = job.option("across")
    name = fitted(
        _listed(job, axis.name, "" if _are_dates(acrosses) else axis.unit), area.width, (size, HEADING * unit), 1
    )
    area.bottom -= 2.35 * CAPITALS * size + name.height + 2.8 * DESCENT * size
    largest = _largest_radius(job, rows, area)
    area.left += max(width_of(_tick(value, ups), size) for value in [*up_ticks, high]) + largest + 0.8 * size
    area.right -= largest + 2 * unit
    across = Scale(left, right, area.left, max(area.left + 1, area.right))
    foot = area.bottom - (largest + 2 * unit) * bool(low)
    upwards = Scale(low, high, foot, min(foot - 1, area.top + largest + 0.4 * size))
    taken = tuple(_gridline(job, canvas, upwards.at(value), _tick(value, ups), area) for value in up_ticks)
    zero = upwards.at(0) if low <= 0 <= high else area.bottom
    canvas.base.line([(0.0, zero), (canvas.width, zero)], job.palette.grid, 2 * unit)
    baseline = area.bottom + 1.6 * CAPITALS * size
    for value in across_ticks:
        x, text = across.at(value), _tick(value, acrosses)
        half = width_of(text, size) / 2
        canvas.base.line([(x, area.top), (x, area.bottom)], job.palette.grid, (2 if left < value == 0 else 1) * unit)
        middle = min(max(x, half), canvas.width - half)
        canvas.base.write(text, middle, baseline, size, job.palette.text_faint, align="center")
    top = baseline + 0.75 * CAPITALS * size + DESCENT * size
    canvas.base.block(name, canvas.width, top, job.palette.text_faint, align="right")
    return _Axes(across, upwards, taken)


def _gridline(job: ChartJob, canvas: Canvas, y: float, text: str, area: Area) -> Area:
    """A line across with its value above its left end; where the value stands."""
    size = SMALL * job.text_scale
    canvas.base.line([(0.0, y), (canvas.width, y)], job.palette.grid, job.text_scale)
    top, bottom = y - (0.35 + CAPITALS) * size, y - 0.35 * size
    if top > area.top - 0.75 * size:
        canvas.base.write(text, 0.0, bottom, size, job.palette.text_faint)
    return Area(0.0, top, width_of(text, size), bottom)


def _ticks(cells: Sequence[Cell], low: float, high: float, most: int) -> list[float]:
    """Round values; only whole ones where they are years."""
    found = ticks(low, high, most)
    return [value for value in found if value == int(value)] if _are_dates(cells) else found


def _are_dates(cells: Sequence[Cell]) -> bool:
    """Whether numbers are years: they alone have four digits and no comma."""
    written = [cell.written for cell in cells if cell.written]
    return all(len(text) == _YEAR and text.isdecimal() for text in written)


def _ends(cells: Sequence[Cell]) -> tuple[float, float]:
    """Where an axis begins and ends: at zero where that is near, else a little beyond the outermost values."""
    values = [cell.value for cell in cells if cell.value is not None]
    low, high = min(values), max(values)
    if low < 0 < high or 0 <= low < _ZERO_FROM * high or _ZERO_FROM * low < high <= 0:
        low, high = bounds(values)
        margin = 0.05 * (high - low)
        return (low - margin if low < 0 else low), (high + margin if high > 0 else high)
    margin = 0.08 * (high - low) or 0.1 * abs(high) or 1.0
    return low - margin, high + margin


def _tick(value: float, cells: Sequence[Cell]) -> str:
    """A round value as the table's own numbers are written: with a `%` after it, a year without a comma."""
    digits = plain(float(f"{value:.6g}"))
    if _are_dates(cells):
        return digits.replace(",", "")
    return digits + ("%" if any(cell.written.endswith("%") for cell in cells) else "")


def _listed(job: ChartJob, *parts: str) -> str:
    return ("，" if job.language == "zh" else ", ").join(part for part in parts if part)


# Sizes


def _per_area(rows: Sequence[Row], area: Area) -> float:
    """A radius is the root of this times the value; 0 where points have no size."""
    largest = max((row.number("size").value or 0.0 for row in rows), default=0.0)
    return (_LARGEST * min(area.width, area.height)) ** 2 / largest if largest > 0 else 0.0


def _radius(job: ChartJob, row: Row, per_area: float, count: int) -> float:
    unit = job.text_scale
    if per_area:
        return max(_LEAST * unit, math.sqrt(per_area * max(0.0, row.number("size").value or 0.0)))
    crowd = min(1.0, max(0.0, (count - _FEW) / (_MANY - _FEW)))
    stressed = _HIGHLIGHTED if _is_highlighted(job, row) else 1.0
    return (_DOT + (_SMALL_DOT - _DOT) * crowd) * unit * stressed


def _largest_radius(job: ChartJob, rows: Sequence[Row], area: Area) -> float:
    return max(_radius(job, row, _per_area(rows, area), len(rows)) for row in rows)


def _key(job: ChartJob, canvas: Canvas, rows: Sequence[Row], per_area: float, top: float) -> float:
    """What sizes mean, said once: the name, a point, and what it stands for; where it ends."""
    unit = job.text_scale
    axis: Axis = job.option("size")
    most = (_KEY * unit) ** 2 / per_area
    magnitude = 10.0 ** math.floor(math.log10(most))
    value = next(part for part in (5 * magnitude, 2 * magnitude, magnitude) if part <= most * (1 + 1e-9))
    percent = any(row.number("size").written.endswith("%") for row in rows)
    means = "= " + str(Written("", plain(value), "%" if percent else axis.unit))
    size, radius = SMALL * unit, math.sqrt(per_area * value)
    name = fitted(axis.name, canvas.width - width_of(means, size) - 6 * size, (size, size), 1)
    middle = top + CAPITALS * size / 2
    canvas.base.block(name, 0.0, top, job.palette.text_faint)
    x = name.width + 0.7 * size + radius
    canvas.base.fill(Outline.circle((x, middle), radius), job.palette.text_faint, _SEEN_THROUGH)
    canvas.base.write(means, x + radius + 0.4 * size, top + CAPITALS * size, size, job.palette.text_faint)
    return top + CAPITALS * size + 20 * unit


# Points


def _is_highlighted(job: ChartJob, row: Row) -> bool:
    return bool(job.highlight) and is_strong(job, row)


def _points(job: ChartJob, rows: list[Row], axes: _Axes, per_area: float) -> list[_Point]:
    """The points in the order of drawing: small ones on large ones, a highlighted one above all."""
    points = []
    for row in rows:
        x, y = axes.across.at(row.number("across").value or 0.0), axes.upwards.at(row.cells[0].value or 0.0)
        points.append(_Point(row, Mark(x, y, _radius(job, row, per_area, len(rows))), colour_of(job, row, 0)))
    return sorted(points, key=lambda point: (_is_highlighted(job, point.row), -point.mark.radius))


def _point(job: ChartJob, canvas: Canvas, point: _Point) -> None:
    """Draw a point; a ring where the true value lies above it, hatched where it is about there."""
    unit, mark, ground = job.text_scale, point.mark, job.palette.ground
    edge = min(3.0 * unit, 0.4 * mark.radius)
    circle = Outline.circle((mark.x, mark.y), mark.radius)
    if mark.radius < _RIMLESS * unit and point.row.qualifier == "exact":
        canvas.data.fill(circle, point.colour, _SEEN_THROUGH)
        return
    if point.row.qualifier == "at_least":
        canvas.data.fill(circle, mixed(point.colour, ground, 0.8), _SEEN_THROUGH)
        edge *= 1.4
    else:
        canvas.data.fill(circle, point.colour, _SEEN_THROUGH)
    if point.row.qualifier == "about":
        hatch(canvas.data, circle, ground, 0.7 * unit)
    canvas.data.fill(shapes.wedge(mark.x, mark.y, mark.radius - edge, mark.radius, 0, 360), point.colour)


def _labels(job: ChartJob, canvas: Canvas, points: list[_Point], area: Area, taken: Sequence[Area]) -> None:
    """Name points, the highlighted one and the largest or outermost first, as far as there is room beside them."""
    unit, named = job.text_scale, _named(job, points)
    size = (LABEL if len(named) <= _FEW else SMALL) * unit
    places = Places([point.mark for point in points], area, 7 * unit, taken)
    roomy = canvas.width >= _NARROW * unit and len(points) <= _NAMED
    reach = _FAR if job.option("labels") == "all" or roomy else _NEAR
    for point in named:
        strong = _is_highlighted(job, point.row)
        widest = max(_WIDEST * canvas.width, 5 * size)
        weight: Weight = "Medium" if strong else "Regular"
        label, sizes = point.row.label, (SMALL * unit, size)
        block = whole(label, widest, canvas.height, sizes, 3, weight) or fitted(label, widest, sizes, 3, weight)
        placed = places.find(point.mark, block, _FAR if strong else reach)
        if strong and not placed:
            placed = places.find(point.mark, block, _FAR, over_marks=True)
        if placed:
            _leader(job, canvas, point, placed)
            colour = job.palette.text if strong else job.palette.text_soft
            canvas.data.block(block, placed.left, placed.top, colour, halo=job.palette.ground)


def _named(job: ChartJob, points: list[_Point]) -> list[_Point]:
    """The points to be named, the most important ones first."""
    x, y = (sum(column) / len(points) for column in zip(*((p.mark.x, p.mark.y) for p in points), strict=True))

    def rank(point: _Point) -> tuple[bool, float, float]:
        away = math.hypot(point.mark.x - x, point.mark.y - y)
        return not _is_highlighted(job, point.row), -point.mark.radius, -away

    order = sorted(points, key=rank)
    highlighted = [point for point in order if _is_highlighted(job, point.row)]
    asked, many = job.option("labels"), len(points) > _NAMED
    if asked == "highlight" or (asked == "auto" and many and highlighted):
        return highlighted
    return order[:_NAMED_OF_MANY] if asked == "auto" and many else order


def _leader(job: ChartJob, canvas: Canvas, point: _Point, placed: Placed) -> None:
    """A thin line from a point to its label where that stands farther off."""
    start, end = placed.leader(point.mark)
    if math.dist(start, end) > 14 * job.text_scale:
        canvas.data.line([start, end], job.palette.text_faint, job.text_scale)


def _spot(job: ChartJob, canvas: Canvas, point: _Point) -> Spot:
    """A point that can be touched; its note says the other numbers."""
    mark, row = point.mark, point.row
    colon, semicolon = ("：", "；") if job.language == "zh" else (": ", "; ")
    named = [(name, row.number(name).said) for name in ("across", "size")]
    others = [f"{job.option(name).name}{colon}{said}" for name, said in named if said]
    box = (mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
    if not job.option("size"):
        box = (mark.x, mark.y, 0.0, 0.0)
    made = spot(job, canvas, row, row.cells[0], 0, box, point.colour, point=not job.option("size"))
    return replace(made, note=semicolon.join(part for part in (*others, row.note) if part))
