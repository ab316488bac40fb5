"""Areas over time, on top of one another where there are several."""

from __future__ import annotations

from kiosk.charts import shapes
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed, readable
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
from kiosk.charts.frame import Area, baseline, gridlines, is_strong, reference_block, reference_line, spot
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import CAPITALS, Weight, width_of
from kiosk.charts.picture import Layout
from kiosk.charts.scale import Scale, bounds, ticks

_LINE, _DOT = 4.0, 7.0
_DENSE = 0.94
"""The opacity of one area among several."""
_STEPS, _THIN = 32, 0.025
"""Of the shade under a single line."""
_MOST_DOTS = 24
_MOST_NUMBERS = 12
"""Beyond so many points gridlines help, since not all numbers find a place."""
_NUMBER = 30.0


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw areas."""
    unit = job.text_scale
    names = end_names(job, canvas)
    reference = job.option("reference")
    stacks = _stacks(job)
    reached = [high for layer in stacks for _, high in layer]
    low, high = bounds([*reached, *([reference.value] if reference else [])])
    lines = ticks(low, high) if names or len(job.rows) > _MOST_NUMBERS else []
    area = area_for(job, canvas, names, lines)
    if reference and not names:
        area.right = min(area.right, canvas.width - reference_block(job, reference, canvas).width - 34 * unit)
    top = min(area.top + 1.6 * _NUMBER * unit, area.bottom - 1)
    scale = Scale(low, high, area.bottom, top)
    span = spread(job, area.left, area.right)
    wide = Area(0.0, area.top, area.right if names else canvas.width, area.bottom)
    gridlines(job, canvas, wide, scale, lines)
    baseline(job, canvas, wide, scale.at(0))
    time_labels(job, canvas, span.xs, area.bottom)
    line = [(0.0, scale.at(reference.value)), (canvas.width, scale.at(reference.value))] if reference else []
    layers = [_points(job, series, span.xs, stack, scale) for series, stack in enumerate(stacks)]
    for points in layers:
        _layer(job, canvas, runs(points, span.breaks), line)
    if reference:
        reference_line(job, canvas, wide, scale.at(reference.value), reference_block(job, reference, canvas))
    if names:
        end_labels(job, canvas, names, _ends(job, span.xs, stacks, scale), area)
    spots = (
        spot(job, canvas, p.row, p.cell, p.series, (p.x, p.y, 0, 0), job.palette.series(p.series), point=True)
        for points in layers
        for p in points
        if p
    )
    return Layout(tuple(spots), "right")


def _points(
    job: ChartJob, series: int, xs: tuple[float, ...], stack: list[tuple[float, float]], scale: Scale
) -> list[Point | None]:
    return [
        Point(row, series, cell, x, scale.at(high), scale.at(low))
        if (cell := row.cells[series]).value is not None
        else None
        for row, x, (low, high) in zip(job.rows, xs, stack, strict=True)
    ]


def _layer(job: ChartJob, canvas: Canvas, pieces: list[list[Point]], line: list[tuple[float, float]]) -> None:
    """One series' area and its numbers."""
    for piece in pieces:
        _piece(job, canvas, piece)
    if len(job.series) > 1:
        _numbers_within(job, canvas, [point for piece in pieces for point in piece])
    else:
        _numbers(job, canvas, pieces, line)


def _stacks(job: ChartJob) -> list[list[tuple[float, float]]]:
    """For each series and row, between which values its layer lies."""
    layers: list[list[tuple[float, float]]] = []
    floors = [0.0] * len(job.rows)
    for series in range(len(job.series)):
        tops = [floor + (row.cells[series].value or 0.0) for row, floor in zip(job.rows, floors, strict=True)]
        layers.append(list(zip(floors, tops, strict=True)))
        floors = tops
    return layers


def _piece(job: ChartJob, canvas: Canvas, piece: list[Point]) -> None:
    unit, palette = job.text_scale, job.palette
    colour = palette.series(piece[0].series)
    upper = [(point.x, point.y) for point in piece]
    lower = [(point.x, point.floor) for point in piece]
    if len(piece) > 1:
        if len(job.series) > 1:
            canvas.data.fill(shapes.closed([*upper, *reversed(lower)]), colour, _DENSE)
        else:
            _shade(canvas, upper, lower, colour)
        canvas.data.line(
            upper, colour if len(job.series) == 1 else palette.ground, (_LINE if len(job.series) == 1 else 2) * unit
        )
    if len(job.series) == 1 and len(piece) <= _MOST_DOTS:
        for point in piece:
            canvas.data.dot(point.x, point.y, 1.45 * _DOT * unit, palette.ground)
            canvas.data.dot(point.x, point.y, _DOT * unit, colour)
            if point.row.qualifier == "at_least":
                canvas.data.dot(point.x, point.y, 0.5 * _DOT * unit, palette.ground)


def _shade(canvas: Canvas, upper: list[tuple[float, float]], lower: list[tuple[float, float]], colour: str) -> None:
    """A fill that is dense under the line and thin at its foot: many thin ones, each reaching lower than the last."""
    for step in range(1, _STEPS + 1):
        part = step / _STEPS
        edge = [(x, y + (floor - y) * part) for (x, y), (_, floor) in zip(upper, lower, strict=True)]
        canvas.data.fill(shapes.closed([*upper, *reversed(edge)]), colour, _THIN if step < _STEPS else 2 * _THIN)


def _numbers(job: ChartJob, canvas: Canvas, pieces: list[list[Point]], line: list[tuple[float, float]]) -> None:
    """Write the numbers that find a free place above their points."""
    unit = job.text_scale
    given = [point for run in pieces for point in run]
    edges = [[(point.x, point.y) for point in run] for run in pieces]
    obstacles = [place for edge in [*edges, line] for place in along(edge, 6 * unit)]
    numbers = Numbers(obstacles, canvas.width, below=False)
    for point in in_order(job, given) if given else ():
        size = (END_SIZE if point is given[-1] else _NUMBER) * unit
        if place := numbers.place(point, size, 1.8 * _DOT * unit + 0.2 * size):
            strong = is_strong(job, point.row)
            colour = job.palette.text if strong else job.palette.text_soft
            weight: Weight = "Bold" if strong else "Medium"
            canvas.data.write(point.cell.written, *place, size, colour, weight=weight, align="center")


def _numbers_within(job: ChartJob, canvas: Canvas, given: list[Point]) -> None:
    """The numbers of a layer, within it where it is thick enough."""
    size = 26 * job.text_scale
    if not given:
        return
    palette = job.palette
    colour = readable(mixed(palette.ground, palette.series(given[0].series), _DENSE), (palette.text, palette.ground))
    free = -1.0
    for point in given[1:-1]:
        half = width_of(point.cell.written, size, "Medium") / 2
        if point.floor - point.y > 2 * size and point.x - half > free:
            y = (point.floor + point.y + CAPITALS * size) / 2
            canvas.data.write(point.cell.written, point.x, y, size, colour, weight="Medium", align="center")
            free = point.x + half + size


def _ends(job: ChartJob, xs: tuple[float, ...], stacks: list[list[tuple[float, float]]], scale: Scale) -> list[Point]:
    """Where the layers end, in the middle of each."""
    row = job.rows[-1]
    middles = [scale.at((stack[-1][0] + stack[-1][1]) / 2) for stack in stacks]
    return [Point(row, at, row.cells[at], xs[-1], y) for at, y in enumerate(middles)]
