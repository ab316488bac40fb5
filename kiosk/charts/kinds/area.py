"""Areas over time, on top of one another where there are several."""

from __future__ import annotations

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed, readable
from kiosk.charts.courses import MOST_DOTS, Numbers, Point, along, end_labels, line_width, runs
from kiosk.charts.dots import dot
from kiosk.charts.frame import is_strong
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import CAPITALS, width_of
from kiosk.charts.picture import Layout
from kiosk.charts.plot import Plot, plotted, point_spots, write_numbers
from kiosk.charts.scale import Scale, bounds

_DOT = 7.0
_DENSE = 0.94
"""The opacity of one area among several."""
_STEPS, _THIN, _THINNEST = 40, 0.018, 0.1
"""The shade under a single line: slices, by how much each is denser than the next, and how dense the last is."""


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw areas."""
    reference = job.option("reference")
    reached = [high for layer in _stacks(job).values() for _, high in layer]
    plot = plotted(job, canvas, *bounds([*reached, *([reference.value] if reference else [])]))
    stacks = _stacks(job, job.hidden)
    layers = [_points(job, series, plot, stack) for series, stack in stacks.items()]
    for points in layers:
        _layer(job, canvas, runs(points, plot.span.breaks), plot)
    if plot.names:
        end_labels(job, canvas, plot.names, _ends(job, plot.span.xs, stacks, plot.scale), plot.area)
    return Layout(point_spots(job, canvas, (point for points in layers for point in points if point)), "right")


def _points(job: ChartJob, series: int, plot: Plot, stack: list[tuple[float, float]]) -> list[Point | None]:
    return [
        Point(row, series, cell, x, plot.scale.at(high), plot.scale.at(low))
        if (cell := row.cells[series]).value is not None
        else None
        for row, x, (low, high) in zip(job.rows, plot.span.xs, stack, strict=True)
    ]


def _layer(job: ChartJob, canvas: Canvas, pieces: list[list[Point]], plot: Plot) -> None:
    """One series' area and its numbers."""
    for piece in pieces:
        _piece(job, canvas, piece, plot)
    given = [point for piece in pieces for point in piece]
    if len(job.series) > 1:
        _numbers_within(job, canvas, given)
        return
    edges = [place for piece in pieces for place in along([(p.x, p.y) for p in piece], 6 * job.text_scale)]
    numbers = Numbers([*edges, *plot.lines], canvas.width, plot.area.bottom, below=False)
    write_numbers(job, canvas, given, numbers, 1.8 * _DOT * job.text_scale, ends=True)


def _stacks(job: ChartJob, without: tuple[int, ...] = ()) -> dict[int, list[tuple[float, float]]]:
    """For each series and row, between which values its layer lies."""
    layers: dict[int, list[tuple[float, float]]] = {}
    floors = [0.0] * len(job.rows)
    for series in (at for at in range(len(job.series)) if at not in without):
        tops = [floor + (row.cells[series].value or 0.0) for row, floor in zip(job.rows, floors, strict=True)]
        layers[series] = list(zip(floors, tops, strict=True))
        floors = tops
    return layers


def _piece(job: ChartJob, canvas: Canvas, piece: list[Point], plot: Plot) -> None:
    unit, palette = job.text_scale, job.palette
    colour = palette.series(piece[0].series)
    upper = [(point.x, point.y) for point in piece]
    lower = [(point.x, point.floor) for point in piece]
    if len(piece) > 1:
        if len(job.series) > 1:
            canvas.data.fill(shapes.closed([*upper, *reversed(lower)]), colour, _DENSE)
        else:
            _shade(canvas, plot, shapes.closed([*upper, *reversed(lower)]), colour)
        canvas.data.line(
            upper,
            colour if len(job.series) == 1 else palette.ground,
            (line_width(len(piece)) if len(job.series) == 1 else 2) * unit,
        )
    dotted = len(job.series) == 1 and len(piece) <= MOST_DOTS
    for point in piece:
        marked = bool(job.highlight) and is_strong(job, point.row)
        if dotted or marked or point.row.qualifier != "exact":
            dot(job, canvas, point.row, point.x, point.y, _DOT * unit, colour)


def _shade(canvas: Canvas, plot: Plot, outline: Outline, colour: str) -> None:
    """A fill that is the denser the further it is from zero, in slices that touch but do not overlap."""
    zero = plot.scale.at(0)
    for furthest in (plot.scale.end, plot.scale.start):
        for at in range(_STEPS if abs(furthest - zero) > 1 else 0):
            far, near = (furthest + (zero - furthest) * step / _STEPS for step in (at, at + 1))
            opacity = 1 - (1 - _THINNEST) * (1 - _THIN) ** (_STEPS - 1 - at)
            canvas.data.fill(outline, colour, opacity, within=(0.0, min(far, near), canvas.width, max(far, near)))


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


def _ends(
    job: ChartJob, xs: tuple[float, ...], stacks: dict[int, list[tuple[float, float]]], scale: Scale
) -> list[Point]:
    """Where the layers end, in the middle of each."""
    row = job.rows[-1]
    middles = {series: scale.at((stack[-1][0] + stack[-1][1]) / 2) for series, stack in stacks.items()}
    return [Point(row, series, row.cells[series], xs[-1], y) for series, y in middles.items()]
