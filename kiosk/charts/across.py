"""Bars that lie: long labels before or above them, numbers after their ends."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.charts import shapes
from kiosk.charts.bars import (
    CORNER,
    GAP,
    OPEN_END,
    Bar,
    Places,
    bars,
    extent,
    fade,
    fill,
    ink,
    inside_colour,
    is_percent,
    is_stacked,
    left_on,
    number_within,
    reference_of,
)
from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import (
    LABEL,
    NUMBERS,
    REFERENCE,
    SMALL,
    Area,
    framed,
    number_width,
    reference_block,
    spot,
)
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, LEADING, filling, fitted, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds

_NARROW = 720.0
"""Below this width, at 1080 lines, labels stand above their bars."""
_WIDE, _APART = 1000.0, 56.0
"""Beyond this width, at 1080 lines, rows that are too low for their labels stand in two columns, so far apart."""
_LINE = 1.15
"""What a line of labels needs at least, as a multiple of their size."""
_LABELS = 0.36
"""The widest that a column of labels may be, as a part of the area."""
_THICKEST = 96.0
_ROW_OF_NUMBERS = 0.3
"""Bars side by side that are lower than this part of a number's size carry none."""


@dataclass(frozen=True, slots=True)
class _Places(Places):
    """Where bars lie."""

    lifted: float
    """How much of a band, at its top, the label above the bar takes."""
    rows: int
    """In a column; what is left of them stands in a second one beside it."""
    aside: float
    """From one column to the next."""

    def left(self, at: int) -> float:
        """The left edge of the column that a row stands in."""
        return at // self.rows * self.aside

    @property
    def thickness(self) -> float:
        """Of all bars in a band."""
        return self.slot * (1 if self.stacked else self.series)

    def middle(self, at: int) -> float:
        return self.area.top + at % self.rows * self.band + (self.band + self.lifted) / 2

    def top_and_bottom(self, bar: Bar) -> tuple[float, float]:
        return self.edges(bar, self.middle(bar.at))

    def left_and_right(self, bar: Bar) -> tuple[float, float]:
        begin, end = self.ends(bar)
        left = self.left(bar.at)
        return left + min(begin, end), left + max(begin, end)


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars that lie."""
    every = bars(job)
    places = _places(job, canvas, every)
    shown = left_on(job, every)
    zero = places.scale.at(0)
    for at in range(0, len(job.rows), places.rows):
        x, filled = zero + places.left(at), min(places.rows, len(job.rows) - at)
        foot = places.area.top + filled * places.band
        canvas.base.line([(x, places.area.top), (x, foot)], job.palette.grid, 2 * job.text_scale)
    _labels(job, canvas, places)
    line = _reference(job, canvas, places)
    spots = tuple(_bar(job, canvas, places, bar) for bar in shown)
    if line is not None:
        crossed = [bar for bar in shown if places.left_and_right(bar)[0] < line < places.left_and_right(bar)[1]]
        sides = [places.top_and_bottom(bar) for bar in crossed]
        segments = [((line, top), (line, bottom)) for top, bottom in sides]
        canvas.data.strokes(segments, job.palette.ground, 2 * job.text_scale, 0.75)
    for bar in shown:
        _number(job, canvas, places, bar, line)
    if places.stacked and not is_percent(job) and not job.hidden:
        for bar in {bar.at: bar for bar in shown if bar.is_end and bar.high >= bar.low}.values():
            _write_after(job, canvas, places, bar, bar.row.total)
    return Layout(spots, "right", (zero / canvas.width, 1.0))


def _places(job: ChartJob, canvas: Canvas, shown: list[Bar]) -> _Places:
    unit = job.text_scale
    area = framed(job, canvas, names=True)
    area.bottom -= 2 * unit
    reference = reference_of(job)
    if reference:
        area.bottom -= reference_block(job, reference, canvas).height + 16 * unit
    rows = len(job.rows)
    if not reference and rows * _LINE * SMALL * unit > area.height and canvas.width > _WIDE * unit:
        rows = math.ceil(rows / 2)
    aside = 0.0 if rows == len(job.rows) else (area.width + _APART * unit) / 2
    area.right = aside - _APART * unit if aside else area.right
    band = area.height / rows
    above = canvas.width < _NARROW * unit and band > 3.2 * LABEL * unit
    lifted = 1.5 * LABEL * unit if above else 0.0
    stacked, series = is_stacked(job), max(1, len(job.series))
    abreast = 1 if stacked else series
    gap = GAP if not above else 0.2
    slot = min((band - lifted) * (1 - gap), _THICKEST * unit * (1 if abreast == 1 else 1.6)) / abreast
    size = max(SMALL * unit, min(NUMBERS * unit, slot * 0.86))
    left = 0.0 if above else _label_width(job, area) + 20 * unit
    totals = [] if is_percent(job) else [row.total for row in job.rows]
    texts = totals if stacked else [bar.cell.written for bar in shown]
    low, high = bounds([0.0, *extent(job, shown)])
    after = (number_width(texts, size) + 0.5 * size) * bool(texts)
    if any(bar.is_open for bar in shown):
        after += OPEN_END * unit
    start = left + (number_width(texts, size) + 0.5 * size if low < 0 else 0.0)
    scale = Scale(low, high, start, max(start + 1, area.right - after))
    return _Places(area, scale, band, slot, stacked, series, size, unit, lifted, rows, aside)


def _every(job: ChartJob, places: _Places) -> int:
    """Where bands are low, only every nth has its label and its number."""
    return max(1, math.ceil(SMALL * job.text_scale * _LINE / places.band))


def _label_width(job: ChartJob, area: Area) -> float:
    size = LABEL * job.text_scale
    return min(_LABELS * area.width, max(width_of(row.label, size, "Medium") for row in job.rows))


def _labels(job: ChartJob, canvas: Canvas, places: _Places) -> None:
    """Write the labels, all in one size."""
    unit = job.text_scale
    step = _every(job, places)
    shown = range(0, len(job.rows), step)
    width = places.area.width if places.lifted else _label_width(job, places.area)
    lines = 1 if places.lifted else max(1, min(4, int(places.band * step / (SMALL * unit * LEADING))))
    sizes = (SMALL * unit, LABEL * unit)
    size = min(filling(job.rows[at].label, width, sizes, lines).size for at in shown)
    for at in shown:
        row = job.rows[at]
        strong = row.key == job.highlight
        block = filling(row.label, width, (size, size), lines, "Medium" if strong else "Regular")
        if places.lifted:
            top = places.middle(at) - places.thickness / 2 - 0.45 * LABEL * unit - block.height
        else:
            top = places.middle(at) - block.height / 2
        top = min(top, canvas.height - block.height - DESCENT * block.size)
        canvas.base.block(block, places.left(at), top, job.palette.text if strong else job.palette.text_soft)


def _reference(job: ChartJob, canvas: Canvas, places: _Places) -> float | None:
    """Draw the reference line with its label at its foot; where it lies."""
    reference = reference_of(job)
    if not reference:
        return None
    unit, palette = job.text_scale, job.palette
    x = places.scale.at(reference.value)
    step = 16 * unit
    tops = [places.area.top + at * step for at in range(int(places.area.height // step))]
    canvas.base.strokes([((x, top), (x, top + 9 * unit)) for top in tops], palette.text_faint, 2 * unit)
    block = fitted(reference.label, 0.4 * canvas.width, (SMALL * unit, REFERENCE * unit), 2)
    half = block.width / 2
    middle = min(max(x, half), canvas.width - half)
    top = places.area.bottom + (ASCENT - CAPITALS) * block.size + 8 * unit
    canvas.base.block(block, middle, top, palette.text_soft, align="center")
    return x


def _bar(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar) -> Spot:
    unit = job.text_scale
    (left, right), (top, bottom) = places.left_and_right(bar), places.top_and_bottom(bar)
    end: shapes.End = "right" if bar.high >= bar.low else "left"
    if bar.is_open or not bar.is_end:
        end = "none"
    fill(job, canvas, shapes.bar(left, top, right, bottom, CORNER * unit, end), bar.row, bar.colour)
    if bar.is_open:
        fade(
            lambda near, far, opacity: canvas.data.box(near, top, far, bottom, bar.colour, opacity),
            right + 3 * unit,
            OPEN_END * unit,
        )
    return spot(job, canvas, bar.row, bar.cell, bar.series, (left, top, right - left, bottom - top), bar.colour)


def _number(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, line: float | None) -> None:
    """Write a bar's number after its end, or within where a line is in the way or others follow."""
    left, right = places.left_and_right(bar)
    top, bottom = places.top_and_bottom(bar)
    if places.stacked:
        number_within(job, canvas, bar, (left, top, right, bottom), places.size)
        return
    baseline_y = (top + bottom + CAPITALS * places.size) / 2
    width = width_of(bar.cell.written, places.size, "Bold")
    if bar.at % _every(job, places) or places.slot < _ROW_OF_NUMBERS * places.size:
        return
    in_the_way = line is not None and right - 4 < line < right + width + 0.8 * places.size
    if in_the_way and right - left > width + places.size and bar.high > bar.low:
        x, weight = right - 0.4 * places.size, ink(job, bar)[1]
        canvas.data.write(
            bar.cell.written, x, baseline_y, places.size, inside_colour(job, bar), weight=weight, align="right"
        )
        return
    _write_after(job, canvas, places, bar, bar.cell.written, halo=job.palette.ground if in_the_way else "")


def _write_after(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, text: str, halo: str = "") -> None:
    left, right = places.left_and_right(bar)
    baseline_y = (sum(places.top_and_bottom(bar)) + CAPITALS * places.size) / 2
    colour, weight = ink(job, bar)
    if bar.high < bar.low:
        canvas.data.write(
            text, left - 0.35 * places.size, baseline_y, places.size, colour, weight=weight, align="right"
        )
        return
    x = right + 0.35 * places.size + (OPEN_END * job.text_scale if bar.is_open else 0)
    canvas.data.write(text, x, baseline_y, places.size, colour, weight=weight, halo=halo)
