"""A timeline: dots for moments and bars for spans, each with its date and its words, over an axis of years."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.bars import OPEN_END, fade
from kiosk.charts.canvas import Align, Canvas
from kiosk.charts.colours import legible
from kiosk.charts.frame import LABEL, SMALL, Area, framed, is_strong, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, Block, fitted, whole, width_of
from kiosk.charts.picture import ChartError, Layout, Spot
from kiosk.charts.scale import Scale, ticks
from kiosk.charts.schedule import Entry, Event, Plan, Stretch, Style, plan
from kiosk.deck.numbers import SIGNS

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DOT = 10.0
_PAD = 20.0
"""From the middle of a dot, or the beginning of a bar, to its words."""
_SIZES = (34.0, 30.0, 26.0, 23.0, 20.0)
_STEMS = 16
"""So many events at most are joined to the axis by lines; more, or those in lanes, stand between lines of years."""
_TICK = 10.0
_CORNER = 6.0
_TINT = 0.62
"""How much of the ground is in a bar, so that its words can lie on it."""
_EDGE = 5.0
"""The width of a bar's strong beginning."""
_NARROW = 720.0
"""Below this width, at 1080 lines, a lane's name stands over its rows instead of before them, and words may be wide."""
_LANES = 0.17
"""The widest that names before the lanes may be, as a part of the picture."""


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a timeline."""
    rows = sorted(
        (row for row in job.rows if row.cells[0].value is not None), key=lambda row: row.cells[0].value or 0.0
    )
    if not rows:
        raise ChartError("nothing has a beginning")
    area = framed(job, canvas, names=False)
    lanes = list(dict.fromkeys(row.key_of("lane") for row in job.rows if row.cells[0].value is not None))
    names = [next(row.word("lane") for row in job.rows if row.key_of("lane") == lane) for lane in lanes]
    before, above = _lane_room(job, canvas, names)
    area.left = before
    scale = _axis(job, canvas, rows, area)
    events = [_event(job, row, at, scale, lanes) for at, row in enumerate(rows)]
    bounds = (area.left, canvas.width)
    planned = plan(events, _styles(job, area), bounds, area.height, _PAD * job.text_scale, above)
    tops, pitch = _tops(planned, area, above, job.text_scale)
    if job.option("lane"):
        _lanes(job, canvas, names, area, tops, above)
    spots = []
    for entry, row, stretch in zip(planned.entries, planned.rows, planned.stretches, strict=True):
        middle = tops[entry.event.lane] + above + (row + 0.5) * pitch
        spots.append(_draw(job, canvas, rows[entry.event.at], entry, stretch, (middle, pitch, area.bottom)))
    return Layout(tuple(spots), "right")


def _styles(job: ChartJob, area: Area) -> list[Style]:
    """From the largest to the smallest: dates over labels first, then before them, ever narrower."""
    unit = job.text_scale
    parts = (0.34, 0.25) if area.width >= _NARROW * unit else (0.6, 0.4, 0.3)
    over = [Style(size * unit, "over", part * area.width, 3) for size, part in product(_SIZES, parts)]
    before = [Style(size * unit, "before", part * area.width, 1) for size, part in product((23.0, SMALL), (0.6, 0.45))]
    bare = [Style(SMALL * unit, "none", part * area.width, lines) for lines, part in ((2, 0.3), (1, 0.4), (1, 0.3))]
    return [*over, *before, *bare]


def _event(job: ChartJob, row: Row, at: int, scale: Scale, lanes: Sequence[str]) -> Event:
    begin, end = row.cells[0].value or 0.0, row.number("end").value
    left, right = scale.at(begin), scale.at(begin if end is None else end)
    return Event(
        at,
        lanes.index(row.key_of("lane")),
        left,
        right,
        _said(job, row),
        row.label,
        bool(job.highlight) and is_strong(job, row),
    )


def _said(job: ChartJob, row: Row) -> str:
    """When something was: `2020`, `Jul 2020`, `2017–2020`."""
    begin, end = row.cells[0].value or 0.0, row.number("end").value
    dates = [_date(begin, job.language)] + ([] if end is None else [_date(end, job.language)])
    return SIGNS.get(row.qualifier, "") + "–".join(dict.fromkeys(dates))


def _date(value: float, language: str) -> str:
    """A year, with its month where it has decimals."""
    year = math.floor(value)
    if value == year:
        return str(year)
    month = min(11, int((value - year) * 12 + 1e-6))
    return f"{year}年{month + 1}月" if language.startswith("zh") else f"{_MONTHS[month]} {year}"


# Around the marks


def _axis(job: ChartJob, canvas: Canvas, rows: Sequence[Row], area: Area) -> Scale:
    """Draw the line of years with a few of them under it; where times stand. The area shrinks by what it takes."""
    unit = job.text_scale
    size = 22.0 * unit
    times = [time for row in rows for time in (row.cells[0].value, row.number("end").value) if time is not None]
    low, high = math.floor(min(times)), math.ceil(max(times))
    if low == high:
        low, high = low - 1, high + 1
    area.bottom -= CAPITALS * size + 26 * unit
    margin = _DOT * unit + 4 * unit
    is_open = any(row.qualifier == "at_least" and row.number("end").value is not None for row in rows)
    right = canvas.width - margin - OPEN_END * unit * is_open
    scale = Scale(low, high, area.left + margin, max(area.left + margin + 1, right))
    canvas.base.line([(area.left, area.bottom), (canvas.width, area.bottom)], job.palette.grid, 2 * unit)
    most = max(2, min(7, int(area.width / (5.5 * size))))
    stems = _has_stems(job)
    for year in (year for year in ticks(low, high, most) if year == int(year)):
        x, text = scale.at(year), str(int(year))
        half = width_of(text, size) / 2
        top = area.bottom - _TICK * unit if stems else area.top
        canvas.base.line([(x, top), (x, area.bottom)], job.palette.grid, (2 if stems else 1) * unit)
        middle = min(max(x, half), canvas.width - half)
        canvas.base.write(
            text, middle, area.bottom + 16 * unit + CAPITALS * size, size, job.palette.text_faint, align="center"
        )
    return scale


def _has_stems(job: ChartJob) -> bool:
    return len(job.rows) <= _STEMS and not job.option("lane")


def _lane_room(job: ChartJob, canvas: Canvas, names: Sequence[str]) -> tuple[float, float]:
    """The width before the lanes, or else the height above each, for their names."""
    unit = job.text_scale
    if not job.option("lane"):
        return 0.0, 0.0
    if canvas.width < _NARROW * unit:
        return 0.0, 1.3 * SMALL * unit
    return min(
        _LANES * canvas.width, max(width_of(name, LABEL * unit, "Medium") for name in names) + 1
    ) + 28 * unit, 0.0


def _tops(planned: Plan, area: Area, above: float, unit: float) -> tuple[list[float], float]:
    """Where lanes begin, and the height of a row: rows share out what there is, up to what looks together."""
    lanes, count = len(planned.counts), sum(planned.counts)
    free = area.height - lanes * above - 10 * unit
    pitch = min(free / count, 2.6 * planned.row if lanes == 1 else free / count)
    top = area.top + (free - pitch * count) / 2
    tops = []
    for rows in planned.counts:
        tops.append(top)
        top += above + rows * pitch
    return tops, pitch


def _lanes(
    job: ChartJob, canvas: Canvas, names: Sequence[str], area: Area, tops: Sequence[float], above: float
) -> None:
    """The lanes' names, and thin lines between lanes."""
    unit = job.text_scale
    ends = [*tops[1:], area.bottom]
    for at, (name, top, bottom) in enumerate(zip(names, tops, ends, strict=True)):
        colour = job.palette.series(at)
        if at:
            canvas.base.line([(0.0, top), (canvas.width, top)], job.palette.grid, unit)
        if above:
            block = fitted(name, canvas.width, (SMALL * unit, SMALL * unit), 1, "Medium")
            canvas.base.block(block, 0.0, top + 0.45 * SMALL * unit, colour, halo=job.palette.ground)
            continue
        room = area.left - 28 * unit
        sizes = (SMALL * unit, LABEL * unit)
        fits = whole(name, room, bottom - top - 0.6 * SMALL * unit, sizes, 4, "Medium")
        block = fits or fitted(name, room, sizes, 1, "Medium")
        canvas.base.block(block, 0.0, (top + bottom - block.height) / 2, colour)


