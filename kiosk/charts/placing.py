"""Places for labels beside points, clear of every mark and of one another.

A small greedy search of our own: the library made for it, adjustText, would bring scipy along, 35 MB for a wheel that
a booth installs from a stick; and it moves labels that already stood well.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kiosk.charts.canvas import Point
from kiosk.charts.courses import along
from kiosk.charts.frame import Area
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, Block

_WAYS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a label may stand: right of its point first, since reading goes on there, then left, above, below, aslant."""
_SLANT = 0.75
"""How far aslant is, as a part of straight."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A round mark, in logical pixels."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: its left edge, and the top of its first line's capitals."""

    left: float
    top: float
    block: Block

    def leader(self, mark: Mark) -> tuple[Point, Point]:
        """The straight way from a mark's edge to the label."""
        x = min(max(mark.x, self.left), self.left + self.block.width)
        y = min(max(mark.y, self.top), self.top + self.block.height)
        away = max(1.0, math.hypot(x - mark.x, y - mark.y))
        part = min(1.0, mark.radius / away)
        return (mark.x + (x - mark.x) * part, mark.y + (y - mark.y) * part), (x, y)


class Places:
    """The room that labels share."""

    def __init__(self, marks: Sequence[Mark], area: Area, gap: float, taken: Sequence[Area] = ()) -> None:
        self._x, self._y, self._radius = (np.array(column) for column in zip(*map(_numbers, marks), strict=True))
        self._area, self._gap = area, gap
        self._taken = list(taken)

    def find(
        self, mark: Mark, block: Block, reach: Sequence[float] = (1.0,), *, over_marks: bool = False
    ) -> Placed | None:
        """A free place for a mark's label, the nearest first, at multiples of the gap; None where there is none.

        With `over_marks` it may cover other marks, though no label.
        """
        for far in reach:
            for across, down in _WAYS:
                placed = self._beside(mark, block, across, down, far * self._gap)
                box = _box(placed)
                if not self._is_free(box) or not (over_marks or self._is_clear(box, mark, placed)):
                    continue
                self._taken.append(box)
                self._taken += [Area(x, y, x, y) for x, y in along(placed.leader(mark), self._gap)]
                return placed
        return None

    def _is_clear(self, box: Area, mark: Mark, placed: Placed) -> bool:
        """Whether a label covers no mark, and the way to it crosses neither another mark nor a label."""
        if self._covers_a_mark(box):
            return False
        for x, y in along(placed.leader(mark), self._gap):
            near = np.hypot(self._x - x, self._y - y) < self._radius
            near &= (self._x != mark.x) | (self._y != mark.y)
            if np.any(near) or any(_meet(Area(x, y, x, y), other) for other in self._taken):
                return False
        return True

    def _beside(self, mark: Mark, block: Block, across: int, down: int, gap: float) -> Placed:
        away = (mark.radius + gap) * (_SLANT if across and down else 1.0)
        x, y = mark.x + across * away, mark.y + down * away
        if down < 0:
            y -= DESCENT * block.size  # the tails of letters hang over the point
        left = x - block.width * (1 - across) / 2
        return Placed(left, y - block.height * (1 - down) / 2, block)

    def _is_free(self, box: Area) -> bool:
        area = self._area
        if box.left < area.left or box.right > area.right or box.top < area.top or box.bottom > area.bottom:
            return False
        return not any(_meet(box, other) for other in self._taken)

    def _covers_a_mark(self, box: Area) -> bool:
        off_x = np.maximum(0.0, np.maximum(box.left - self._x, self._x - box.right))
        off_y = np.maximum(0.0, np.maximum(box.top - self._y, self._y - box.bottom))
        return bool(np.any(off_x**2 + off_y**2 < self._radius**2))


def _numbers(mark: Mark) -> tuple[float, float, float]:
    return mark.x, mark.y, mark.radius


def _box(placed: Placed) -> Area:
    """What a label covers, with its letters' tails and a little air."""
    size, block = placed.block.size, placed.block
    air = 0.08 * size
    top, bottom = placed.top - (ASCENT - CAPITALS) * size, placed.top + block.height + DESCENT * size
    return Area(placed.left - air, top, placed.left + block.width + air, bottom)


def _meet(one: Area, other: Area) -> bool:
    return one.left < other.right and one.right > other.left and one.top < other.bottom and one.bottom > other.top
