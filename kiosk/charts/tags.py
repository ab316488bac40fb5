"""Names and numbers beside marks: each finds a free place near its mark, or is left out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Layer
from kiosk.charts.frame import Area
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, LEADING, Block, Weight, fitted, width_of, wrapped

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_WIDEST = 11.0
"""Of a name in one line, as a multiple of its size; longer ones stand in two."""
_NARROW = 6.5
"""Of a name in two lines though one would do."""
_CLOSE, _PAD = 0.35, 0.2
"""From a mark to its tag, and around a tag, as parts of its size."""
_LEADERS = (1.6, 2.8, 4.2)
"""How far from its mark a tag may stand with a line to it, as multiples of its size."""
_AROUND = 12
"""Directions that are tried."""

Line = tuple[Point, Point]
Reach = Literal["dry", "near", "far"]
"""Close to the mark and off the rivers, close to it, or further off with a line."""
_Try = tuple[float, float, bool, Line | None]
"""Left edge, top, whether it is left of its mark, the line to it."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands beside a mark: a name in one or two lines, and a number after or below it."""

    name: Block
    number: str

    @property
    def _gap(self) -> float:
        return 0.4 * self.name.size if self.number and self.name.lines else 0.0

    @property
    def _beside(self) -> bool:
        """Whether the number follows the name in its line."""
        return len(self.name.lines) < 2  # noqa: PLR2004 - under two lines

    @property
    def width(self) -> float:
        """In logical pixels."""
        number = width_of(self.number, self.name.size, "Bold")
        return self.name.width + self._gap + number if self._beside else max(self.name.width, number)

    @property
    def height(self) -> float:
        """From the top of the capitals to the last baseline."""
        size = self.name.size
        return size * CAPITALS if self._beside else self.name.height + (LEADING * size if self.number else 0.0)

    def write(self, layer: Layer, left: float, top: float, colours: tuple[str, str], halo: str, *, right: bool) -> None:
        """Write it, name and number in their colours, against the right edge if it stands left of its mark."""
        size = self.name.size
        if self._beside:
            for line in self.name.lines:
                weight = self.name.weight
                layer.write(line, left, top + CAPITALS * size, size, colours[0], weight=weight, halo=halo)
            x = left + self.name.width + self._gap
            layer.write(self.number, x, top + CAPITALS * size, size, colours[1], weight="Bold", halo=halo)
            return
        x = left + self.width if right else left
        align = "right" if right else "left"
        layer.block(self.name, x, top, colours[0], align=align, halo=halo)  # type: ignore[arg-type]
        layer.write(self.number, x, top + self.height, size, colours[1], weight="Bold", align=align, halo=halo)  # type: ignore[arg-type]


def tag(label: str, number: str, size: float, room: float, weight: Weight = "Regular") -> Tag:
    """A tag no wider than some room: in one line where that is short enough, else in two or three."""
    widest = min(room, _WIDEST * size)
    block = fitted(label, widest, (size, size), 2, weight)
    if block.lines and block.lines[-1].endswith("…"):
        block = fitted(label, widest, (size, size), 3, weight)
    return Tag(block, number)


