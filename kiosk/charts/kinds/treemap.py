"""A treemap: tiles as large as their values, the largest first, in groups where the table has some."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import squarify

from kiosk.charts import shapes
from kiosk.charts.bars import OPEN_END, fade
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import legible, mixed, readable
from kiosk.charts.frame import LABEL, SMALL, Area, framed, is_strong, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.lettering import ASCENT, CAPITALS, Block, cut, fitted, whole, width_of
from kiosk.charts.picture import ChartError, Layout, Spot

_GAP, _BETWEEN_GROUPS = 4.0, 20.0
"""Between two tiles, and between two groups, in pixels at 1080 lines."""
_CORNER = 6.0
_NUMBER = 84.0
"""The largest that a tile's number may be."""
_SMALLEST = 1e-9
"""Of the whole: smaller parts are taken for this one, lest a tile have no sides at all."""
_PALEST = 0.5
"""How much of the ground is in the smallest tile's colour; within a group half as much, lest groups look alike."""
_UNDER = 0.68
"""Between a label and the number under it, as a part of the label's size."""
_CUT_FROM = 6.0
"""A label is cut rather than left out where this many times its size finds room."""
_HATCHED_FROM = 0.3
"""An estimate is hatched below its words where so much of its tile is left there, else all over."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A row that is drawn."""

    row: Row
    cell: Cell
    value: float
    group: int
    """Counted from 0, the largest group first."""


@dataclass(frozen=True, slots=True)
class _Tile:
    part: _Part
    area: Area
    colour: str


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a treemap."""
    groups = _groups(job)
    area = framed(job, canvas, names=False)
    area.bottom -= job.text_scale  # nothing touches the picture's edge
    places = _named(job, canvas, groups, area) if job.option("group") else [area]
    tiles = [
        tile for parts, place in zip(groups, places, strict=True) for tile in _tiles(job, parts, place, len(groups))
    ]
    for tile in tiles:
        _draw(job, canvas, tile)
    return Layout(tuple(_spot(job, canvas, tile) for tile in tiles), "fade")


def _groups(job: ChartJob) -> list[list[_Part]]:
    """The rows that are drawn, group by group, both from the largest down."""
    given = [(row, row.cells[0], row.cells[0].value) for row in job.rows if row.cells[0].value]
    if any(value < 0 for _, _, value in given if value):
        raise ChartError("a part of a whole cannot be negative")
    if not given:
        raise ChartError("the parts add up to nothing")
    totals: dict[str, float] = {}
    for row, _, value in given:
        totals[row.key_of("group")] = totals.get(row.key_of("group"), 0.0) + (value or 0.0)
    order = sorted(totals, key=lambda name: -totals[name])
    parts = [_Part(row, cell, value, order.index(row.key_of("group"))) for row, cell, value in given if value]
    parts.sort(key=lambda part: -part.value)
    return [[part for part in parts if part.group == at] for at in range(len(order))]


# Where tiles lie


def _named(job: ChartJob, canvas: Canvas, groups: list[list[_Part]], area: Area) -> list[Area]:
    """Lay the groups out in bands, their names above them, so that every tile is as large as its value says."""
    unit = job.text_scale
    gap = _BETWEEN_GROUPS * unit
    size = min(LABEL * unit, max(SMALL * unit, 0.05 * area.height))
    above = size * CAPITALS + 0.7 * size
    totals = [math.fsum(part.value for part in parts) for parts in groups]
    least = _SMALLEST * math.fsum(totals)
    totals = [max(least, total) for total in totals]
    bands = _bands(totals, area, above + gap)
    shares = [math.fsum(totals[at] for at in band) for band in bands]
    widths = [max(1.0, area.width - (len(band) - 1) * gap) for band in bands]
    # What gaps take from a band's width is given back to its height: equal values have equal tiles everywhere.
    weights = [share / width for share, width in zip(shares, widths, strict=True)]
    high = max(1.0, area.height - len(bands) * above - (len(bands) - 1) * gap)
    places, top = [], area.top
    for band, share, width, weight in zip(bands, shares, widths, weights, strict=True):
        left, tall = area.left, high * weight / math.fsum(weights)
        for at in band:
            right = left + width * totals[at] / share
            place = Area(left, top + above, right, top + above + tall)
            _name(job, canvas, groups[at], place, size, above)
            places.append(place)
            left = right + gap
        top += above + tall + gap
    return places


def _bands(totals: Sequence[float], area: Area, lost: float) -> list[list[int]]:
    """Which groups share a band: of all ways to break their row, the one with the least oblong groups."""

    def oblong(bands: list[list[int]]) -> float:
        high = max(1.0, area.height - len(bands) * lost)
        whole_, worst = math.fsum(totals), 0.0
        for band in bands:
            share = math.fsum(totals[at] for at in band)
            for at in band:
                wide, tall = area.width * totals[at] / share, high * share / whole_
                worst += abs(math.log(max(wide, 1) / max(tall, 1) / 1.2))
        return worst

    ways = []
    for breaks in product((False, True), repeat=len(totals) - 1):
        bands = [[0]]
        for at, breaks_here in enumerate(breaks, start=1):
            if breaks_here:
                bands.append([at])
            else:
                bands[-1].append(at)
        ways.append(bands)
    return min(ways, key=oblong)


def _name(job: ChartJob, canvas: Canvas, parts: list[_Part], place: Area, size: float, above: float) -> None:
    """A group's name above its tiles, after a dot of its colour; left out where it would be cut to a few letters."""
    unit = job.text_scale
    name = parts[0].row.word("group")
    aside = 0.95 * size
    block = fitted(name, place.width - aside, (SMALL * unit, size), 1, "Medium")
    shown = block.lines[0] if block.lines else ""
    if shown != name and place.width < _CUT_FROM * size:
        return
    top = place.top - above
    canvas.base.dot(place.left + 0.3 * size, top + CAPITALS * size / 2, 0.3 * size, job.palette.series(parts[0].group))
    canvas.base.block(block, place.left + aside, top + CAPITALS * (size - block.size) / 2, job.palette.text_soft)


