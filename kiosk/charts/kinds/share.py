"""Shares: each row a bar on a track of the whole's length, its number large beside it."""

from __future__ import annotations

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.bars import fade, fill
from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import LABEL, SMALL, Area, colour_of, framed, is_strong, number_width, spot
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.lettering import CAPITALS, LEADING, Block, fitted
from kiosk.charts.picture import ChartError, Layout, Spot

_LARGEST, _LARGEST_LABEL = 72.0, 32.0
_THICKEST = 76.0
_OPEN_END = 40.0
_LOWEST = 2.1
"""The least height of a row, as a multiple of the smallest label's size."""


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw shares."""
    unit = job.text_scale
    area = framed(job, canvas, names=False)
    band = area.height / len(job.rows)
    if band < _LOWEST * SMALL * unit:
        raise ChartError("there are more shares than there is room for")
    label = min(_LARGEST_LABEL * unit, max(SMALL * unit, 0.2 * band))
    texts = [row.cells[0].written for row in job.rows]
    largest = min(_LARGEST * unit, 0.52 * band, 0.26 * area.width / max(0.1, number_width(texts, 1.0)))
    number = max(SMALL * unit, largest)
    track = Area(area.left, area.top, area.right - number_width(texts, number) - 0.4 * number, area.bottom)
    blocks = [
        fitted(row.label, track.width, (min(label, SMALL * unit), label), 2 if band > 5 * label else 1)
        for row in job.rows
    ]
    size = min((block.size for block in blocks), default=label)
    blocks = [Block(block.lines, size if len(block.lines) == 1 else block.size) for block in blocks]
    spots = [
        _share(job, canvas, row, block, track, (area.top + at * band, band, number))
        for at, (row, block) in enumerate(zip(job.rows, blocks, strict=True))
    ]
    return Layout(tuple(spot for spot in spots if spot), "right", track.corner(canvas))


def _share(
    job: ChartJob, canvas: Canvas, row: Row, block: Block, track: Area, place: tuple[float, float, float]
) -> Spot | None:
    top, band, number = place
    unit, cell = job.text_scale, row.cells[0]
    thick = max(4 * unit, min(_THICKEST * unit, 0.4 * band, 0.86 * band - block.height - 0.6 * LABEL * unit))
    gap = min(0.72 * block.size, 0.12 * band)
    begin = top + (band - block.height - gap - thick) / 2
    upper = begin + block.height + gap
    strong = is_strong(job, row) and bool(job.highlight)
    shows_label = band > block.size * LEADING
    if shows_label:
        canvas.base.block(block, 0.0, begin, job.palette.text if strong else job.palette.text_soft)
    canvas.base.fill(shapes.bar(track.left, upper, track.right, upper + thick, thick / 2, "all"), job.palette.track)
    return _filled(job, canvas, row, cell, track, (upper, thick, number)) if cell.value is not None else None


def _filled(
    job: ChartJob, canvas: Canvas, row: Row, cell: Cell, track: Area, place: tuple[float, float, float]
) -> Spot:
    upper, thick, number = place
    unit = job.text_scale
    whole = job.option("whole") or 1.0
    part = min(1.0, max(0.0, (cell.value or 0.0) / whole))
    colour = colour_of(job, row, 0)
    right = track.left + part * track.width
    is_open = row.qualifier == "at_least"
    if right > track.left:
        fill(job, canvas, _rounded(track.left, upper, right, upper + thick, open_end=is_open), row, colour)
    if is_open:
        far = min(_OPEN_END * unit, track.right - thick / 2 - right)
        if far > 0:
            fade(
                lambda a, b, opacity: canvas.data.box(a, upper, b, upper + thick, colour, opacity),
                right + 3 * unit,
                far,
            )
    ink = job.palette.text if is_strong(job, row) else job.palette.text_soft
    baseline = upper + (thick + CAPITALS * number) / 2
    canvas.data.write(cell.written, canvas.width, baseline, number, ink, weight="Bold", align="right")
    return spot(job, canvas, row, cell, 0, (track.left, upper, right - track.left, thick), colour)


def _rounded(left: float, top: float, right: float, bottom: float, *, open_end: bool) -> Outline:
    """A filled track: round where it begins; where it ends, as little as a bar is."""
    radius = (bottom - top) / 2
    return shapes.bar(left, top, right, bottom, radius, "left" if open_end or right - left < 2 * radius else "all")