def narrow(label: str, number: str, size: float, room: float, weight: Weight = "Regular") -> Tag | None:
    """A tag that stands in two lines though one would do; None where its words cannot be parted so."""
    lines = wrapped(label, min(room, _NARROW * size), size, 2, weight)
    is_whole = len(lines) > 1 and not any(line.endswith("…") for line in lines)
    return Tag(Block(lines, size, weight), number) if is_whole else None


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag with its place, and whether it needs a line to its mark."""

    tag: Tag
    left: float
    top: float
    at_left: bool
    """Whether it stands left of its mark."""
    leader: Line | None = None

    def outlines(self) -> list[Outline]:
        """What it covers: its box, and the line to its mark."""
        size = self.tag.name.size
        left, right = self.left - _PAD * size, self.left + self.tag.width + _PAD * size
        top, bottom = self.top - (ASCENT - CAPITALS) * size, self.top + self.tag.height + DESCENT * size
        box = Outline([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
        return [box, Outline(self.leader)] if self.leader else [box]


@dataclass(slots=True)
class Places:
    """Finds free places, clear of marks and of one another."""

    room: Area
    discs: Sequence[tuple[float, float, float]]
    """Marks: middle and radius."""
    taken: list[Box] = field(default_factory=list)
    rivers: Sequence[Point] = ()
    """Points that are better left free."""

    def place(self, tag: Tag, x: float, y: float, radius: float, reach: Reach) -> Placed | None:
        """A place for the tag of a mark within a reach; None where none is free."""
        size = tag.name.size
        pad, over, under = _PAD * size, (ASCENT - CAPITALS + 0.5 * _PAD) * size, (DESCENT + 0.5 * _PAD) * size
        for left, top, at_left, leader in _far(tag, x, y, radius) if reach == "far" else _near(tag, x, y, radius):
            box = (left - pad, top - over, left + tag.width + pad, top + tag.height + under)
            if not self._is_free(box) or (reach == "dry" and self._is_wet(box)):
                continue
            if leader is not None and not self._is_clear(leader):
                continue
            self.taken.append(box)
            if leader:
                self.taken += [(px - 1, py - 1, px + 1, py + 1) for px, py in _along(*leader)]
            return Placed(tag, left, top, at_left, leader)
        return None

    def first(self, tags: Sequence[Tag], x: float, y: float, radius: float) -> Placed | None:
        """A place for the first of some tags that finds one: off the rivers, on them, or further off with a line."""
        reaches: tuple[Reach, ...] = ("dry", "near", "far")
        tried = (self.place(tag, x, y, radius, reach) for reach in reaches for tag in tags)
        return next((placed for placed in tried if placed), None)

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        room = self.room
        if left < room.left or right > room.right or top < room.top or bottom > room.bottom:
            return False
        if any(left < o[2] and right > o[0] and top < o[3] and bottom > o[1] for o in self.taken):
            return False
        return not any(
            math.hypot(x - min(max(x, left), right), y - min(max(y, top), bottom)) < radius
            for x, y, radius in self.discs
        )

    def _is_wet(self, box: Box) -> bool:
        return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in self.rivers)

    def _is_clear(self, leader: Line) -> bool:
        """Whether a line crosses neither another mark nor another tag."""
        points = _along(*leader)[1:]
        return not any(
            any(o[0] < x < o[2] and o[1] < y < o[3] for o in self.taken)
            or any(math.hypot(x - dx, y - dy) < radius for dx, dy, radius in self.discs)
            for x, y in points
        )


def _along(start: Point, end: Point) -> list[Point]:
    count = max(2, int(math.dist(start, end) / 4))
    return [
        (start[0] + (end[0] - start[0]) * at / count, start[1] + (end[1] - start[1]) * at / count)
        for at in range(count + 1)
    ]


def _near(tag: Tag, x: float, y: float, radius: float) -> Iterator[_Try]:
    """Places for a tag close to its mark, the best first."""
    wide, high, size = tag.width, tag.height, tag.name.size
    near = radius + _CLOSE * size
    aslant = 0.75 * near
    yield x + near, y - high / 2, False, None
    yield x - near - wide, y - high / 2, True, None
    yield x - wide / 2, y - near - high, False, None
    yield x - wide / 2, y + near, False, None
    for side, below in ((1, False), (1, True), (-1, False), (-1, True)):
        left = x + aslant if side > 0 else x - aslant - wide
        yield left, y + aslant if below else y - aslant - high, side < 0, None


def _far(tag: Tag, x: float, y: float, radius: float) -> Iterator[_Try]:
    """Places for a tag with a line to its mark, the nearest first."""
    wide, high, size = tag.width, tag.height, tag.name.size
    for far in _LEADERS:
        for step in range(_AROUND):
            angle = 2 * math.pi * step / _AROUND
            across, down = math.cos(angle), math.sin(angle)
            end = (x + (radius + far * size) * across, y + (radius + far * size) * down)
            at_left = across < -0.1  # noqa: PLR2004 - a hair left of straight up
            left = end[0] - wide - 0.2 * size if at_left else end[0] + 0.2 * size
            start = (x + radius * across, y + radius * down)
            yield left, end[1] - high / 2, at_left, (start, end)