def _tiles(job: ChartJob, parts: list[_Part], area: Area, groups: int) -> list[_Tile]:
    total = math.fsum(part.value for part in parts)
    shares = [max(_SMALLEST, part.value / total) for part in parts]
    sizes = squarify.normalize_sizes(shares, area.width, area.height)
    boxes = squarify.squarify(sizes, area.left, area.top, area.width, area.height)
    gap = _GAP * job.text_scale
    tiles = []
    for part, box in zip(parts, boxes, strict=True):
        left, top, wide, high = box["x"], box["y"], box["dx"], box["dy"]
        # Gaps are between tiles alone, and never more than a third of a tile.
        right = left + wide - (min(gap, wide / 3) if left + wide < area.right - 0.5 else 0.0)
        bottom = top + high - (min(gap, high / 3) if top + high < area.bottom - 0.5 else 0.0)
        tiles.append(_Tile(part, Area(left, top, right, bottom), _colour(job, part, parts[0].value, groups)))
    return tiles


def _colour(job: ChartJob, part: _Part, largest: float, groups: int) -> str:
    """The group's colour, or the accent; paler for smaller tiles. The rest steps back behind a highlighted one."""
    palette = job.palette
    candidates = (palette.text, palette.ground)
    pale = 1 - math.sqrt(part.value / largest)
    if is_strong(job, part.row):
        pale = 0.0 if job.highlight else pale * _PALEST * (1 if groups == 1 else 0.5)
        return legible(palette.series(part.group), palette.ground, pale, candidates)
    back = palette.faded if groups == 1 else mixed(palette.series(part.group), palette.ground, 0.6)
    return legible(back, palette.ground, 0.3 * pale, candidates)


# A tile


def _draw(job: ChartJob, canvas: Canvas, tile: _Tile) -> None:
    """Draw a tile with its label and its number; a lower bound fades out at its foot, an estimate is hatched."""
    unit, palette, area, part = job.text_scale, job.palette, tile.area, tile.part
    corner = min(_CORNER * unit, area.width / 4)
    written = Area(area.left, area.top, area.right, area.bottom)
    if part.row.qualifier == "at_least":
        written.bottom -= min(OPEN_END * unit, 0.3 * area.height)
        canvas.data.fill(shapes.bar(area.left, area.top, area.right, written.bottom, corner, "top"), tile.colour)
        fade(
            lambda near, far, opacity: canvas.data.box(area.left, near, area.right, far, tile.colour, opacity),
            written.bottom,
            area.bottom - written.bottom,
        )
    else:
        canvas.data.fill(shapes.bar(area.left, area.top, area.right, area.bottom, corner, "all"), tile.colour)
    reached = _write(job, canvas, tile, written)
    if part.row.qualifier == "about":
        top = reached if area.bottom - reached > _HATCHED_FROM * area.height else area.top
        hatch(canvas.data, shapes.bar(area.left, top, area.right, area.bottom, corner, "bottom"), palette.ground, unit)
        if top == area.top:
            _write(job, canvas, tile, written)


def _write(job: ChartJob, canvas: Canvas, tile: _Tile, area: Area) -> float:
    """Write label and number as large as the tile lets them; the label alone where both are too much; or nothing.

    Gives where the words end.
    """
    unit = job.text_scale
    ink = readable(tile.colour, (job.palette.text, job.palette.ground))
    pad = min(18 * unit, 0.1 * min(area.width, area.height) + 4 * unit)
    room, high = area.width - 2 * pad, area.height - 2 * pad
    blocks = _blocks(job, tile, room, high)
    top = area.top + pad + (ASCENT - CAPITALS) * (blocks[0].size if blocks else 0.0)
    halo = tile.colour if tile.part.row.qualifier == "about" else ""
    for block in blocks:
        canvas.data.block(block, area.left + pad, top, ink, halo=halo)
        top += block.height + _UNDER * block.size
    return top


def _blocks(job: ChartJob, tile: _Tile, room: float, high: float) -> tuple[Block, ...]:
    """The label, and the number under it, as both fit."""
    unit = job.text_scale
    small, label, number = SMALL * unit, tile.part.row.label, tile.part.cell.written
    largest = min(_NUMBER * unit, max(small, 0.18 * math.sqrt(max(0.0, room * high))))
    for step in (1.0, 0.85, 0.7, 0.55, 0.4, 0.0):
        size = max(small, largest * step)
        words = max(small, min(1.15 * LABEL * unit, 0.62 * size))
        left = high - CAPITALS * size - (_UNDER + ASCENT - CAPITALS) * words
        if width_of(number, size, "Bold") > room:
            continue
        if block := whole(label, room, left, (small, words)):
            return block, Block((number,), size, "Bold")
        if size == small and left >= CAPITALS * small and room >= _CUT_FROM * small:
            return Block((cut(label, room, small),), small), Block((number,), size, "Bold")
    alone = whole(label, room, high - (ASCENT - CAPITALS) * small, (small, small))
    return (alone,) if alone else ()


def _spot(job: ChartJob, canvas: Canvas, tile: _Tile) -> Spot:
    area, row = tile.area, tile.part.row
    box = (area.left, area.top, area.width, area.height)
    return replace(spot(job, canvas, row, tile.part.cell, 0, box, tile.colour), series=row.word("group"))
