"""What stands around the marks of every chart: heading, series' names, categories, reference line, gridlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.job import Cell, ChartJob, Reference, Row
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, LEADING, Block, fitted, is_whole, width_of, wrapped
from kiosk.charts.picture import Box, Corner, Spot
from kiosk.charts.scale import Scale

LABEL, SMALL = 26.0, 20.0
"""The size of labels, and what it may shrink to, at 1080 lines."""
HEADING = 24.0
REFERENCE = 22.0
NUMBERS = 44.0
"""The largest that a number on a mark may be."""
_LONG = 7.0
"""Labels that are longer than so many times their size are cut rather than left out."""
_DASH, _PAUSE = 9.0, 7.0
_STEPPED_BACK = 0.62
"""How much of the ground is in a series' colour where another row is highlighted."""


@dataclass(slots=True)
class Area:
    """What is left of a picture for the marks, in logical pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def corner(self, canvas: Canvas) -> Corner:
        """Its lower left corner as shares of the picture's size."""
        return self.left / canvas.width, self.bottom / canvas.height


def framed(job: ChartJob, canvas: Canvas, *, names: bool) -> Area:
    """Write the heading and, if asked for, the names of several series; the area below them."""
    unit = job.text_scale
    area = Area(0.0, 0.0, canvas.width, canvas.height)
    if job.heading:
        heading = fitted(job.heading, area.width, (SMALL * unit, HEADING * unit))
        top = (ASCENT - CAPITALS + 0.1) * heading.size
        canvas.base.block(heading, 0.0, top, job.palette.text_faint)
        area.top = top + heading.height + 24 * unit
    if names and len(job.series) > 1:
        area.top = _names(job, canvas, area.top) + 24 * unit
    return area


def _names(job: ChartJob, canvas: Canvas, top: float) -> float:
    """The series' names, each after a dot of its colour, in as many lines as they need; where those end."""
    unit = job.text_scale
    size = HEADING * unit
    x = 0.0
    for at, name in enumerate(job.series):
        block = Block(wrapped(name, canvas.width - 1.2 * size, size, 1), size, "Medium")
        if x and x + 0.95 * size + block.width > canvas.width:
            x, top = 0.0, top + LEADING * size
        canvas.base.dot(x + 0.3 * size, top + CAPITALS * size / 2, 0.3 * size, job.palette.series(at))
        canvas.base.block(block, x + 0.95 * size, top, job.palette.text_soft)
        x += block.width + 2.1 * size
    return top + CAPITALS * size


def is_strong(job: ChartJob, row: Row) -> bool:
    """Whether a row stands in front: it is the highlighted one, or none is."""
    return not _has_highlight(job) or row.key == job.highlight


def _has_highlight(job: ChartJob) -> bool:
    return any(row.key == job.highlight for row in job.rows) if job.highlight else False


def colour_of(job: ChartJob, row: Row, series: int) -> str:
    """The colour of a mark."""
    palette = job.palette
    if is_strong(job, row):
        return palette.series(series)
    return palette.faded if len(job.series) == 1 else mixed(palette.series(series), palette.ground, _STEPPED_BACK)


# Categories


def category_height(job: ChartJob, band: float) -> float:
    """How much room the labels under the marks need, each in a band of this width."""
    blocks = _categories(job, band)
    unit = job.text_scale
    return (
        max((block.height for _, block in blocks), default=0.0)
        + (ASCENT - CAPITALS + DESCENT) * LABEL * unit
        + 14 * unit
    )


def categories(job: ChartJob, canvas: Canvas, centres: Sequence[float], band: float, top: float) -> None:
    """Write the labels under the marks: in one line, smaller, in two lines, or only every nth of them."""
    for at, block in _categories(job, band):
        strong = is_strong(job, job.rows[at]) and bool(job.highlight)
        colour = job.palette.text if strong else job.palette.text_soft
        if strong:
            block = Block(block.lines, block.size, "Medium")  # noqa: PLW2901 - the same label, stressed
        half = block.width / 2
        x = min(max(centres[at], half), canvas.width - half)
        canvas.base.block(block, x, top + 14 * job.text_scale, colour, align="center")


