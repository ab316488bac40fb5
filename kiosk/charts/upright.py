"""Bars that stand: one for each label, side by side or stacked where there are several series."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kiosk.charts.bars import (
    GAP,
    OPEN_END,
    Bar,
    Places,
    bars,
    extent,
    ink,
    inside_colour,
    is_percent,
    is_stacked,
    left_on,
    number_within,
    reference_of,
    stand,
)
from kiosk.charts.canvas import Canvas
from kiosk.charts.courses import apart
from kiosk.charts.frame import (
    LABEL,
    NUMBERS,
    SMALL,
    baseline,
    categories,
    category_height,
    dashes,
    framed,
    gridline_width,
    gridlines,
    number_width,
    reference_block,
    reference_line,
    spot,
)
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import CAPITALS, Block, fitted, largest, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds, ticks
from kiosk.charts.shapes import End, closed

_WIDEST = 0.24
"""The widest that a bar may be, as a part of the area's width."""
_WIDEST_FEW = 150.0
_BESIDE, _WIDEST_NAMES, _TO_NAMES = 720.0, 0.2, 40.0
"""From this width on, at 1080 lines, a stack's parts are named beside the last one; how wide, and how far away."""


@dataclass(frozen=True, slots=True)
class _Places(Places):
    """Where bars stand."""

    def centre(self, at: int) -> float:
        return self.area.left + (at + 0.5) * self.band

    def left_and_right(self, bar: Bar) -> tuple[float, float]:
        return self.edges(bar, self.centre(bar.at))

    def top_and_bottom(self, bar: Bar) -> tuple[float, float]:
        begin, end = self.ends(bar)
        return min(begin, end), max(begin, end)


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars that stand."""
    return drawn(job, canvas, bars(job), connected=False)


def drawn(job: ChartJob, canvas: Canvas, every: list[Bar], *, connected: bool, floor: float = 0.0) -> Layout:
    """Draw some bars that stand; `connected` joins where each ends with the next one.

    `floor` is the value that the others stand on; bars that reach down to another one than zero are torn there.
    """
    places, numbered = _places(job, canvas, every, floor)
    shown = left_on(job, every)
    area, scale = places.area, places.scale
    if not numbered:
        gridlines(job, canvas, area, scale, ticks(scale.low, scale.high))
    baseline(job, canvas, area, scale.at(floor))
    categories(job, canvas, [places.centre(at) for at in range(len(job.rows))], places.band, area.bottom)
    _write_names(job, canvas, places, shown)
    line = _reference(job, canvas, places)
    spots = tuple(_bar(job, canvas, places, bar) for bar in shown)
    if connected:
        _connect(job, canvas, places, shown)
    for bar in shown if floor else ():
        _tear(job, canvas, places, bar, floor)
    if line is not None:
        _line_over_bars(job, canvas, places, shown, line)
    if numbered or places.stacked:
        _numbers(job, canvas, places, shown, line)
    else:
        _number_of_one(job, canvas, places, shown)
    return Layout(spots, "up", (0.0, scale.at(floor) / canvas.height))


def _places(job: ChartJob, canvas: Canvas, shown: list[Bar], floor: float) -> tuple[_Places, bool]:
    """Where everything stands, and whether every number finds room."""
    unit = job.text_scale
    names = _names(job, canvas)
    area = framed(job, canvas, names=not names)
    reference = reference_of(job)
    if names:
        area.right -= max(block.width for block in names) + _TO_NAMES * unit
    if reference:
        area.right -= reference_block(job, reference, canvas).width + 20 * unit
    stacked, series = is_stacked(job), max(1, len(job.series))
    low, high = bounds([floor, *extent(job, shown)], zero=not floor)
    abreast = 1 if stacked else series
    band = area.width / len(job.rows)
    widest = max(_WIDEST * area.width, _WIDEST_FEW * unit)
    slot = min(band * (1 - GAP), widest) / abreast if abreast == 1 else band * (1 - GAP / 1.5) / abreast
    totals = [] if is_percent(job) else [row.total for row in job.rows]
    texts = totals if stacked else [bar.cell.written for bar in shown]
    room = band * 0.84 if abreast == 1 else slot * 0.97
    size = largest(texts, room, (SMALL * unit, NUMBERS * unit), "Bold")
    numbered = number_width(texts, size) <= room + 1
    if not numbered:
        area.left = gridline_width(job, ticks(low, high))
        slot *= area.width / (band * len(job.rows))
        band = area.width / len(job.rows)
    area.bottom -= category_height(job, band)
    above = size * 1.35 * bool(texts) + (OPEN_END * unit if any(bar.is_open for bar in shown) else 0)
    below = size * 1.5 if low < 0 else 0.0
    top = min(area.top + above, area.bottom - 1)
    scale = Scale(low, high, max(top + 1, area.bottom - below), top)
    return _Places(area, scale, band, slot, stacked, series, size, unit), numbered


def _names(job: ChartJob, canvas: Canvas) -> list[Block]:
    """The names of a stack's parts, to stand beside the last stack; none where they have no place there."""
    if not is_stacked(job) or canvas.width < _BESIDE * job.text_scale or reference_of(job):
        return []
    if not all(cell.value and cell.value > 0 for cell in job.rows[-1].cells):
        return []
    sizes = (SMALL * job.text_scale, LABEL * job.text_scale)
    return [fitted(name, _WIDEST_NAMES * canvas.width, sizes, 2, "Medium") for name in job.series]


