"""The ground of lines and areas: heading, gridlines, labels of time, reference line and events around their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.charts.canvas import Canvas
from kiosk.charts.courses import (
    MOST_NUMBERS,
    Numbers,
    Point,
    Span,
    along,
    area_for,
    end_names,
    end_size,
    in_order,
    number_size,
    spread,
    time_labels,
)
from kiosk.charts.events import draw_events, placed
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
from kiosk.charts.lettering import Block, Weight, width_of
from kiosk.charts.picture import Spot
from kiosk.charts.scale import Scale, ticks


@dataclass(frozen=True, slots=True)
class Plot:
    """Where courses are drawn."""

    area: Area
    scale: Scale
    span: Span
    names: list[Block]
    """Of the series, as they stand at their ends."""
    lines: list[tuple[float, float]]
    """Points close together along lines that numbers must keep clear of."""


def plotted(job: ChartJob, canvas: Canvas, low: float, high: float) -> Plot:
    """Draw everything around courses between two values, and say where they go."""
    unit = job.text_scale
    names = end_names(job, canvas)
    lines = ticks(low, high) if names or len(job.rows) > MOST_NUMBERS else []
    area = area_for(job, canvas, names, lines)
    if lines:
        area.left += width_of(job.rows[0].cells[0].written, number_size(job, canvas), "Bold") / 2
    reference = job.option("reference")
    if reference and not names:
        area.right = min(area.right, canvas.width - reference_block(job, reference, canvas).width - 34 * unit)
    span = spread(job, area.left, area.right)
    events = placed(job, canvas, span.xs, canvas.width)
    top, area.top = area.top, area.top + events.height
    scale = _scale(area, low, high, number_size(job, canvas))
    wide = Area(0.0, area.top, area.right if names else canvas.width, area.bottom)
    gridlines(job, canvas, wide, scale, lines)
    baseline(job, canvas, wide, scale.at(0) if low <= 0 <= high else area.bottom)
    time_labels(job, canvas, span.xs, area.bottom)
    draw_events(job, canvas, events, top, area.bottom)
    kept_clear: list[tuple[float, float]] = []
    if reference:
        y = scale.at(reference.value)
        reference_line(job, canvas, wide, y, reference_block(job, reference, canvas))
        kept_clear = along([(0.0, y), (canvas.width, y)], 6 * unit)
    return Plot(area, scale, span, names, kept_clear)


def _scale(area: Area, low: float, high: float, number: float) -> Scale:
    top = min(area.top + 1.6 * number, area.bottom - 1)
    bottom = area.bottom - (2.0 * number if low < 0 else 0)
    return Scale(low, high, max(bottom, top + 1), top)


def write_numbers(
    job: ChartJob, canvas: Canvas, points: Sequence[Point], numbers: Numbers, distance: float, *, ends: bool
) -> None:
    """Write the numbers of one course that find a free place; without its `ends`, the first and the highlighted one."""
    if not points:
        return
    order = in_order(job, points)
    if not ends:
        order = [p for p in order if p is points[0] or (job.highlight and p.row.key == job.highlight)]
        order = [p for p in order if p is not points[-1]]
    for point in order:
        size = (end_size if point is points[-1] else number_size)(job, canvas)
        place = numbers.place(point, size, distance + 0.2 * size)
        if place is None and ends and job.highlight and point.row.key == job.highlight:
            place = numbers.above_all(point, size)
        if place:
            strong = is_strong(job, point.row)
            colour = job.palette.text if strong else job.palette.text_soft
            weight: Weight = "Bold" if strong else "Medium"
            halo = job.palette.ground
            canvas.data.write(point.cell.written, *place, size, colour, weight=weight, align="center", halo=halo)


def point_spots(job: ChartJob, canvas: Canvas, points: Iterable[Point]) -> tuple[Spot, ...]:
    """What can be touched: each point, which also says what happened at its moment."""
    events = {event.at: event.text for event in job.option("events")}
    return tuple(
        replace(made, note="; ".join(filter(None, (events[point.row.key], made.note))))
        if point.row.key in events
        else made
        for point in points
        for made in [_spot(job, canvas, point)]
    )


def _spot(job: ChartJob, canvas: Canvas, point: Point) -> Spot:
    colour = job.palette.series(point.series)
    return spot(job, canvas, point.row, point.cell, point.series, (point.x, point.y, 0, 0), colour, point=True)
