"""A pictogram: counts as repeated icons, the last one cut; rows are as long as their counts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from matplotlib.path import Path as Outline

from kiosk.charts import shapes
from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import LABEL, SMALL, Area, colour_of, framed, is_strong, number_width, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.icons import breadth, icon, placed
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, DESCENT, Block, fitted, whole, width_of
from kiosk.charts.picture import ChartError, Layout, Spot
from kiosk.deck.numbers import Written, plain

_MOST = 20
"""Icons in a row, where the operator leaves it to Kiosk what one stands for."""
_NARROW = 720.0
"""Below this width, at 1080 lines, labels stand over their icons."""
_LABELS = 0.26
"""The widest that a column of labels may be, as a part of the picture."""
_BETWEEN = 0.16
"""The space after an icon, and below it, as a part of its height."""
_APART = 0.45
"""The widest that space may grow where icons would end far from the right edge."""
_LARGEST = 220.0
"""The height of an icon, in pixels at 1080 lines."""
_FILLED = 0.78
"""Of a row's height, by icons."""
_LINES = 5
"""As many icons stand below one another in a row at most."""
_PLAIN = 0.86
"""A line more must make icons larger than by this: one line is read best."""
_GHOSTS = (0.4, 0.18)
"""What follows the last icon where the true count is larger: icons of such opacity."""
_NUMBER = 48.0
"""The largest that a number may be."""
_ROUNDING = 1e-9
_COARSE = 110.0
"""Icons lower than this, at 1080 lines, have a finer hatching."""
_THINNEST = 2.0
"""Of a cut icon, in pixels at 1080 lines: a millionth is still to be seen."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where icons stand: in columns from left to right, each filled from top to bottom."""

    outline: Outline
    each: float
    left: float
    tops: tuple[float, ...]
    """Of each row's icons."""
    lines: int
    size: float
    """The height of an icon."""
    across: float
    """From one column to the next."""
    number: float
    """The size of numbers."""
    step: int
    """Where rows are low, only every nth has its label and its number …"""
    first: int
    """… from this one on."""

    def is_written(self, row: int) -> bool:
        """Whether a row has its label and its number."""
        return row % self.step == self.first

    @property
    def down(self) -> float:
        """From one line to the next."""
        return (1 + _BETWEEN) * self.size

    def place(self, row: int, at: int, count: int) -> tuple[float, float]:
        """Where one of a row's icons stands, counted from 0; few of them stand in the middle."""
        lifted = max(0, self.lines - count) * self.down / 2
        return self.left + at // self.lines * self.across, self.tops[row] + lifted + at % self.lines * self.down

    def end(self, count: int) -> float:
        """Where so many icons end."""
        gap = self.across - breadth(self.outline) * self.size
        return self.left + math.ceil(count / self.lines) * self.across - gap * bool(count)

    @property
    def height(self) -> float:
        """Of a row's icons."""
        return self.lines * self.down - _BETWEEN * self.size


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a pictogram."""
    if any((row.cells[0].value or 0.0) < 0 for row in job.rows):
        raise ChartError("icons cannot show a negative count")
    area = framed(job, canvas, names=False)
    each = _each(job)
    area.top = _key(job, canvas, each, area.top)
    places = _places(job, canvas, each, area)
    spots = [_row(job, canvas, row, at, places) for at, row in enumerate(job.rows)]
    plot = Area(places.left, area.top, canvas.width, canvas.height)
    return Layout(tuple(spot for spot in spots if spot), "right", plot.corner(canvas))


def _each(job: ChartJob) -> float:
    """What one icon stands for: what the operator says, else the smallest round number that few enough icons need."""
    given: float | None = job.option("each")
    if given:
        return given
    largest = max(row.cells[0].value or 0.0 for row in job.rows)
    if not largest:
        raise ChartError("there is nothing to count")
    magnitude = 10.0 ** math.floor(math.log10(largest / _MOST))
    each = next(part * magnitude for part in (1, 2, 5, 10) if largest <= _MOST * part * magnitude * (1 + 1e-9))
    return max(1.0, each) if all(float(row.cells[0].value or 0).is_integer() for row in job.rows) else each


def _key(job: ChartJob, canvas: Canvas, each: float, top: float) -> float:
    """What an icon stands for, said once; where it ends."""
    unit = job.text_scale
    size = SMALL * unit
    outline = icon(job.option("icon"))
    percent = any(row.cells[0].written.endswith("%") for row in job.rows)
    named = "%" if percent else job.unit if each != 1 else ""
    text = "= " + str(Written("", plain(float(f"{each:.6g}")), named))
    high = 1.25 * size
    middle = top + CAPITALS * size / 2
    canvas.base.fill(placed(outline, 0.0, middle - high / 2, high), job.palette.text_faint)
    canvas.base.write(text, breadth(outline) * high + 0.5 * size, top + CAPITALS * size, size, job.palette.text_faint)
    return top + CAPITALS * size + 26 * unit


# Where icons stand


def _places(job: ChartJob, canvas: Canvas, each: float, area: Area) -> _Places:
    """Choose the lines of a row so that icons are as large as the area lets them, and write the labels."""
    unit = job.text_scale
    outline = icon(job.option("icon"))
    band = area.height / len(job.rows)
    lifted = 1.75 * SMALL * unit
    above = canvas.width < _NARROW * unit and band > lifted + 1.4 * SMALL * unit
    lifted *= above
    step = max(1, math.ceil(1.15 * SMALL * unit / band))
    number = max(SMALL * unit, min(_NUMBER * unit, 0.05 * canvas.width, 0.42 * (band - lifted)))
    left = 0.0 if above else _label_width(job, canvas) + 24 * unit
    texts = [row.cells[0].written for row in job.rows]
    room = max(1.0, canvas.width - left - number_width(texts, number) - 0.5 * number)
    count = max(_count(row, each) for row in job.rows)

    def size_for(lines: int) -> float:
        wide = room / math.ceil(count / lines) / (breadth(outline) + _BETWEEN)
        high = (band - lifted) * _FILLED / (lines * (1 + _BETWEEN) - _BETWEEN)
        return min(wide, high, _LARGEST * unit)

    lines = max(range(1, _LINES + 1), key=lambda lines: size_for(lines) * _PLAIN ** (lines - 1))
    size = size_for(lines)
    high = lines * size * (1 + _BETWEEN) - _BETWEEN * size
    columns = math.ceil(count / lines)
    apart = min(_APART, max(_BETWEEN, 0.96 * room / columns / size - breadth(outline)))
    tops = tuple(area.top + at * band + (band + lifted - high) / 2 for at in range(len(job.rows)))
    across = (breadth(outline) + apart) * size
    kept = next((at for at, row in enumerate(job.rows) if row.key == job.highlight), 0)
    places = _Places(outline, each, left, tops, lines, size, across, number, step, kept % step)
    for at, row in enumerate(job.rows):
        if places.is_written(at):
            _label(job, canvas, row, places, at, lifted, band)
    return places


def _count(row: Row, each: float) -> int:
    """How many icons a row needs room for."""
    return max(1, math.ceil((row.cells[0].value or 0.0) / each)) + len(_GHOSTS) * (row.qualifier == "at_least")


def _label_width(job: ChartJob, canvas: Canvas) -> float:
    size = LABEL * job.text_scale
    return min(_LABELS * canvas.width, max(width_of(row.label, size, "Medium") for row in job.rows) + 1)


def _label(job: ChartJob, canvas: Canvas, row: Row, places: _Places, at: int, lifted: float, band: float) -> None:
    """A row's label: before its icons, or over them where the picture is narrow."""
    unit = job.text_scale
    strong = bool(job.highlight) and is_strong(job, row)
    colour = job.palette.text if strong else job.palette.text_soft
    weight = "Medium" if strong else "Regular"
    sizes = (SMALL * unit, LABEL * unit)
    if lifted:
        block = fitted(row.label, canvas.width, (sizes[0], sizes[0]), 1)
        top = places.tops[at] - block.height - 0.55 * block.size
    else:
        room = places.left - 24 * unit
        block = whole(row.label, room, band * places.step - sizes[0] * 0.6, sizes, 4) or fitted(
            row.label, room, sizes, 1
        )
        top = places.tops[at] + (places.height - block.height) / 2
    top = min(top, canvas.height - block.height - DESCENT * block.size)
    canvas.base.block(Block(block.lines, block.size, weight), 0.0, top, colour)  # type: ignore[arg-type]


