"""Marks on a map, sized or coloured, each with its name and number beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.frame import LABEL, SMALL, Area, is_strong, spot
from kiosk.charts.ground import land
from kiosk.charts.hatching import hatch
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.key import Entry, Key
from kiosk.charts.lettering import Weight
from kiosk.charts.picture import ChartError, Spot
from kiosk.charts.plate import Part, Plate, draw_ground, name_rivers, plate, river_points
from kiosk.charts.scale import ticks
from kiosk.charts.tags import Placed, Places, narrow, tag
from kiosk.charts.turns import turn
from kiosk.deck.geography import Geography, Position

_LARGEST, _SMALLEST, _ALIKE = 34.0, 5.0, 11.0
"""Radii of sized marks, and of marks that are alike, in pixels at 1080 lines."""
_AS_PART = 0.045
"""The largest radius as a part of the picture's shorter side."""
_MANY, _LEAST_PART = 14, 0.55
"""More marks than so many are smaller, but not smaller than so much of their size."""
_TINY = 3.0
"""Of a mark in the place that is shown enlarged."""
_APART = 0.78
"""From one mark's middle to the next, as a part of their radii: they may overlap a little."""
_ROUNDS = 40
_FEW = 8
"""So many marks have tags in the larger size."""
_NAMES = 23.0
_SMALL_PICTURE = 16.0
"""A picture that is lower or narrower than so many times the tags' size has the smallest tags."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row's mark, in the part of the map where it is seen best."""

    row: Row
    position: Position
    part: Part
    x: float
    y: float
    radius: float
    colour: str

    @property
    def value(self) -> float | None:
        """Of its row."""
        return self.row.cells[0].value


def draw_marks(job: ChartJob, canvas: Canvas, area: Area) -> tuple[Spot, ...]:
    """Draw a map with marks; what can be touched."""
    positions = [_position(job, row) for row in job.rows]
    largest = min(_LARGEST * job.text_scale, _AS_PART * min(area.width, area.height))
    largest *= max(_LEAST_PART, min(1.0, math.sqrt(_MANY / len(job.rows))))
    key = Key.of(_entries(job, largest), SMALL * job.text_scale, 0.45 * area.width)
    on = plate(job, canvas, area, key, positions)
    draw_ground(on)
    if on.sheet.key:
        key.draw(canvas.base, on.sheet.key, job.palette)
    marks = _apart(_marks(on, positions, largest))
    for mark in sorted(marks, key=lambda mark: -mark.radius):
        _draw(on, mark)
    for mark, placed in _name(on, marks):
        canvas.turns += [(outline, _turn(marks, mark)) for outline in placed.outlines()]
    canvas.turns += [(Outline.circle((mark.x, mark.y), mark.radius), _turn(marks, mark)) for mark in marks]
    return tuple(_spot(on, mark) for mark in marks)


def _turn(marks: list[Mark], mark: Mark) -> int:
    """When a mark comes in: the largest values first, or the table's first rows where all are alike."""
    return turn(sorted(marks, key=lambda each: -each.radius).index(mark), len(marks))


def _position(job: ChartJob, row: Row) -> Position:
    """Where a row's mark stands on the earth."""
    if job.option("longitude"):
        return float(row.word("longitude")), float(row.word("latitude"))
    ground: Geography = job.option("ground")
    feature = ground.called(row.key, "place", "area")
    if feature is None:
        raise ChartError(f"{row.key} is not on the map")
    return feature.label


def _marks(on: Plate, positions: Sequence[Position], largest: float) -> list[Mark]:
    job = on.job
    most = max((abs(row.cells[0].value or 0.0) for row in job.rows), default=0.0)
    words = _words(job)
    marks = []
    for row, position in zip(job.rows, positions, strict=True):
        part = on.part_of(position)
        x, y = part.view.at(position)
        radius = _radius(job, row.cells[0].value, most, largest)
        marks.append(Mark(row, position, part, x, y, radius, _colour(job, row, words)))
    return marks


