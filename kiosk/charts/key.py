"""A map's key: what its colours or the sizes of its marks mean, said once and quietly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.charts.canvas import Layer
from kiosk.charts.frame import Area
from kiosk.charts.job import Palette
from kiosk.charts.lettering import CAPITALS, cut, width_of

_ROW, _BOX_ROW = 1.6, 1.35
"""From one line to the next, as multiples of the text's size."""
_BOX = 1.5
"""How wide a box is for the text's size."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key: a dot of a size, or a box where there is none."""

    colour: str
    text: str
    radius: float = 0.0
    edge: str = ""
    """The colour of a box's edge; "" without one."""


@dataclass(frozen=True, slots=True)
class Key:
    """Lines below one another."""

    entries: tuple[Entry, ...]
    size: float
    """Of its text, in logical pixels."""

    @classmethod
    def of(cls, entries: Sequence[Entry], size: float, room: float) -> Key:
        """A key no wider than some room."""
        least = max((_mark_width(entry, size) for entry in entries), default=0.0) + 0.5 * size
        shortened = (
            Entry(entry.colour, cut(entry.text, room - least, size), entry.radius, entry.edge) for entry in entries
        )
        return cls(tuple(shortened), size)

    @property
    def width(self) -> float:
        """In logical pixels."""
        texts = max((width_of(entry.text, self.size) for entry in self.entries), default=0.0)
        return self._marks + 0.5 * self.size + texts if self.entries else 0.0

    @property
    def height(self) -> float:
        """In logical pixels."""
        return sum(_row_height(entry, self.size) for entry in self.entries)

    @property
    def _marks(self) -> float:
        return max((_mark_width(entry, self.size) for entry in self.entries), default=0.0)

    def draw(self, layer: Layer, area: Area, palette: Palette) -> None:
        """Draw it in an area of its size."""
        top = area.top
        for entry in self.entries:
            high = _row_height(entry, self.size)
            middle = top + high / 2
            if entry.radius:
                layer.dot(area.left + self._marks / 2, middle, entry.radius, entry.colour)
            else:
                layer.box(area.left, top + 1, area.left + self._marks, top + high - 1, entry.colour)
                if entry.edge:
                    corners = [(0.0, 1.0), (self._marks, 1.0), (self._marks, high - 1), (0.0, high - 1), (0.0, 1.0)]
                    layer.line([(area.left + x, top + y) for x, y in corners], entry.edge, self.size / 16)
            baseline = middle + CAPITALS * self.size / 2
            layer.write(entry.text, area.left + self._marks + 0.5 * self.size, baseline, self.size, palette.text_soft)
            top += high


def _mark_width(entry: Entry, size: float) -> float:
    return 2 * entry.radius if entry.radius else _BOX * size


def _row_height(entry: Entry, size: float) -> float:
    return max(_ROW * size, 2 * entry.radius + 0.4 * size) if entry.radius else _BOX_ROW * size