# Marks


def _draw(
    job: ChartJob, canvas: Canvas, row: Row, entry: Entry, stretch: Stretch, place: tuple[float, float, float]
) -> Spot:
    """Draw one event with its texts; `place` is its middle, its row's height, and the axis."""
    middle, high, axis = place
    unit, palette, event = job.text_scale, job.palette, entry.event
    strong = is_strong(job, row)
    colour = palette.accent if job.highlight and strong else palette.series(event.lane) if strong else palette.faded
    if event.right > event.left:
        box = _span(job, canvas, row, event, (middle, min(high * 0.8, entry.height + 1.1 * entry.size)), colour)
    else:
        if _has_stems(job):
            canvas.base.line([(event.left, middle), (event.left, axis)], palette.grid, unit)
        box = (event.left, middle, 0.0, 0.0)
        _moment(job, canvas, row, event, middle, colour)
    _texts(job, canvas, row, entry, stretch, middle, colour)
    shown = spot(job, canvas, row, row.cells[0], 0, box, colour, point=event.right == event.left)
    return replace(shown, value=_said(job, row), series=row.word("lane"))


def _texts(job: ChartJob, canvas: Canvas, row: Row, entry: Entry, stretch: Stretch, middle: float, colour: str) -> None:
    """Write the date and what happened; before a mark they end at it."""
    palette, strong = job.palette, is_strong(job, row)
    is_span = entry.event.right > entry.event.left
    soft = palette.text if strong else palette.text_soft
    halo = "" if is_span else palette.ground
    top = middle - entry.height / 2
    side: Align = "right" if stretch.before and entry.stacked else "left"
    x = stretch.text + (entry.width if side == "right" else 0.0)
    if entry.date:
        date = soft if is_span or not strong else colour
        canvas.data.block(entry.date, x, top, date, align=side, halo=halo)
    if entry.label:
        label = entry.label
        weight = "Medium" if job.highlight and strong else label.weight
        x += 0.0 if entry.stacked else entry.date_width
        block = Block(label.lines, label.size, weight)
        canvas.data.block(block, x, top + entry.label_down, soft, align=side, halo=halo)


