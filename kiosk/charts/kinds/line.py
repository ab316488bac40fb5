"""Lines over time, each named at its end."""

from __future__ import annotations

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.courses import (
    END_SIZE,
    Numbers,
    Point,
    along,
    area_for,
    end_labels,
    end_names,
    in_order,
    runs,
    spread,
    time_labels,
)
from kiosk.charts.frame import (
    Area,
    baseline,
    gridlines,
    is_strong,
    reference_block,
    reference_line,
    spot,
)
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import Weight, width_of
from kiosk.charts.picture import Layout
from kiosk.charts.scale import Scale, bounds, ticks

_LINE, _DOT = 4.0, 8.0
_MOST_DOTS = 24
"""Beyond so many points a line carries no dots."""
_MOST_NUMBERS = 12
"""Beyond so many points gridlines help, since not all numbers find a place."""
_NUMBER = 30.0


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw lines."""
    unit = job.text_scale
    names = end_names(job, canvas)
    low, high = _bounds(job)
    lines = ticks(low, high) if names or len(job.rows) > _MOST_NUMBERS else []
    area = area_for(job, canvas, names, lines)
    if lines:
        area.left += width_of(job.rows[0].cells[0].written, _NUMBER * unit, "Bold") / 2
    reference = job.option("reference")
    if reference and not names:
        area.right = min(area.right, canvas.width - reference_block(job, reference, canvas).width - 34 * unit)
    scale = _scale(area, low, high, _NUMBER * unit)
    span = spread(job, area.left, area.right)
    wide = Area(0.0, area.top, area.right if names else canvas.width, area.bottom)
    gridlines(job, canvas, wide, scale, lines)
    baseline(job, canvas, wide, scale.at(0) if low <= 0 <= high else area.bottom)
    time_labels(job, canvas, span.xs, area.bottom)
    series = [_points(job, at, span.xs, scale) for at in range(len(job.series))]
    pieces = [runs(points, span.breaks) for points in series]
    obstacles = [spot for of in pieces for run in of for spot in along([(p.x, p.y) for p in run], 6 * unit)]
    if reference:
        y = scale.at(reference.value)
        reference_line(job, canvas, wide, y, reference_block(job, reference, canvas))
        obstacles += along([(0.0, y), (canvas.width, y)], 6 * unit)
    for of in reversed(pieces):
        _line(job, canvas, of)
    _numbers(job, canvas, pieces, Numbers(obstacles, area.right + 12 * unit if names else canvas.width))
    if names:
        end_labels(job, canvas, names, [of[-1][-1] for of in pieces if of], area)
    spots = tuple(
        spot(job, canvas, p.row, p.cell, p.series, (p.x, p.y, 0, 0), job.palette.series(p.series), point=True)
        for points in series
        for p in points
        if p
    )
    return Layout(spots, "right")


def _bounds(job: ChartJob) -> tuple[float, float]:
    values = [cell.value for row in job.rows for cell in row.cells if cell.value is not None]
    if reference := job.option("reference"):
        values.append(reference.value)
    zero = job.option("baseline") == "zero"
    low, high = bounds(values, zero=zero)
    return (low if zero else low - (high - low) * 0.12), high


def _scale(area: Area, low: float, high: float, number: float) -> Scale:
    top = min(area.top + 1.6 * number, area.bottom - 1)
    bottom = area.bottom - (2.0 * number if low < 0 else 0)
    return Scale(low, high, max(bottom, top + 1), top)


def _points(job: ChartJob, series: int, xs: tuple[float, ...], scale: Scale) -> list[Point | None]:
    return [
        None if (cell := row.cells[series]).value is None else Point(row, series, cell, x, scale.at(cell.value))
        for row, x in zip(job.rows, xs, strict=True)
    ]


def _line(job: ChartJob, canvas: Canvas, pieces: list[list[Point]]) -> None:
    unit, palette = job.text_scale, job.palette
    count = sum(map(len, pieces))
    for piece in pieces:
        colour = palette.series(piece[0].series)
        if len(piece) > 1:
            canvas.data.line([(point.x, point.y) for point in piece], colour, _LINE * unit)
        for point in piece:
            strong = is_strong(job, point.row)
            if len(piece) == 1 or count <= _MOST_DOTS or (job.highlight and strong):
                radius = (_DOT if strong else 0.7 * _DOT) * unit
                _dot(canvas, point, radius, colour if strong else mixed(colour, palette.ground, 0.25), palette.ground)


def _dot(canvas: Canvas, point: Point, radius: float, colour: str, ground: str) -> None:
    """A dot; hollow where the true value lies above it."""
    canvas.data.dot(point.x, point.y, 1.45 * radius, ground)
    canvas.data.dot(point.x, point.y, radius, colour)
    if point.row.qualifier == "at_least":
        canvas.data.dot(point.x, point.y, 0.5 * radius, ground)


def _numbers(job: ChartJob, canvas: Canvas, pieces: list[list[list[Point]]], numbers: Numbers) -> None:
    """Write the numbers that find a free place; of several lines, whose ends are named, the first ones."""
    unit = job.text_scale
    for of in pieces:
        given = [point for run in of for point in run]
        if not given:
            continue
        order = in_order(job, given)
        if len(pieces) > 1:
            order = [p for p in order if p is given[0] or (job.highlight and p.row.key == job.highlight)]
            order = [p for p in order if p is not given[-1]]
        for point in order:
            size = (END_SIZE if point is given[-1] else _NUMBER) * unit
            if place := numbers.place(point, size, 1.8 * _DOT * unit + 0.2 * size):
                strong = is_strong(job, point.row)
                colour = job.palette.text if strong else job.palette.text_soft
                weight: Weight = "Bold" if strong else "Medium"
                canvas.data.write(
                    point.cell.written, *place, size, colour, weight=weight, align="center", halo=job.palette.ground
                )
