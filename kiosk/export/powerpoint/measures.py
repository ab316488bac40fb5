"""Sizes on a slide, in points: boxes, and how much room a text takes, whichever font a reader's machine has."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

PAGE: Final = (960, 540)
MARGIN: Final = 48
INNER: Final = PAGE[0] - 2 * MARGIN
EMU: Final = 12_700
"""Of PowerPoint's own units so many are a point."""
LEADING: Final = 1.3
_SMALLEST: Final = 10.0
_WIDE, _CAPITAL, _OTHER = 1.0, 0.66, 0.54
"""How wide letters are, as parts of their size; a little more than most fonts have."""
_SURE: Final = 1.12
"""What one line is given more, since PowerPoint sets Chinese and Latin letters apart."""
_RAGGED: Final = 1.06
"""What lines that end between words lose."""


@dataclass(frozen=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float

    def inset(self, by: float) -> Box:
        """The box within, so far from each edge."""
        return Box(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)


def emu(points: float) -> int:
    """Points in PowerPoint's own units."""
    return round(points * EMU)


def grid(box: Box, count: int, columns: int, gap: float) -> Iterator[Box]:
    """So many boxes of one size in rows, from the upper left."""
    rows = -(-count // columns)
    wide = (box.width - (columns - 1) * gap) / columns
    high = (box.height - (rows - 1) * gap) / rows
    for at in range(count):
        down, across = divmod(at, columns)
        yield Box(box.left + across * (wide + gap), box.top + down * (high + gap), wide, high)


def width_of(text: str, size: float) -> float:
    """About how wide a text is on one line."""
    return size * sum(
        _WIDE if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL if letter.isupper() else _OTHER
        for letter in text
    )


def height_of(text: str, size: float, width: float) -> float:
    """About how high a text is that is wrapped to a width."""
    lines = sum(max(1, math.ceil(width_of(line, size) * _RAGGED / width)) for line in text.split("\n"))
    return lines * size * LEADING


def fitting(text: str, size: float, box: Box) -> float:
    """The size at which a text fits into a box: the given one, or as much smaller as it must be."""
    while size > _SMALLEST and height_of(text, size, box.width) > box.height:
        size -= 0.5
    return size


def on_one_line(text: str, size: float, width: float) -> float:
    """The size at which a text fits on one line: the given one, or as much smaller as it must be."""
    return max(_SMALLEST, min(size, math.floor(2 * size * width / max(1.0, _SURE * width_of(text, size))) / 2))