def _moment(job: ChartJob, canvas: Canvas, row: Row, event: Event, middle: float, colour: str) -> None:
    """A dot; hollow where the true time is later, hatched where it is about then."""
    unit, ground = job.text_scale, job.palette.ground
    radius = _DOT * unit
    canvas.data.dot(event.left, middle, radius + 3 * unit, ground)
    canvas.data.dot(event.left, middle, radius, colour)
    if row.qualifier == "at_least":
        canvas.data.dot(event.left, middle, 0.58 * radius, ground)
    if row.qualifier == "about":
        hatch(canvas.data, Outline.circle((event.left, middle), radius), ground, 0.6 * unit)


def _span(
    job: ChartJob, canvas: Canvas, row: Row, event: Event, size: tuple[float, float], colour: str
) -> tuple[float, float, float, float]:
    """A bar that words can lie on, with a strong beginning; it fades on where the true end is later."""
    unit, palette, (middle, high) = job.text_scale, job.palette, size
    top, bottom = middle - high / 2, middle + high / 2
    is_open = row.qualifier == "at_least"
    tint = legible(colour, palette.ground, _TINT, (palette.text,))
    outline = shapes.bar(event.left, top, event.right, bottom, _CORNER * unit, "none" if is_open else "right")
    canvas.data.fill(outline, tint)
    if is_open:
        reach = min(1.4 * OPEN_END * unit, canvas.width - event.right)
        fade(lambda near, far, opacity: canvas.data.box(near, top, far, bottom, tint, opacity), event.right, reach)
    if row.qualifier == "about":
        hatch(canvas.data, outline, palette.ground, unit)
    canvas.data.box(event.left, top, min(event.right, event.left + _EDGE * unit), bottom, colour)
    return event.left, top, event.right - event.left, high