# Icons


def _row(job: ChartJob, canvas: Canvas, row: Row, at: int, places: _Places) -> Spot | None:
    """Draw a row's icons and its number after them."""
    cell = row.cells[0]
    if cell.value is None:
        return None
    unit, colour = job.text_scale, colour_of(job, row, 0)
    full = math.floor(cell.value / places.each + _ROUNDING)
    part = cell.value / places.each - full
    ghosts = len(_GHOSTS) * (row.qualifier == "at_least")
    count = full + (part > _ROUNDING) + ghosts
    outlines = [placed(places.outline, *places.place(at, index, count), places.size) for index in range(count)]
    for outline in outlines[:full]:
        canvas.data.fill(outline, colour)
    if part > _ROUNDING:
        _cut(job, canvas, outlines[full], part, colour)
    for outline, opacity in zip(outlines[count - ghosts :], _GHOSTS, strict=False):
        canvas.data.fill(outline, colour, opacity)
    if row.qualifier == "about":
        for outline in outlines:
            hatch(canvas.data, outline, job.palette.ground, unit * min(1.0, max(0.4, places.size / _COARSE / unit)))
    right = places.end(count)
    if places.is_written(at):
        ink = job.palette.text if is_strong(job, row) else job.palette.text_soft
        baseline = places.tops[at] + (places.height + CAPITALS * places.number) / 2
        x = right + 0.35 * places.number * bool(count)
        baseline = min(baseline, canvas.height - DESCENT * places.number - 2 * unit)
        canvas.data.write(cell.written, x, baseline, places.number, ink, weight="Bold")
    box = (places.left, places.tops[at], max(unit, right - places.left), places.height)
    return spot(job, canvas, row, cell, 0, box, colour)


def _cut(job: ChartJob, canvas: Canvas, outline: Outline, part: float, colour: str) -> None:
    """The last icon: as much of it as is counted, the rest a shadow."""
    extents = outline.get_extents()
    wide = max(_THINNEST * job.text_scale, part * extents.width)
    counted = shapes.bar(extents.x0, extents.y0, extents.x0 + wide, extents.y1, 0, "none")
    canvas.base.fill(outline, job.palette.track)
    canvas.data.fill(outline, colour, within=counted)