def _categories(job: ChartJob, band: float) -> list[tuple[int, Block]]:
    unit = job.text_scale
    labels = [row.label for row in job.rows]
    gap = 0.45 * LABEL * unit
    kept = next((at for at, row in enumerate(job.rows) if row.key == job.highlight), len(labels) - 1)
    for step in range(1, len(labels) + 1):
        room = (step + 1) / 2 * band - gap  # the outermost ones may be moved inwards
        shown = range(kept % step, len(labels), step)
        for size, lines in product((LABEL * unit, 23 * unit, SMALL * unit), (1, 2)):
            blocks = [(at, _whole(labels[at], room, size, lines)) for at in shown]
            if all(is_whole(labels[at], block) for at, block in blocks) and _are_clear(blocks, band, len(labels), gap):
                return blocks
        if room > _LONG * LABEL * unit:
            return [(at, Block(wrapped(labels[at], room, size, 2), size)) for at in shown]  # better cut than gone
    return [(at, Block(wrapped(labels[at], room, size, 2), size)) for at in shown]


def _whole(label: str, room: float, size: float, lines: int) -> Block:
    """A label in so many lines, none of its words cut, even where one is wider than its room."""
    if lines == 1:
        return Block((label,), size)
    widest = max((width_of(word, size) for word in label.split()), default=0.0) if label.isascii() else 0.0
    return Block(wrapped(label, max(room, widest), size, lines), size)


def _are_clear(blocks: Sequence[tuple[int, Block]], band: float, count: int, gap: float) -> bool:
    """Whether labels in the middle of their bands, the outermost moved inwards, leave a gap between one another."""
    edges = []
    for at, block in blocks:
        half = block.width / 2
        middle = min(max((at + 0.5) * band, half), count * band - half)
        edges.append((middle - half, middle + half))
    inside = all(left >= 0 and right <= count * band + 1 for left, right in edges)
    return inside and all(one[1] + gap <= other[0] for one, other in pairwise(edges))


# Lines across


def gridlines(job: ChartJob, canvas: Canvas, area: Area, scale: Scale, values: Sequence[float]) -> None:
    """Whispering lines across the picture at round values, each with its value above its left end."""
    size = SMALL * job.text_scale
    for value in values:
        y = scale.at(value)
        canvas.base.line([(0, y), (area.right, y)], job.palette.grid, job.text_scale)
        if value:
            canvas.base.write(job.digits(value), 0, y - 0.35 * size, size, job.palette.text_faint)


def gridline_width(job: ChartJob, values: Sequence[float]) -> float:
    """How far the marks must keep from the left edge for the gridlines' values."""
    size = SMALL * job.text_scale
    return max((width_of(job.digits(value), size) for value in values if value), default=0.0) + size


def baseline(job: ChartJob, canvas: Canvas, area: Area, y: float) -> None:
    """The line that marks stand on."""
    canvas.base.line([(area.left, y), (area.right, y)], job.palette.grid, 2 * job.text_scale)


def reference_block(job: ChartJob, reference: Reference, canvas: Canvas) -> Block:
    """A reference line's label."""
    unit = job.text_scale
    room = min(0.25 * canvas.width, max(0.14 * canvas.width, 150 * unit))
    return fitted(reference.label, room, (SMALL * unit, REFERENCE * unit), lines=3)


def reference_line(job: ChartJob, canvas: Canvas, area: Area, y: float, block: Block) -> None:
    """A dashed line across the picture, its label above its right end, beside the marks."""
    unit = job.text_scale
    right = canvas.width
    canvas.base.strokes([((a, y), (b, y)) for a, b in dashes(area.left, right, unit)], job.palette.text_faint, 2 * unit)
    top = y - 12 * unit - block.height
    if top < area.top - 2 * block.size:
        top = y + 14 * unit
    canvas.base.block(block, right, top, job.palette.text_soft, align="right")


def dashes(left: float, right: float, unit: float) -> list[tuple[float, float]]:
    """Where the dashes of a line begin and end."""
    step = (_DASH + _PAUSE) * unit
    count = int((right - left) // step) + 1
    return [(left + at * step, min(right, left + at * step + _DASH * unit)) for at in range(count)]


# Marks


def spot(
    job: ChartJob, canvas: Canvas, row: Row, cell: Cell, series: int, box: Box, colour: str, *, point: bool = False
) -> Spot:
    """A mark that can be touched, its box in logical pixels."""
    left, top, width, height = box
    return Spot(
        shape="point" if point else "rect",
        x=left / canvas.width,
        y=top / canvas.height,
        w=width / canvas.width,
        h=height / canvas.height,
        label=row.label,
        value=cell.said,
        colour=colour,
        series=job.series[series] if series < len(job.series) else "",
        period=job.period,
        source=row.source,
        note=row.note,
        leads_to=row.key_of("leads_to"),
        row=row.at,
        number=series,
    )


def number_width(cells: Sequence[str], size: float) -> float:
    """The width of the widest number at a size, in bold."""
    return max((width_of(text, size, "Bold") for text in cells), default=0.0)