def _radius(job: ChartJob, value: float | None, most: float, largest: float) -> float:
    """A mark's radius: its area is as large as its value, but never too small to be seen."""
    unit = job.text_scale
    if not job.option("sized"):
        return min(_ALIKE * unit, 0.7 * largest)
    part = math.sqrt(abs(value) / most) if value and most else 0.0
    return max(min(_SMALLEST * unit, largest), largest * part)


def _words(job: ChartJob) -> list[str]:
    """The words that marks are coloured by, in the table's order."""
    return list(dict.fromkeys(row.word("colour") for row in job.rows if row.word("colour")))


def _colour(job: ChartJob, row: Row, words: list[str]) -> str:
    word = row.word("colour")
    colour = job.palette.series(words.index(word)) if word else job.palette.accent
    if is_strong(job, row):
        return colour
    return mixed(colour, job.palette.ground, 0.62) if words else job.palette.faded


def _entries(job: ChartJob, largest: float) -> list[Entry]:
    """The key: what each colour means, or else how large two round values are."""
    words = _words(job)
    if words:
        radius = min(_ALIKE * job.text_scale, largest) * 0.8
        return [Entry(job.palette.series(at), word, radius) for at, word in enumerate(words)]
    most = max((row.cells[0].value or 0.0 for row in job.rows), default=0.0)
    if not job.option("sized") or len(job.rows) < 3 or most <= 0:  # noqa: PLR2004 - two numbers explain themselves
        return []
    high = ticks(0.0, most, 3)[-1]
    percent = "%" if any(row.cells[0].written.endswith("%") for row in job.rows) else ""
    colour = mixed(job.palette.accent, job.palette.ground, 0.55)
    values = [value for value in (high, _round_quarter(high)) if value > 0]
    return [Entry(colour, job.digits(value) + percent, _radius(job, value, most, largest)) for value in values]


def _round_quarter(value: float) -> float:
    """A round number near a quarter of another."""
    magnitude = 10.0 ** math.floor(math.log10(value / 4))
    return max(part * magnitude for part in (1, 2, 5) if part * magnitude <= value / 4 * 1.3)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks moved so far from one another that none hides another, each as little as it takes."""
    places = [_kept(mark, (mark.x, mark.y), 0.0, 0.0) for mark in marks]
    for _ in range(_ROUNDS):
        moved = False
        for at, one in enumerate(marks):
            for other_at in range(at):
                other = marks[other_at]
                wanted = _APART * (one.radius + other.radius)
                across, down = (a - b for a, b in zip(places[at], places[other_at], strict=True))
                distance = math.hypot(across, down)
                if one.part is not other.part or distance >= wanted - 0.1:
                    continue
                moved = True
                if distance < 0.01:  # noqa: PLR2004 - the same place
                    angle = 2.4 * at
                    across, down, distance = math.cos(angle), math.sin(angle), 1.0
                    wanted += 1.0
                share = one.radius / (one.radius + other.radius)
                push = (wanted - distance) / distance if distance < wanted else 0.0
                places[at] = _kept(one, places[at], across * push * (1 - share), down * push * (1 - share))
                places[other_at] = _kept(other, places[other_at], -across * push * share, -down * push * share)
        if not moved:
            break
    return [replace(mark, x=x, y=y) for mark, (x, y) in zip(marks, places, strict=True)]


def _kept(mark: Mark, place: tuple[float, float], across: float, down: float) -> tuple[float, float]:
    """A mark's place after a move, still within its part of the map."""
    area = mark.part.view.area
    return (
        min(max(place[0] + across, area.left + mark.radius), area.right - mark.radius),
        min(max(place[1] + down, area.top + mark.radius), area.bottom - mark.radius),
    )


def _draw(on: Plate, mark: Mark) -> None:
    """A mark; hatched where its value is about, hollow where that is a lower bound or missing."""
    layer, unit, palette = on.canvas.data, on.job.text_scale, on.job.palette
    if mark.part is on.close:
        layer.dot(*on.whole.view.at(mark.position), _TINY * unit, mark.colour)
    layer.dot(mark.x, mark.y, mark.radius + 2 * unit, land(palette))
    if mark.value is None:
        layer.dot(mark.x, mark.y, mark.radius, palette.text_faint)
        layer.dot(mark.x, mark.y, mark.radius - 2 * unit, land(palette))
        return
    layer.dot(mark.x, mark.y, mark.radius, mark.colour)
    if mark.row.qualifier == "about":
        hatch(layer, Outline.circle((mark.x, mark.y), mark.radius), palette.ground, 0.7 * unit)
    elif mark.row.qualifier == "at_least":
        layer.dot(mark.x, mark.y, 0.55 * mark.radius, land(palette))


