"""Lines over time, each named at its end."""

from __future__ import annotations

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.courses import MOST_DOTS, Numbers, Point, along, end_labels, line_width, runs
from kiosk.charts.dots import dot
from kiosk.charts.frame import is_strong
from kiosk.charts.job import ChartJob
from kiosk.charts.picture import Layout
from kiosk.charts.plot import Plot, plotted, point_spots, write_numbers
from kiosk.charts.scale import bounds

_DOT = 8.0


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw lines."""
    unit = job.text_scale
    plot = plotted(job, canvas, *_bounds(job))
    pieces = [runs(_points(job, at, plot), plot.span.breaks) for at in range(len(job.series)) if at not in job.hidden]
    for of in reversed(pieces):
        _line(job, canvas, of)
    courses = [place for of in pieces for run in of for place in along([(p.x, p.y) for p in run], 6 * unit)]
    right = plot.area.right + 12 * unit if plot.names else canvas.width
    numbers = Numbers([*courses, *plot.lines], right, plot.area.bottom)
    given = [[point for run in of for point in run] for of in pieces]
    for points in given:
        write_numbers(job, canvas, points, numbers, 1.8 * _DOT * unit, ends=len(job.series) == 1)
    if plot.names:
        end_labels(job, canvas, plot.names, [points[-1] for points in given if points], plot.area)
    return Layout(point_spots(job, canvas, (point for points in given for point in points)), "right")


def _bounds(job: ChartJob) -> tuple[float, float]:
    values = [cell.value for row in job.rows for cell in row.cells if cell.value is not None]
    if reference := job.option("reference"):
        values.append(reference.value)
    zero = job.option("baseline") == "zero"
    low, high = bounds(values, zero=zero)
    return (low if zero else low - (high - low) * 0.12), high


def _points(job: ChartJob, series: int, plot: Plot) -> list[Point | None]:
    return [
        None if (cell := row.cells[series]).value is None else Point(row, series, cell, x, plot.scale.at(cell.value))
        for row, x in zip(job.rows, plot.span.xs, strict=True)
    ]


def _line(job: ChartJob, canvas: Canvas, pieces: list[list[Point]]) -> None:
    unit, palette = job.text_scale, job.palette
    count = sum(map(len, pieces))
    for piece in pieces:
        colour = palette.series(piece[0].series)
        if len(piece) > 1:
            canvas.data.line([(point.x, point.y) for point in piece], colour, line_width(count) * unit)
        for point in piece:
            strong = is_strong(job, point.row)
            if len(piece) == 1 or count <= MOST_DOTS or (job.highlight and strong) or point.row.qualifier != "exact":
                radius = (_DOT if strong else 0.7 * _DOT) * unit
                dot(
                    job,
                    canvas,
                    point.row,
                    point.x,
                    point.y,
                    radius,
                    colour if strong else mixed(colour, palette.ground, 0.25),
                )
