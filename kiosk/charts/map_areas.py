"""Areas of a map in steps of one colour, each with its name and number where it has room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from matplotlib.path import Path as Outline

from kiosk.charts import steps
from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed, readable
from kiosk.charts.frame import SMALL, Area, is_strong, spot
from kiosk.charts.ground import draw_borders, draw_rivers, land, rings
from kiosk.charts.hatching import hatch
from kiosk.charts.job import Cell, ChartJob, Row
from kiosk.charts.key import Entry, Key
from kiosk.charts.lettering import CAPITALS, LEADING, Block, width_of
from kiosk.charts.picture import ChartError, Rings, Spot
from kiosk.charts.plate import Part, Plate, draw_frames, draw_panel, plate
from kiosk.deck.geography import Feature
from kiosk.deck.numbers import MINUS

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_FAINTEST = 0.2
"""How much of the accent is in the lowest step."""
_SIZES = (26.0, 22.0, SMALL)
"""Of names and numbers, in pixels at 1080 lines."""
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where in an area a text may stand besides the place for its name, as parts of its size."""
_INSIDE = 0.85
"""How much of a text's rim must lie within its area."""
_RING_POINTS = 60
_BOUND = 2.5


@dataclass(frozen=True, slots=True)
class Filled:
    """An area as one part of the map shows it."""

    feature: Feature
    row: Row | None
    part: Part
    outline: Outline
    colour: str


def draw_areas(job: ChartJob, canvas: Canvas, area: Area) -> tuple[Spot, ...]:
    """Draw a map whose areas show values; what can be touched."""
    bounds = steps.bounds([cell.value for row in job.rows if (cell := row.cells[0]).value is not None])
    scale = _Scale(job, bounds)
    key = Key.of(_entries(job, scale), SMALL * job.text_scale, 0.45 * area.width)
    on = plate(job, canvas, area, key)
    filled = list(_filled(on, scale))
    for part in on.parts:
        if part is on.close:
            draw_panel(on)
        seen = [each for each in filled if each.part is part]
        for each in seen:
            _draw(on, each)
        _draw_lines(on, part, seen)
    draw_frames(on, canvas.data)
    if on.sheet.key:
        key.draw(canvas.base, on.sheet.key, job.palette)
    _write(on, filled)
    canvas.turns += [(each.outline, scale.turn(each.row.cells[0].value)) for each in filled if each.row]
    return tuple(_spot(on, each) for each in filled)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which colour a value has."""

    job: ChartJob
    bounds: list[float]

    def colours(self) -> list[str]:
        """Of all steps, the lowest first."""
        palette = self.job.palette
        count = len(self.bounds) - 1
        parts = [_FAINTEST + (1 - _FAINTEST) * (at + 1) / count for at in range(count)]
        return [mixed(land(palette), palette.accent, part) for part in parts]

    def turn(self, value: float | None) -> int:
        """When an area comes in: the highest step first, what has no number last."""
        return len(self.bounds) - 2 - (0 if value is None else steps.step_of(value, self.bounds))

    def of(self, value: float | None) -> str:
        """The colour of a value; the land's without one."""
        return land(self.job.palette) if value is None else self.colours()[steps.step_of(value, self.bounds)]


def _entries(job: ChartJob, scale: _Scale) -> list[Entry]:
    """The key: the bounds of each step, the highest first, and what has no number."""
    percent = "%" if any(row.cells[0].written.endswith("%") for row in job.rows) else ""
    edge = mixed(job.palette.text_faint, job.palette.ground, 0.4)
    entries = []
    for (low, high), colour in zip(pairwise(scale.bounds), scale.colours(), strict=True):
        texts = [job.digits(bound) for bound in dict.fromkeys((low, high))]
        dash = " … " if any(text.startswith(MINUS) for text in texts) else "–"
        entries.append(Entry(colour, dash.join(texts) + percent))
    given = {row.key for row in job.rows if row.cells[0].value is not None}
    has_gaps = len(given) < len(job.option("ground").of_shape("area"))
    return [*reversed(entries), *([Entry(land(job.palette), job.no_figure, edge=edge)] if has_gaps else [])]


def _filled(on: Plate, scale: _Scale) -> Iterator[Filled]:
    """Every area that is seen, in every part of the map."""
    by_area: dict[int, Row] = {}
    for row in on.job.rows:
        named = on.ground.called(row.key, "area")
        if named is None:
            raise ChartError(f"{row.key} is not on the map")
        by_area[id(named)] = row
    for part in on.parts:
        for own, (feature, outline) in zip(on.whole.areas, part.seen, strict=True):
            found = by_area.get(id(own))
            if outline is not None:
                yield Filled(feature, found, part, outline, scale.of(found.cells[0].value if found else None))


def _draw(on: Plate, each: Filled) -> None:
    """An area; hatched where its value is about."""
    layer = on.canvas.base if each.row is None else on.canvas.data
    layer.fill(each.outline, each.colour)
    if each.row and each.row.qualifier == "about":
        hatch(layer, each.outline, on.job.palette.ground, on.job.text_scale)