def _write_names(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar]) -> None:
    """The names of a stack's parts beside the last stack, clear of one another."""
    names = _names(job, canvas)
    if not names:
        return
    unit, last = job.text_scale, [bar for bar in shown if bar.at == len(job.rows) - 1]
    if not last:
        return
    names = [names[bar.series] for bar in last]
    right = places.left_and_right(last[0])[1]
    middles = [sum(places.top_and_bottom(bar)) / 2 for bar in last]
    heights = [name.height + 0.6 * name.size for name in names]
    wanted = [middle - height / 2 for middle, height in zip(middles, heights, strict=True)]
    tops = apart(wanted, heights, places.area.top - places.size, places.area.bottom)
    x = right + 0.6 * _TO_NAMES * unit
    for bar, name, top, height, middle in zip(last, names, tops, heights, middles, strict=True):
        colour, y = job.palette.series(bar.series), top + height / 2
        canvas.base.line([(right + 4 * unit, middle), (x - 6 * unit, y)], colour, 1.5 * unit, opacity=0.6)
        canvas.base.block(name, x, y - name.height / 2, colour)


def _reference(job: ChartJob, canvas: Canvas, places: _Places) -> float | None:
    """Draw the reference line, where there is one; where it lies."""
    reference = reference_of(job)
    if not reference:
        return None
    y = places.scale.at(reference.value)
    reference_line(job, canvas, places.area, y, reference_block(job, reference, canvas))
    return y


def _bar(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar) -> Spot:
    (left, right), (top, bottom) = places.left_and_right(bar), places.top_and_bottom(bar)
    end: End = "none" if not bar.is_end else "top" if bar.high >= bar.low else "bottom"
    reach = OPEN_END * job.text_scale if bar.is_open else 0.0
    stand(job, canvas, bar.row, (left, top, right, bottom), bar.colour, end, open_end=reach)
    return spot(job, canvas, bar.row, bar.cell, bar.series, (left, top, right - left, bottom - top), bar.colour)


def _connect(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar]) -> None:
    """Thin lines from each bar's end to the next bar."""
    pairs = [(bar, after, places.scale.at(bar.high)) for bar, after in pairwise(shown)]
    lines = [((places.left_and_right(a)[1], y), (places.left_and_right(b)[0], y)) for a, b, y in pairs]
    canvas.data.strokes(lines, job.palette.text_faint, 1.5 * job.text_scale)


def _tear(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, floor: float) -> None:
    """Two slanting gaps across the foot of a bar that stands on the floor: it does not begin at zero."""
    if bar.low != floor:
        return
    left, right = places.left_and_right(bar)
    foot = places.scale.at(bar.low)
    gap, slant = 5 * job.text_scale, min(0.12 * (right - left), 16 * job.text_scale)
    for at in (1, 2):
        y = foot - at * (2.4 * gap) - slant
        edges = [
            (left - 1, y + slant),
            (right + 1, y - slant),
            (right + 1, y - slant + gap),
            (left - 1, y + slant + gap),
        ]
        canvas.data.fill(closed(edges), job.palette.ground)


