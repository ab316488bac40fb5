"""The land and the rivers that a map is drawn on, and where a position stands in the picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from matplotlib.path import Path as Outline
from matplotlib.transforms import Bbox

from kiosk.charts import shapes
from kiosk.charts.canvas import Layer
from kiosk.charts.colours import contrast, mixed
from kiosk.charts.frame import Area
from kiosk.charts.job import Palette
from kiosk.deck.geography import Bounds, Feature, Position

Point = tuple[float, float]

_COAST, _BORDER, _RIVER, _QUIET_RIVER = 2.0, 1.2, 4.0, 2.5
"""How thick lines are, in pixels at 1080 lines."""
_THINNEST, _THICK_FROM = 0.5, 500.0
"""How thin lines become on a small map, and how large one is that has them at their full width."""
_QUIET = 1.5
"""The most contrast of the land to what is around it."""
_SMALLEST = 1e-3
"""Degrees: what a map shows at least from side to side."""


@dataclass(frozen=True, slots=True)
class View:
    """An equirectangular map: a degree eastwards is as long as it is in the middle of the ground."""

    bounds: Bounds
    area: Area
    """Where the bounds lie in the picture, in logical pixels."""

    def at(self, position: Position) -> Point:
        """Where a position stands."""
        return self.line([position])[0]

    def line(self, positions: Sequence[Position]) -> list[Point]:
        """Where positions stand."""
        west, south, east, north = self.bounds
        left, top = self.area.left, self.area.top
        across, down = self.area.width / (east - west), self.area.height / (north - south)
        return [
            (left + (longitude - west) * across, top + (north - latitude) * down) for longitude, latitude in positions
        ]

    def shows(self, position: Position) -> bool:
        """Whether a position lies within the bounds."""
        west, south, east, north = self.bounds
        return west <= position[0] <= east and south <= position[1] <= north

    def lines(self, feature: Feature) -> list[list[Point]]:
        """A feature's parts in the picture."""
        return [self.line(part) for part in feature.positions()]

    def outline(self, feature: Feature) -> Outline | None:
        """What is seen of an area; None where that is nothing."""
        parts = [shapes.closed(ring[:-1]) for ring in self.lines(feature)]
        whole = Outline.make_compound_path(*parts)
        frame = Bbox([[self.area.left, self.area.top], [self.area.right, self.area.bottom]])
        extents = whole.get_extents()
        if frame.containsx(extents.x0) and frame.containsx(extents.x1):  # noqa: SIM102 - read as two sides
            if frame.containsy(extents.y0) and frame.containsy(extents.y1):
                return whole
        if not frame.overlaps(extents):
            return None
        seen = [cut for part in parts if len(cut := part.clip_to_bbox(frame)) > 2]  # noqa: PLR2004 - a triangle
        return Outline.make_compound_path(*seen) if seen else None


def ratio(ground: Bounds, part: Bounds) -> float:
    """How wide a part of the ground is for its height."""
    west, south, east, north = part
    narrowing = max(0.01, math.cos(math.radians((ground[1] + ground[3]) / 2)))
    return (east - west) * narrowing / (north - south)


def roomy(bounds: Bounds) -> Bounds:
    """Bounds that enclose something."""
    west, south, east, north = bounds
    return (
        west - max(0.0, _SMALLEST - (east - west)) / 2,
        south - max(0.0, _SMALLEST - (north - south)) / 2,
        east + max(0.0, _SMALLEST - (east - west)) / 2,
        north + max(0.0, _SMALLEST - (north - south)) / 2,
    )


@dataclass(frozen=True, slots=True)
class Borders:
    """The lines between areas, and those around all of them."""

    inner: list[list[Position]]
    outer: list[list[Position]]


def rings(outline: Outline) -> list[list[Point]]:
    """The closed lines of an outline."""
    polygons: list[Any] = outline.to_polygons()
    return [[(float(x), float(y)) for x, y in ring] for ring in polygons]


@lru_cache(maxsize=4)
def borders(areas: tuple[Feature, ...]) -> Borders:
    """The borders of areas, each once; kept, since most maps of a deck are drawn on the same ground."""
    around = [ring for area in areas for ring in area.positions()]
    count: dict[tuple[Position, Position], int] = {}
    for ring in around:
        for edge in pairwise(ring):
            count[min(edge), max(edge)] = count.get((min(edge), max(edge)), 0) + 1
    found = Borders([], [])
    drawn: set[tuple[Position, Position]] = set()
    for ring in around:
        kind: list[list[Position]] | None = None
        for edge in pairwise(ring):
            key = (min(edge), max(edge))
            wanted = None if key in drawn else found.outer if count[key] == 1 else found.inner
            drawn.add(key)
            if wanted is not None and wanted is kind:
                wanted[-1].append(edge[1])
            elif wanted is not None:
                wanted.append(list(edge))
            kind = wanted
    return found


def land(palette: Palette) -> str:
    """The colour of what has no value; quiet enough that everything can be read on it."""
    part = 0.3
    while contrast(quiet := mixed(palette.track, palette.ground, part), palette.ground) > _QUIET:
        part += 0.05
    return quiet


def draw_land(layer: Layer, outlines: Iterable[Outline], palette: Palette) -> None:
    """Fill areas quietly."""
    for outline in outlines:
        layer.fill(outline, land(palette))


def draw_borders(
    layer: Layer,
    areas: tuple[Feature, ...],
    whole: tuple[Feature, ...],
    view: View,
    colours: tuple[str, str],
    unit: float,
) -> None:
    """Draw the borders of areas and, over them, the one around the whole map's, in two colours."""
    frame = _frame(view)
    unit *= _thinness(view, unit)
    own, around = borders(areas), borders(whole).outer
    for lines, colour, width in (([*own.inner, *own.outer], colours[0], _BORDER), (around, colours[1], _COAST)):
        for line in lines:
            if _is_seen(points := view.line(line), view.area):
                layer.line(points, colour, width * unit, within=frame)


def draw_rivers(
    layer: Layer, lines: Sequence[Feature], view: View, palette: Palette, unit: float, casing: str = ""
) -> None:
    """Draw lines as rivers, the first two in their colours; thinner in a `casing` that parts them from bright land."""
    frame = _frame(view)
    unit *= _thinness(view, unit)
    rivers = list(zip(lines, river_colours(palette, len(lines)), strict=True))
    for feature, (colour, width) in reversed(rivers):
        for points in view.lines(feature):
            if _is_seen(points, view.area):
                if casing:
                    layer.line(points, casing, (0.7 * width + 3) * unit, within=frame)
                layer.line(points, colour, (0.7 if casing else 1.0) * width * unit, within=frame)


def river_colours(palette: Palette, count: int) -> list[tuple[str, float]]:
    """The colour and the thickness of each river."""
    quiet = mixed(palette.text_faint, palette.ground, 0.5)
    own = [(palette.river_one, _RIVER), (palette.river_two, _RIVER)]
    return [*own, *[(quiet, _QUIET_RIVER)] * count][:count]


def _thinness(view: View, unit: float) -> float:
    """How much thinner lines are on a small map."""
    return min(1.0, max(_THINNEST, min(view.area.width, view.area.height) / (_THICK_FROM * unit)))


def _frame(view: View) -> tuple[float, float, float, float]:
    area = view.area
    return area.left, area.top, area.right, area.bottom


def _is_seen(points: Sequence[Point], area: Area) -> bool:
    xs, ys = zip(*points, strict=True)
    return bool(min(xs) < area.right and max(xs) > area.left and min(ys) < area.bottom and max(ys) > area.top)