def _draw_lines(on: Plate, part: Part, filled: Sequence[Filled]) -> None:
    """Borders and rivers; a dashed border where a value is a lower bound, a strong one around the highlight."""
    layer, unit, palette = on.canvas.data, on.job.text_scale, on.job.palette
    quiet = mixed(palette.ground, land(palette), 0.3)
    lines = (quiet, mixed(palette.text_faint, palette.ground, 0.4))
    draw_borders(layer, part.areas, on.whole.areas, part.view, lines, unit)
    draw_rivers(layer, part.rivers, part.view, palette, unit, quiet)
    for each in filled:
        if each.row is None:
            continue
        is_highlight = bool(on.job.highlight) and is_strong(on.job, each.row)
        is_bound = each.row.qualifier == "at_least"
        if is_highlight or is_bound:
            dashes = (3 * _BOUND * unit, 2 * _BOUND * unit) if is_bound else ()
            for ring in rings(each.outline):
                layer.line(ring, palette.text, _BOUND * unit, dashes=dashes)


def _write(on: Plate, filled: Sequence[Filled]) -> None:
    """Write names and numbers into the areas, those of the larger values first; what has no room is left out."""
    taken: list[Box] = []
    written: set[str] = set()
    given = [each for each in filled if each.row and each.row.cells[0].value is not None]
    for each in sorted(given, key=lambda each: (each.part is on.whole, -(each.row.cells[0].value or 0.0))):  # type: ignore[union-attr]
        row = each.row
        if row is None or row.key in written or on.part_of(each.feature.label) is not each.part:
            continue
        for lines, size in _texts(row, on.job.text_scale):
            box = _free(each, lines, size, taken)
            if box:
                taken.append(box)
                written.add(row.key)
                _write_lines(on, each, lines, size, box)
                break


def _texts(row: Row, unit: float) -> Iterator[tuple[tuple[Block, ...], float]]:
    """What may stand in an area, the best first: name and number, or the number alone."""
    number = row.cells[0].written
    for size in _SIZES:
        yield (Block((row.label,), size * unit), Block((number,), size * unit, "Bold")), size * unit
    for size in _SIZES[1:]:
        yield (Block((number,), size * unit, "Bold"),), size * unit


def _free(each: Filled, lines: tuple[Block, ...], size: float, taken: Sequence[Box]) -> Box | None:
    """A box for some lines within an area; None where there is none."""
    wide = max(width_of(line, size, block.weight) for block in lines for line in block.lines)
    high = size * (CAPITALS + LEADING * (len(lines) - 1))
    extents, area, pad = each.outline.get_extents(), each.part.view.area, 0.4 * size
    if wide > extents.width or high > extents.height:
        return None
    own = each.part.view.at(each.feature.label)
    tried = [(extents.x0 + across * extents.width, extents.y0 + down * extents.height) for across, down in _GRID]
    tried.sort(key=lambda place: abs(place[0] - own[0]) + abs(place[1] - own[1]))
    room = (area.left + pad, area.top + pad, area.right - pad, area.bottom - pad)
    for places in ([own], tried):
        boxes = [(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2) for x, y in places]
        clear = [box for box in boxes if _lies_in(box, room) and not any(_meets(box, other) for other in taken)]
        if clear:
            rims = [point for box in clear for point in _rim(box, 0.05 * size)]
            inside = each.outline.contains_points(rims).reshape(len(clear), -1).mean(axis=1) >= _INSIDE
            if inside.any():
                return clear[int(inside.argmax())]
    return None


_GRID = tuple(product(_PLACES, _PLACES))


def _lies_in(box: Box, room: Box) -> bool:
    return box[0] > room[0] and box[1] > room[1] and box[2] < room[2] and box[3] < room[3]


def _meets(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def _rim(box: Box, pad: float) -> list[tuple[float, float]]:
    """Points around a box."""
    left, top, right, bottom = box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad
    across = [left + (right - left) * at / 8 for at in range(9)]
    middle = (top + bottom) / 2
    return [*((x, y) for x in across for y in (top, bottom)), (left, middle), (right, middle)]


def _write_lines(on: Plate, each: Filled, lines: tuple[Block, ...], size: float, box: Box) -> None:
    palette = on.job.palette
    ink = readable(each.colour, (palette.text, palette.ground))
    for at, block in enumerate(lines):
        baseline = box[1] + size * (CAPITALS + LEADING * at)
        middle = (box[0] + box[2]) / 2
        halo = each.colour
        on.canvas.data.write(
            block.lines[0], middle, baseline, size, ink, weight=block.weight, align="center", halo=halo
        )


def _spot(on: Plate, each: Filled) -> Spot:
    """An area to touch; one without a row says that it has no number."""
    wide, high = on.canvas.width, on.canvas.height
    extents = each.outline.get_extents()
    box = (extents.x0, extents.y0, extents.width, extents.height)
    row = each.row or Row("", each.feature.name.say(on.job.language) or each.feature.id, (Cell(None),))
    made = spot(on.job, on.canvas, row, row.cells[0], 0, box, each.colour)
    outline: Rings = tuple(
        tuple((round(x / wide, 5), round(y / high, 5)) for x, y in _sparse(ring)) for ring in rings(each.outline)
    )
    return replace(made, shape="area", outline=outline, value=made.value or on.job.no_figure)


def _sparse(ring: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """At most so many points of a ring."""
    step = max(1, -(-len(ring) // _RING_POINTS))
    return list(ring[::step])
