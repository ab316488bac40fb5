"""Bars that lie: long labels before or above them, numbers after their ends."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.charts import shapes
from kiosk.charts.bars import CORNER, GAP, OPEN_END, Bar, bars, extent, fade, ink, inside_colour, is_stacked
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
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, LEADING, Block, fitted, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds

_NARROW = 720.0
"""Below this width, at 1080 lines, labels stand above their bars."""
_LABELS = 0.36
"""The widest that a column of labels may be, as a part of the area."""
_THICKEST = 96.0
_ROW_OF_NUMBERS = 0.3
"""Bars side by side that are lower than this part of a number's size carry none."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where bars lie."""

    area: Area
    scale: Scale
    band: float
    slot: float
    """A bar's height."""
    lifted: float
    """How much of a band, at its top, the label above the bar takes."""
    stacked: bool
    series: int
    size: float
    """Of the numbers."""

    def middle(self, at: int) -> float:
        return self.area.top + at * self.band + (self.band + self.lifted) / 2

    def top(self, bar: Bar) -> float:
        first = self.middle(bar.at) - self.slot * (1 if self.stacked else self.series) / 2
        return first + (0 if self.stacked else bar.series) * self.slot

    def left_and_right(self, bar: Bar) -> tuple[float, float]:
        low, high = self.scale.at(bar.low), self.scale.at(bar.high)
        return min(low, high), max(low, high)


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars that lie."""
    shown = bars(job)
    places = _places(job, canvas, shown)
    zero = places.scale.at(0)
    canvas.base.line([(zero, places.area.top), (zero, places.area.bottom)], job.palette.grid, 2 * job.text_scale)
    _labels(job, canvas, places)
    line = _reference(job, canvas, places)
    spots = tuple(_bar(job, canvas, places, bar) for bar in shown)
    if line is not None:
        crossed = [bar for bar in shown if places.left_and_right(bar)[0] < line < places.left_and_right(bar)[1]]
        segments = [((line, places.top(bar)), (line, places.top(bar) + places.slot)) for bar in crossed]
        canvas.data.strokes(segments, job.palette.ground, 2 * job.text_scale, 0.75)
    for bar in shown:
        _number(job, canvas, places, bar, line)
    if places.stacked:
        for bar in {bar.at: bar for bar in shown if bar.is_end and bar.high >= bar.low}.values():
            _write_after(job, canvas, places, bar, bar.row.total)
    return Layout(spots, "right", Area(zero, places.area.top, canvas.width, places.area.bottom).shares(canvas))


def _places(job: ChartJob, canvas: Canvas, shown: list[Bar]) -> _Places:
    unit = job.text_scale
    area = framed(job, canvas, names=True)
    reference = job.option("reference")
    if reference:
        area.bottom -= reference_block(job, reference, canvas).height + 16 * unit
    band = area.height / len(job.rows)
    above = canvas.width < _NARROW * unit and band > 3.2 * LABEL * unit
    lifted = 1.5 * LABEL * unit if above else 0.0
    stacked, series = is_stacked(job), max(1, len(job.series))
    abreast = 1 if stacked else series
    gap = GAP if not above else 0.2
    slot = min((band - lifted) * (1 - gap), _THICKEST * unit * (1 if abreast == 1 else 1.6)) / abreast
    size = max(SMALL * unit, min(NUMBERS * unit, slot * 0.86))
    left = 0.0 if above else _label_width(job, area) + 20 * unit
    texts = [row.total for row in job.rows] if stacked else [bar.cell.written for bar in shown]
    low, high = bounds(extent(job, shown))
    after = number_width(texts, size) + 0.5 * size
    if any(bar.is_open for bar in shown):
        after += OPEN_END * unit
    start = left + (number_width(texts, size) + 0.5 * size if low < 0 else 0.0)
    scale = Scale(low, high, start, max(start + 1, area.right - after))
    return _Places(area, scale, band, slot, lifted, stacked, series, size)


def _every(job: ChartJob, places: _Places) -> int:
    """Where bands are low, only every nth has its label and its number."""
    return max(1, math.ceil(SMALL * job.text_scale * 1.15 / places.band))


def _label_width(job: ChartJob, area: Area) -> float:
    size = LABEL * job.text_scale
    return min(_LABELS * area.width, max(width_of(row.label, size, "Medium") for row in job.rows))


def _labels(job: ChartJob, canvas: Canvas, places: _Places) -> None:
    """Write the labels."""
    unit = job.text_scale
    sizes = (SMALL * unit, LABEL * unit)
    step = _every(job, places)
    for at in range(0, len(job.rows), step):
        row = job.rows[at]
        strong = row.key == job.highlight
        colour = job.palette.text if strong else job.palette.text_soft
        weight = "Medium" if strong else "Regular"
        if places.lifted:
            block = fitted(row.label, places.area.width, sizes, 1)
            first = places.middle(at) - places.slot * (1 if places.stacked else places.series) / 2
            top = first - 0.45 * LABEL * unit - block.height
        else:
            lines = 2 if places.band * step > 2 * SMALL * unit * LEADING else 1
            block = fitted(row.label, _label_width(job, places.area), sizes, lines)
            top = places.middle(at) - block.height / 2
        top = min(top, canvas.height - block.height - DESCENT * block.size)
        canvas.base.block(Block(block.lines, block.size, weight), 0.0, top, colour)  # type: ignore[arg-type]


def _reference(job: ChartJob, canvas: Canvas, places: _Places) -> float | None:
    """Draw the reference line with its label at its foot; where it lies."""
    reference = job.option("reference")
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
    top, (left, right) = places.top(bar), places.left_and_right(bar)
    gap = min(2 * unit, places.slot * 0.06) if places.series > 1 and not places.stacked else 0.0
    top, bottom = top + gap, top + places.slot - gap
    if places.stacked and bar.low and right - left > 4 * unit:
        left += 2 * unit
    end: shapes.End = "right" if bar.high >= bar.low else "left"
    if bar.is_open or not bar.is_end:
        end = "none"
    canvas.data.fill(shapes.bar(left, top, right, bottom, CORNER * unit, end), bar.colour)
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
    baseline_y = places.top(bar) + (places.slot + CAPITALS * places.size) / 2
    width = width_of(bar.cell.written, places.size, "Bold")
    if places.stacked:
        size = min(places.size, 30 * job.text_scale)
        if width_of(bar.cell.written, size, "Medium") < 0.9 * (right - left) and size * CAPITALS < 0.9 * places.slot:
            middle, y = (left + right) / 2, places.top(bar) + (places.slot + CAPITALS * size) / 2
            canvas.data.write(
                bar.cell.written, middle, y, size, inside_colour(job, bar), weight="Medium", align="center"
            )
        return
    if bar.at % _every(job, places) or places.slot < _ROW_OF_NUMBERS * places.size:
        return
    in_the_way = line is not None and right - 4 < line < right + width + 0.8 * places.size
    if in_the_way and right - left > width + places.size and bar.high > bar.low:
        x = right - 0.4 * places.size
        canvas.data.write(
            bar.cell.written, x, baseline_y, places.size, inside_colour(job, bar), weight="Bold", align="right"
        )
        return
    _write_after(job, canvas, places, bar, bar.cell.written)


def _write_after(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, text: str) -> None:
    left, right = places.left_and_right(bar)
    baseline_y = places.top(bar) + (places.slot + CAPITALS * places.size) / 2
    colour, weight = ink(job, bar)
    if bar.high < bar.low:
        canvas.data.write(
            text, left - 0.35 * places.size, baseline_y, places.size, colour, weight=weight, align="right"
        )
        return
    x = right + 0.35 * places.size + (OPEN_END * job.text_scale if bar.is_open else 0)
    canvas.data.write(text, x, baseline_y, places.size, colour, weight=weight)
