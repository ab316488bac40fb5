"""A donut: a thick ring of the parts, the whole in its hole, and a list that names each part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.charts import shapes
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed, readable
from kiosk.charts.frame import LABEL, SMALL, Area, framed, is_strong, spot
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, Block, fitted, largest, width_of
from kiosk.charts.picture import ChartError, Layout, Spot
from kiosk.deck.numbers import plain

_HOLE = 0.62
"""The hole's radius, as a part of the ring's."""
_PARTING = 2.5
"""Pixels at 1080 lines between two wedges."""
_WRITTEN_FROM = 0.07
"""Parts of the whole from this one on carry their percentage on the ring."""


@dataclass(frozen=True, slots=True)
class _Part:
    row: Row
    value: float
    share: float
    begin: float
    """Degrees clockwise from twelve o'clock."""
    end: float
    colour: str


@dataclass(frozen=True, slots=True)
class _Ring:
    x: float
    y: float
    outer: float

    @property
    def inner(self) -> float:
        return self.outer * _HOLE


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a donut."""
    parts = _parts(job)
    area = framed(job, canvas, names=False)
    ring, listed = _places(job, area)
    for part in parts:
        _wedge(job, canvas, ring, part)
    _centre(job, canvas, ring)
    _list(job, canvas, parts, listed)
    spots = tuple(_spot(job, canvas, ring, part) for part in parts)
    return Layout(spots, "sweep")


def _parts(job: ChartJob) -> list[_Part]:
    given = [(row, row.cells[0].value) for row in job.rows if row.cells[0].value]
    if any(value < 0 for _, value in given):
        raise ChartError("a part of a whole cannot be negative")
    total = sum(value for _, value in given)
    if not total:
        raise ChartError("the parts add up to nothing")
    parts, reached = [], 0.0
    for at, (row, value) in enumerate(given):
        share = value / total
        parts.append(
            _Part(row, value, share, 360 * reached, 360 * (reached + share), _colour(job, row, at, len(given)))
        )
        reached += share
    return parts


def _colour(job: ChartJob, row: Row, at: int, count: int) -> str:
    """The highlighted part has the accent before shades that step back; else each part has a group's colour."""
    palette = job.palette
    if job.highlight and is_strong(job, row):
        return palette.accent
    if any(not is_strong(job, other) for other in job.rows):
        return mixed(palette.faded, palette.ground, 0.55 * at / max(1, count - 1))
    colours = 1 + len(palette.others)
    return mixed(palette.series(at), palette.ground, min(0.7, 0.4 * (at // colours)))


def _places(job: ChartJob, area: Area) -> tuple[_Ring, Area]:
    """The ring, and the area for the list: beside it, or below where the picture is high."""
    unit = job.text_scale
    if area.width > 1.15 * area.height:
        outer = min(area.height / 2, 0.25 * area.width)
        ring = _Ring(area.left + outer, (area.top + area.bottom) / 2, outer)
        return ring, Area(area.left + 2 * outer + 0.055 * area.width, area.top, area.right, area.bottom)
    rows = sum(1 for row in job.rows if row.cells[0].value)
    needed = min(0.48 * area.height, rows * 2.1 * LABEL * unit)
    outer = max(1.0, min((area.height - needed - 36 * unit) / 2, area.width * 0.4))
    ring = _Ring((area.left + area.right) / 2, area.top + outer, outer)
    return ring, Area(area.left, area.top + 2 * outer + 36 * unit, area.right, area.bottom)


def _wedge(job: ChartJob, canvas: Canvas, ring: _Ring, part: _Part) -> None:
    canvas.data.fill(shapes.wedge(ring.x, ring.y, ring.inner, ring.outer, part.begin, part.end), part.colour)
    if part.share < 1:
        edge = shapes.spoke(ring.x, ring.y, ring.inner - 1, ring.outer + 1, part.begin)
        canvas.data.line(edge, job.palette.ground, _PARTING * job.text_scale)
    thick = ring.outer - ring.inner
    size = min(30 * job.text_scale, 0.32 * thick)
    if part.share < _WRITTEN_FROM or not job.unit or size < SMALL * 0.8 * job.text_scale:
        return
    (x, y), _ = shapes.spoke(ring.x, ring.y, (ring.inner + ring.outer) / 2, ring.outer, (part.begin + part.end) / 2)
    text = plain(round(100 * part.share)) + "%"
    colour = readable(part.colour, (job.palette.text, job.palette.ground))
    canvas.data.write(text, x, y + CAPITALS * size / 2, size, colour, weight="Medium", align="center")


def _centre(job: ChartJob, canvas: Canvas, ring: _Ring) -> None:
    """The total, its unit and a few words, in the hole."""
    unit = job.text_scale
    room = 1.5 * ring.inner
    total = job.total.written
    words = job.option("centre")
    size = largest([total], room * 0.9, (SMALL * unit, 72 * unit), "Bold")
    small = (SMALL * 0.9 * unit, 24 * unit)
    blocks = [(Block((total,), size, "Bold"), job.palette.text)] if total else []
    blocks += [(fitted(text, room, small, 2), job.palette.text_soft) for text in (job.unit, words) if text]
    gap = 22 * unit
    height = sum(block.height for block, _ in blocks) + gap * (len(blocks) - 1)
    top = ring.y - height / 2
    for block, colour in blocks:
        canvas.base.block(block, ring.x, top, colour, align="center")
        top += block.height + gap


def _list(job: ChartJob, canvas: Canvas, parts: list[_Part], area: Area) -> None:
    """Each part with its colour, its label and its number."""
    unit = job.text_scale
    band = min(area.height / len(parts), 92 * unit)
    if band < 1.1 * SMALL * unit:
        raise ChartError("there are more parts than can be named")
    number = min(40 * unit, max(SMALL * unit, 0.62 * band))
    longest = max(width_of(word, SMALL * unit) for part in parts for word in part.row.label.split() or [""])
    while (label_width := _label_width(parts, area, number, unit)) < longest and number > SMALL * unit:
        number -= 2 * unit
    chip = 0.62 * number
    sizes = (SMALL * unit, max(SMALL * unit, min(28 * unit, 0.5 * band)))
    top = area.top + max(0.0, (area.height - band * len(parts)) / 2)
    for at, part in enumerate(parts):
        middle = top + band * (at + 0.5)
        _entry(job, canvas, part, area, (middle, chip, number, label_width, sizes))
        if at and band > 1.5 * LABEL * unit:
            y = middle - band / 2
            canvas.base.line([(area.left, y), (area.right, y)], job.palette.grid, unit, opacity=0.6)


def _label_width(parts: list[_Part], area: Area, number: float, unit: float) -> float:
    """What a part's chip and its number leave for its label."""
    widest = max(width_of(part.row.cells[0].written, number, "Bold") for part in parts)
    return area.width - widest - 0.62 * number - 36 * unit


def _entry(
    job: ChartJob,
    canvas: Canvas,
    part: _Part,
    area: Area,
    sizes: tuple[float, float, float, float, tuple[float, float]],
) -> None:
    middle, chip, number, room, label_sizes = sizes
    strong = is_strong(job, part.row)
    canvas.data.fill(
        shapes.bar(area.left, middle - chip / 2, area.left + chip, middle + chip / 2, 0.25 * chip, "all"), part.colour
    )
    block = fitted(part.row.label, room, label_sizes, 2 if number > 1.3 * label_sizes[0] else 1)
    x = area.left + chip + 18 * job.text_scale
    canvas.base.block(block, x, middle - block.height / 2, job.palette.text if strong else job.palette.text_soft)
    ink = job.palette.text if strong else job.palette.text_soft
    y = middle + CAPITALS * number / 2
    canvas.data.write(part.row.cells[0].written, area.right, y, number, ink, weight="Bold", align="right")


def _spot(job: ChartJob, canvas: Canvas, ring: _Ring, part: _Part) -> Spot:
    extents = shapes.wedge(ring.x, ring.y, ring.inner, ring.outer, part.begin, part.end).get_extents()
    box = (extents.x0, extents.y0, extents.width, extents.height)
    return replace(
        spot(job, canvas, part.row, part.row.cells[0], 0, box, part.colour),
        shape="wedge",
        cx=ring.x / canvas.width,
        cy=ring.y / canvas.height,
        r0=ring.inner / canvas.width,
        r1=ring.outer / canvas.width,
        a0=part.begin,
        a1=part.end,
    )