def _line_over_bars(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar], y: float) -> None:
    """Where the reference line crosses bars it goes on in the ground's colour."""
    pieces = dashes(places.area.left, canvas.width, job.text_scale)
    crossed = []
    for bar in shown:
        top, bottom = places.top_and_bottom(bar)
        if top < y < bottom:
            left, right = places.left_and_right(bar)
            within = ((max(a, left), min(b, right)) for a, b in pieces)
            crossed += [((a, y), (b, y)) for a, b in within if a < b]
    canvas.data.strokes(crossed, job.palette.ground, 2 * job.text_scale, 0.75)


def _numbers(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar], line: float | None) -> None:
    """Write all numbers, and the sums of stacks."""
    for bar in shown:
        _number(job, canvas, places, bar, line)
    if places.stacked and not is_percent(job):
        _totals(job, canvas, places, shown)


def _number(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, line: float | None) -> None:
    """Write a bar's number: above it, or within where a line is in the way or others stand on it."""
    left, right = places.left_and_right(bar)
    top, bottom = places.top_and_bottom(bar)
    if places.stacked:
        number_within(job, canvas, bar, (left, top, right, bottom), places.size)
        return
    centre = (left + right) / 2
    colour, weight = ink(job, bar)
    baseline_y, size = _beside(job, places, bar), places.size
    height, pad = size * CAPITALS, 0.3 * size
    if line is not None and baseline_y - height - pad < line < baseline_y + pad:
        if bottom - top > height + 2.4 * pad:
            size = largest([bar.cell.written], 0.9 * places.slot, (SMALL * job.text_scale, size), "Bold")
            baseline_y, colour = top + 1.2 * pad + CAPITALS * size, inside_colour(job, bar)
        else:
            baseline_y = line - pad
    width = width_of(bar.cell.written, size, "Bold")
    centre = min(max(centre, width / 2), canvas.width - width / 2)
    canvas.data.write(bar.cell.written, centre, baseline_y, size, colour, weight=weight, align="center")


def _beside(job: ChartJob, places: _Places, bar: Bar) -> float:
    """The baseline of a number beyond its bar's end."""
    top, bottom = places.top_and_bottom(bar)
    if bar.high < bar.low:
        return bottom + places.size * (CAPITALS + 0.32)
    return top - 0.34 * places.size - (OPEN_END * job.text_scale if bar.is_open else 0)


def _number_of_one(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar]) -> None:
    """Where there is no room for all numbers: the one of the highlighted bar, or of the largest, above those beside."""
    marked = [bar for bar in shown if job.highlight and bar.row.key == job.highlight]
    bar = max(marked or shown, key=lambda bar: abs(bar.cell.value or 0.0))
    size = places.size
    half = width_of(bar.cell.written, size, "Bold") / 2
    centre = min(max(sum(places.left_and_right(bar)) / 2, half), canvas.width - half)
    sides = [(other, *places.left_and_right(other)) for other in shown]
    beneath = [bar, *(other for other, left, right in sides if left < centre + half and right > centre - half)]
    tops, bottoms = zip(*(places.top_and_bottom(other) for other in beneath), strict=True)
    if bar.high < bar.low:
        y = max(bottoms) + places.size * (CAPITALS + 0.32)
    else:
        opens = any(other.is_open for other in beneath)
        y = min(tops) - 0.34 * size - (OPEN_END * job.text_scale if opens else 0.0)
    colour, weight = ink(job, bar)
    text, halo = bar.cell.written, job.palette.ground
    canvas.data.write(text, centre, y, size, colour, weight=weight, align="center", halo=halo)


def _totals(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar]) -> None:
    """The sum above each stack that is whole."""
    if job.hidden:
        return
    for bar in {bar.at: bar for bar in shown if bar.is_end and bar.high >= bar.low}.values():
        colour, weight = ink(job, bar)
        y = _beside(job, places, bar)
        if width_of(bar.row.total, places.size, "Bold") <= places.band:
            canvas.data.write(
                bar.row.total, places.centre(bar.at), y, places.size, colour, weight=weight, align="center"
            )
