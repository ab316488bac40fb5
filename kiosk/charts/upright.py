"""Bars that stand: one for each label, side by side or stacked where there are several series."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.charts import shapes
from kiosk.charts.bars import CORNER, GAP, OPEN_END, Bar, bars, extent, fade, ink, inside_colour, is_stacked
from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import (
    NUMBERS,
    SMALL,
    Area,
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
from kiosk.charts.lettering import CAPITALS, largest, width_of
from kiosk.charts.picture import Layout, Spot
from kiosk.charts.scale import Scale, bounds, ticks

_WIDEST = 0.24
"""The widest that a bar may be, as a part of the area's width."""
_WIDEST_FEW = 150.0


@dataclass(frozen=True, slots=True)
class _Places:
    """Where bars stand."""

    area: Area
    scale: Scale
    band: float
    slot: float
    """A bar's width."""
    stacked: bool
    series: int
    size: float
    """Of the numbers."""

    def centre(self, at: int) -> float:
        return self.area.left + (at + 0.5) * self.band

    def left(self, bar: Bar) -> float:
        first = self.centre(bar.at) - self.slot * (1 if self.stacked else self.series) / 2
        return first + (0 if self.stacked else bar.series) * self.slot

    def top_and_bottom(self, bar: Bar) -> tuple[float, float]:
        low, high = self.scale.at(bar.low), self.scale.at(bar.high)
        return min(low, high), max(low, high)


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bars that stand."""
    shown = bars(job)
    places, numbered = _places(job, canvas, shown)
    area, scale = places.area, places.scale
    if not numbered:
        gridlines(job, canvas, area, scale, ticks(scale.low, scale.high))
    baseline(job, canvas, area, scale.at(0))
    categories(job, canvas, [places.centre(at) for at in range(len(job.rows))], places.band, area.bottom)
    line = _reference(job, canvas, places)
    spots = tuple(_bar(job, canvas, places, bar) for bar in shown)
    if line is not None:
        _line_over_bars(job, canvas, places, shown, line)
    for bar in shown:
        _number(job, canvas, places, bar, line, numbered=numbered)
    if places.stacked:
        _totals(job, canvas, places, shown)
    return Layout(spots, "up", area.shares(canvas))


def _places(job: ChartJob, canvas: Canvas, shown: list[Bar]) -> tuple[_Places, bool]:
    """Where everything stands, and whether every number finds room."""
    unit = job.text_scale
    area = framed(job, canvas, names=True)
    reference = job.option("reference")
    if reference:
        area.right -= reference_block(job, reference, canvas).width + 20 * unit
    stacked, series = is_stacked(job), max(1, len(job.series))
    low, high = bounds(extent(job, shown))
    abreast = 1 if stacked else series
    band = area.width / len(job.rows)
    widest = max(_WIDEST * area.width, _WIDEST_FEW * unit)
    slot = min(band * (1 - GAP), widest) / abreast if abreast == 1 else band * (1 - GAP / 1.5) / abreast
    texts = [row.total for row in job.rows] if stacked else [bar.cell.written for bar in shown]
    room = band * 0.84 if abreast == 1 else slot * 0.97
    size = largest(texts, room, (SMALL * unit, NUMBERS * unit), "Bold")
    numbered = number_width(texts, size) <= room + 1
    if not numbered:
        area.left = gridline_width(job, ticks(low, high))
        slot *= area.width / (band * len(job.rows))
        band = area.width / len(job.rows)
    area.bottom -= category_height(job, band)
    above = size * 1.35 + (OPEN_END * unit if any(bar.is_open for bar in shown) else 0)
    below = size * 1.5 if low < 0 else 0.0
    top = min(area.top + above, area.bottom - 1)
    scale = Scale(low, high, max(top + 1, area.bottom - below), top)
    return _Places(area, scale, band, slot, stacked, series, size), numbered


def _reference(job: ChartJob, canvas: Canvas, places: _Places) -> float | None:
    """Draw the reference line, where there is one; where it lies."""
    reference = job.option("reference")
    if not reference:
        return None
    y = places.scale.at(reference.value)
    reference_line(job, canvas, places.area, y, reference_block(job, reference, canvas))
    return y


def _bar(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar) -> Spot:
    unit = job.text_scale
    left, (top, bottom) = places.left(bar), places.top_and_bottom(bar)
    gap = min(2 * unit, places.slot * 0.06) if places.series > 1 and not places.stacked else 0.0
    left, right = left + gap, left + places.slot - gap
    if places.stacked and bar.low and bottom - top > 4 * unit:
        bottom -= 2 * unit
    end: shapes.End = "top" if bar.high >= bar.low else "bottom"
    if bar.is_open or not bar.is_end:
        end = "none"
    canvas.data.fill(shapes.bar(left, top, right, bottom, CORNER * unit, end), bar.colour)
    if bar.is_open:
        fade(
            lambda near, far, opacity: canvas.data.box(left, far, right, near, bar.colour, opacity),
            top - 3 * unit,
            -OPEN_END * unit,
        )
    return spot(job, canvas, bar.row, bar.cell, bar.series, (left, top, right - left, bottom - top), bar.colour)


def _line_over_bars(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar], y: float) -> None:
    """Where the reference line crosses bars it goes on in the ground's colour."""
    pieces = dashes(places.area.left, canvas.width, job.text_scale)
    crossed = []
    for bar in shown:
        top, bottom = places.top_and_bottom(bar)
        if top < y < bottom:
            left = places.left(bar)
            within = ((max(a, left), min(b, left + places.slot)) for a, b in pieces)
            crossed += [((a, y), (b, y)) for a, b in within if a < b]
    canvas.data.strokes(crossed, job.palette.ground, 2 * job.text_scale, 0.75)