def _name(on: Plate, marks: list[Mark]) -> list[tuple[Mark, Placed]]:
    """Write names and numbers, smaller where more of them find a place so, and the rivers' names between them.

    The marks whose names found a place, and those places.
    """
    unit = on.job.text_scale
    size = (LABEL if len(marks) <= _FEW else _NAMES) * unit
    if min(on.area.width, on.area.height) < _SMALL_PICTURE * size:
        size = SMALL * unit
    best = _Tags.place(on, marks, size)
    if len(best.placed) < len(marks) and size > SMALL * unit:
        best = max(best, _Tags.place(on, marks, SMALL * unit), key=lambda tags: len(tags.placed))
    for mark, placed in best.placed:
        _write(on, mark, placed)
    name_rivers(on, best.everywhere)
    return best.placed


@dataclass(frozen=True, slots=True)
class _Tags:
    """Names and numbers with their places, and what is free beside them."""

    placed: list[tuple[Mark, Placed]]
    everywhere: Places

    @classmethod
    def place(cls, on: Plate, marks: list[Mark], size: float) -> _Tags:
        """Find places: the highlighted mark first, then the larger values, or the earlier rows of marks alike."""
        job, unit = on.job, on.job.text_scale
        discs = [(mark.x, mark.y, mark.radius + unit) for mark in marks]
        kept_clear = (on.sheet.inset, on.sheet.key, on.place)
        taken = [(each.left, each.top, each.right, each.bottom) for each in kept_clear if each]
        room = Area(0.0, on.area.top, on.canvas.width, on.canvas.height - 6 * unit)
        everywhere = Places(room, discs, taken, river_points(on.whole, 6 * unit))
        in_frame = Places(on.close.view.area, discs, [], river_points(on.close, 6 * unit)) if on.close else everywhere
        found = []
        for mark in sorted(marks, key=lambda mark: _rank(job, mark)):
            places = in_frame if mark.part is on.close else everywhere
            number = mark.row.cells[0].written if job.option("sized") else ""
            weight: Weight = "Medium" if _is_highlight(job, mark.row) else "Regular"
            widest = 0.45 * places.room.width
            tags = [each for text in (tag, narrow) if (each := text(mark.row.label, number, size, widest, weight))]
            if placed := places.first(tags, mark.x, mark.y, mark.radius):
                found.append((mark, placed))
        return cls(found, everywhere)


def _rank(job: ChartJob, mark: Mark) -> tuple[bool, float]:
    """The order in which marks get their names."""
    size = -(mark.value or -math.inf) if job.option("sized") else 0.0
    return not _is_highlight(job, mark.row), size


def _write(on: Plate, mark: Mark, placed: Placed) -> None:
    palette = on.job.palette
    if placed.leader:
        on.canvas.data.line(placed.leader, palette.text_faint, 1.5 * on.job.text_scale)
    ink = palette.text if _is_highlight(on.job, mark.row) else palette.text_soft
    halo = on.halo(mark.part, placed.left + placed.tag.width / 2, placed.top + placed.tag.height / 2)
    placed.tag.write(on.canvas.data, placed.left, placed.top, (ink, palette.text), halo, right=placed.at_left)


def _is_highlight(job: ChartJob, row: Row) -> bool:
    return bool(job.highlight) and row.key == job.highlight


def _spot(on: Plate, mark: Mark) -> Spot:
    box = (mark.x, mark.y, 0.0, 0.0)
    made = spot(on.job, on.canvas, mark.row, mark.row.cells[0], 0, box, mark.colour, point=True)
    word = mark.row.word("colour")
    if word and not on.job.option("sized") and len({row.cells[0].value for row in on.job.rows}) == 1:
        return replace(made, value=word)  # a number that all have alike says nothing
    return replace(made, value=made.value or on.job.no_figure, series=word)
