"""What a presenter draws and points at on the slides: strokes that belong to their slide, a dot, a spotlight.

Positions are shares of the slide's width and height, so that every screen that shows it agrees. Shown by `Ink.qml` over
any number of scenes; nothing of it is there before a show.
"""

from __future__ import annotations

import math
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import atomic

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_STEP: Final = 0.002
"""A stroke gets no further point closer to its last one than this."""
_REACH: Final = 0.025
"""What is erased is no further away than this."""
_MOST: Final = 4_000
"""Points that a stroke can have; one that goes on is another stroke."""

Point = tuple[float, float]


class Tool(StrEnum):
    """What a finger, a pen or the mouse does on the slide."""

    NONE = ""
    POINTER = "pointer"
    SPOT = "spot"
    DRAW = "draw"
    ERASE = "erase"


@QmlElement
@QmlUncreatable("Whoever presents has it")
class Ink(QObject):  # type: ignore[operator]
    """The strokes on the slide that is shown, and the tool that is in hand."""

    toolChanged = Signal()
    moved = Signal()
    """The dot or the light is elsewhere, or gone."""
    drawn = Signal()
    """The strokes of the slide are others."""
    drawing = Signal()
    """The stroke that is being drawn is longer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tool = Tool.NONE
        self._slide = ""
        self._strokes: dict[str, list[list[Point]]] = {}
        self._stroke: list[Point] = []
        self._at: Point | None = None

    # What is in hand

    @property
    def tool(self) -> Tool:
        """What a touch of the slide does."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Take a tool, or put it away where it is in hand already."""
        self._tool = Tool.NONE if tool is self._tool else tool
        self._stroke, self._at = [], None
        self.toolChanged.emit()
        self.moved.emit()
        self.drawing.emit()

    def turn(self, slide: str) -> None:
        """Show what was drawn on a slide."""
        if slide != self._slide:
            self._finish()
            self._slide = slide
            self.drawn.emit()

    @Slot(float, float)
    def begin(self, x: float, y: float) -> None:
        """Something came down on the slide."""
        if self._tool is Tool.DRAW:
            self._stroke = [_within(x, y)]
            self.drawing.emit()
        self.move(x, y)

    @Slot(float, float)
    def move(self, x: float, y: float) -> None:
        """It, or a mouse that only points, is elsewhere."""
        at = _within(x, y)
        if self._tool is Tool.ERASE:
            self._erase(at)
        elif self._stroke and math.dist(at, self._stroke[-1]) >= _STEP:
            self._stroke.append(at)
            self.drawing.emit()
            if len(self._stroke) == _MOST:
                self._finish()
                self._stroke = [at]
        if self._tool in {Tool.POINTER, Tool.SPOT}:
            self._at = at
            self.moved.emit()

    @Slot()
    def end(self) -> None:
        """It was lifted."""
        self._finish()

    @Slot()
    def leave(self) -> None:
        """Nothing points at the slide any more."""
        self._finish()
        if self._at:
            self._at = None
            self.moved.emit()

    def _finish(self) -> None:
        """The stroke that was being drawn is one of the slide's."""
        if self._stroke:
            self._strokes.setdefault(self._slide, []).append(self._stroke)
            self._stroke = []
            self.drawing.emit()
            self.drawn.emit()

    def _erase(self, at: Point) -> None:
        here = self._strokes.get(self._slide, [])
        left = [stroke for stroke in here if min(math.dist(at, point) for point in stroke) > _REACH]
        if len(left) < len(here):
            self._strokes[self._slide] = left
            self.drawn.emit()

    @Slot()
    def undo(self) -> None:
        """Take the slide's last stroke away."""
        if self._strokes.get(self._slide):
            self._strokes[self._slide].pop()
            self.drawn.emit()

    @Slot()
    def clear(self) -> None:
        """Take all strokes of the slide away."""
        if self._strokes.pop(self._slide, None):
            self.drawn.emit()

    def forget(self) -> None:
        """Take everything away: the talk is over."""
        self._strokes.clear()
        self._tool, self._stroke, self._at = Tool.NONE, [], None
        for each in (self.toolChanged, self.moved, self.drawing, self.drawn):
            each.emit()

    def save(self, folder: Path, width: int, height: int, colour: str) -> int:
        """Write a drawing of that size for each slide that was drawn on; how many there are. Raises OSError."""
        kept = {slide: strokes for slide, strokes in self._strokes.items() if strokes}
        for slide, strokes in kept.items():
            atomic.write(folder / f"{slide}.svg", _drawing(strokes, width, height, colour).encode())
        return len(kept)

    # What QML reads

    @Property(str, notify=toolChanged)
    def hand(self) -> str:
        """The tool, by its name."""
        return self._tool.value

    @Property(bool, notify=moved)
    def points(self) -> bool:
        """Whether there is something to point at."""
        return self._at is not None

    @Property(float, notify=moved)
    def x(self) -> float:
        return self._at[0] if self._at else 0.0

    @Property(float, notify=moved)
    def y(self) -> float:
        return self._at[1] if self._at else 0.0

    @Property(str, notify=drawn)
    def strokes(self) -> str:
        """All strokes of the slide as one SVG path within a square of 1 by 1."""
        return " ".join(map(_path, self._strokes.get(self._slide, [])))

    @Property(str, notify=drawing)
    def stroke(self) -> str:
        """The one that is being drawn, in the same way."""
        return _path(self._stroke) if self._stroke else ""

    @Property(bool, notify=drawn)
    def any(self) -> bool:
        """Whether the slide was drawn on."""
        return bool(self._strokes.get(self._slide))


def _within(x: float, y: float) -> Point:
    return (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))


def _path(points: list[Point], width: float = 1, height: float = 1) -> str:
    """A stroke as an SVG path: curves through the middles of its parts, so that it has no corners; a dot as a line."""
    at = [f"{x * width:.5g} {y * height:.5g}" for x, y in points]
    if len(points) == 1:
        return f"M{at[0]} L{(points[0][0] + 0.0001) * width:.5g} {points[0][1] * height:.5g}"
    middles = [f"{(a[0] + b[0]) / 2 * width:.5g} {(a[1] + b[1]) / 2 * height:.5g}" for a, b in pairwise(points)]
    curves = " ".join(f"Q{point} {middle}" for point, middle in zip(at[1:], middles[1:], strict=False))
    return f"M{at[0]} L{middles[0]} {curves} L{at[-1]}"


def _drawing(strokes: list[list[Point]], width: int, height: int, colour: str) -> str:
    path = " ".join(_path(stroke, width, height) for stroke in strokes)
    line = f'fill="none" stroke="{colour}" stroke-width="{min(width, height) / 150:.4g}" stroke-linecap="round"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<path d="{path}" {line} stroke-linejoin="round"/></svg>\n'
    )