def _number(job: ChartJob, canvas: Canvas, places: _Places, bar: Bar, line: float | None, *, numbered: bool) -> None:
    """Write a bar's number: above it, or within where a line is in the way or others stand on it."""
    centre = places.left(bar) + places.slot / 2
    top, bottom = places.top_and_bottom(bar)
    if places.stacked:
        _number_within(job, canvas, bar, centre, (top, bottom), places)
        return
    if not numbered and not _stands_for_all(job, bar):
        return
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
    halo = "" if numbered else job.palette.ground
    canvas.data.write(bar.cell.written, centre, baseline_y, size, colour, weight=weight, align="center", halo=halo)


def _beside(job: ChartJob, places: _Places, bar: Bar) -> float:
    """The baseline of a number beyond its bar's end."""
    top, bottom = places.top_and_bottom(bar)
    if bar.high < bar.low:
        return bottom + places.size * (CAPITALS + 0.32)
    return top - 0.34 * places.size - (OPEN_END * job.text_scale if bar.is_open else 0)


def _stands_for_all(job: ChartJob, bar: Bar) -> bool:
    """Whether a number is written although there is no room for all of them: the highlighted one, or the largest."""
    if job.highlight:
        return bar.row.key == job.highlight and bar.series == 0
    largest = max(cell.value or 0.0 for row in job.rows for cell in row.cells)
    return bar.cell.value == largest


def _number_within(
    job: ChartJob, canvas: Canvas, bar: Bar, centre: float, ends: tuple[float, float], places: _Places
) -> None:
    size = min(places.size, 30 * job.text_scale)
    top, bottom = ends
    if bottom - top >= 1.25 * size and width_of(bar.cell.written, size, "Medium") <= places.slot * 0.94:
        baseline_y = (top + bottom + CAPITALS * size) / 2
        colour = inside_colour(job, bar)
        canvas.data.write(bar.cell.written, centre, baseline_y, size, colour, weight="Medium", align="center")


def _totals(job: ChartJob, canvas: Canvas, places: _Places, shown: list[Bar]) -> None:
    """The sum above each stack."""
    for bar in {bar.at: bar for bar in shown if bar.is_end and bar.high >= bar.low}.values():
        colour, weight = ink(job, bar)
        y = _beside(job, places, bar)
        if width_of(bar.row.total, places.size, "Bold") <= places.band:
            canvas.data.write(
                bar.row.total, places.centre(bar.at), y, places.size, colour, weight=weight, align="center"
            )
