"""A map without its values: land and rivers, the enlarged part with its frame, and room for the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.path import Path as Outline

from kiosk.charts.atlas import Sheet, sheet
from kiosk.charts.canvas import Canvas, Layer
from kiosk.charts.colours import contrast, mixed
from kiosk.charts.courses import along
from kiosk.charts.frame import SMALL, Area
from kiosk.charts.ground import View, borders, draw_borders, draw_land, draw_rivers, land, ratio, river_colours, roomy
from kiosk.charts.job import ChartJob
from kiosk.charts.key import Key
from kiosk.charts.lettering import Block
from kiosk.charts.tags import Places, Tag
from kiosk.deck.geography import Bounds, Feature, Geography, Inset, Position

Point = tuple[float, float]

_MARGIN = 6.0
"""Around the land, so that its border is whole."""
_GAP = 16.0
_DENSE = 0.01
"""From one point of the land's outline to the next, as a part of its size."""
_BESIDE = 0.04
"""The least from a mark to the edge of the map, as a part of the map's size."""
_READABLE = 4.5
_ALONG_RIVER = (0.5, 0.3, 0.7, 0.15, 0.85, 0.05, 0.95)
"""Where a river's name may stand, as parts of its length."""
_LONG_RIVER = 0.25
"""A river is named where it is so long, as a part of the map's width."""


@dataclass(frozen=True, slots=True)
class Part:
    """The whole map, or the enlarged part of it."""

    view: View
    areas: tuple[Feature, ...]
    rivers: tuple[Feature, ...]
    seen: tuple[tuple[Feature, Outline | None], ...]
    """Each area and what is seen of it."""

    @classmethod
    def of(cls, view: View, areas: tuple[Feature, ...], rivers: tuple[Feature, ...]) -> Part:
        """What a view shows."""
        return cls(view, areas, rivers, tuple((area, view.outline(area)) for area in areas))


@dataclass(frozen=True, slots=True)
class Plate:
    """What a map's values are drawn on."""

    job: ChartJob
    canvas: Canvas
    ground: Geography
    sheet: Sheet
    whole: Part
    close: Part | None
    """The enlarged part; None without one."""
    area: Area
    """Everything below the heading."""

    def halo(self, part: Part, x: float, y: float) -> str:
        """The colour around a text in a part of the map: that of the land where it stands on it."""
        palette = self.job.palette
        on_land = any(outline.contains_point((x, y)) for _, outline in part.seen if outline)
        return land(palette) if on_land else palette.ground

    @property
    def place(self) -> Area | None:
        """Where the enlarged part stands on the whole map."""
        if self.close is None:
            return None
        west, south, east, north = self.close.view.bounds
        (left, top), (right, bottom) = self.whole.view.at((west, north)), self.whole.view.at((east, south))
        return Area(left, top, right, bottom)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The whole map and, where there is one, the enlarged part."""
        return (self.whole, self.close) if self.close else (self.whole,)

    def part_of(self, position: Position) -> Part:
        """The part in which a position is seen best."""
        return self.close if self.close and self.close.view.shows(position) else self.whole


def plate(job: ChartJob, canvas: Canvas, area: Area, key: Key, marks: Sequence[Position] = ()) -> Plate:
    """The parts of a map in an area, large enough for marks at some positions."""
    margin = _MARGIN * job.text_scale
    ground: Geography = job.option("ground")
    inset: Inset | None = job.option("inset")
    bounds = _around(roomy(ground.bounds), marks)
    found = sheet(
        Area(area.left + margin, area.top + margin, area.right - margin, area.bottom - margin),
        _shape(ground, bounds, marks),
        ratio(bounds, bounds),
        inset_ratio=ratio(bounds, inset.bounds) if inset else 0.0,
        key=(key.width, key.height),
        gap=_GAP * job.text_scale,
    )
    areas, rivers = ground.of_shape("area"), ground.of_shape("line")
    close = None
    if inset and found.inset:
        finer = inset.ground
        own = finer.of_shape("line") if finer else ()
        close = Part.of(View(inset.bounds, found.inset), tuple(_finer(each, finer) for each in areas), own or rivers)
    return Plate(job, canvas, ground, found, Part.of(View(bounds, found.ground), areas, rivers), close, area)


def _around(bounds: Bounds, marks: Sequence[Position]) -> Bounds:
    """Bounds that have all marks well inside."""
    west, south, east, north = bounds
    wide, high = _BESIDE * (east - west), _BESIDE * (north - south)
    xs, ys = [x for x, _ in marks], [y for _, y in marks]
    return (
        min([west, *(x - wide for x in xs)]),
        min([south, *(y - high for y in ys)]),
        max([east, *(x + wide for x in xs)]),
        max([north, *(y + high for y in ys)]),
    )


def _shape(ground: Geography, bounds: Bounds, marks: Sequence[Position]) -> list[tuple[float, float]]:
    """Points close together along the land's outline and the rivers, and at marks, from 0 to 1 east- and southwards."""
    square = View(bounds, Area(0.0, 0.0, 1.0, 1.0))
    coast = [square.line(line) for line in borders(ground.of_shape("area")).outer]
    coast += [line for river in ground.of_shape("line") for line in square.lines(river)]
    points = [point for line in coast for point in along(line, _DENSE)] + [square.at(mark) for mark in marks]
    cells = {(round(x / _DENSE), round(y / _DENSE)): (x, y) for x, y in points}
    return list(cells.values())


def _finer(area: Feature, finer: Geography | None) -> Feature:
    """The same area from a file with finer shapes, if that has it."""
    names = (area.id, *(text for _, text in area.name.texts))
    same = (each for name in names if finer and (each := finer.called(name, "area")))
    return next(same, area)


def draw_ground(plate: Plate) -> None:
    """Draw land, borders and rivers for marks to stand on."""
    unit, palette, layer = plate.job.text_scale, plate.job.palette, plate.canvas.base
    lines = (mixed(palette.grid, palette.text_faint, 0.1), mixed(palette.text_faint, palette.ground, 0.35))
    for part in plate.parts:
        if part is plate.close:
            draw_panel(plate)
        draw_land(layer, (outline for _, outline in part.seen if outline), palette)
        draw_borders(layer, part.areas, plate.whole.areas, part.view, lines, unit)
        draw_rivers(layer, part.rivers, part.view, palette, unit)
    draw_frames(plate, layer)


def draw_panel(plate: Plate) -> None:
    """Clear the place of the enlarged part."""
    if plate.close:
        area = plate.close.view.area
        plate.canvas.base.box(area.left, area.top, area.right, area.bottom, plate.job.palette.ground)


def draw_frames(plate: Plate, layer: Layer) -> None:
    """A thin frame around the enlarged part, one around its place, and lines from one to the other."""
    place = plate.place
    if plate.close is None or place is None:
        return
    unit, palette = plate.job.text_scale, plate.job.palette
    panel = plate.close.view.area
    colour = mixed(palette.text_faint, palette.ground, 0.2)
    for line in _between(panel, place):
        layer.line(line, colour, unit, opacity=0.5)
    for area in (place, panel):
        corners = [(area.left, area.top), (area.right, area.top), (area.right, area.bottom), (area.left, area.bottom)]
        layer.line([*corners, corners[0]], colour, 1.5 * unit)


def _between(one: Area, other: Area) -> list[list[Point]]:
    """Two lines between the facing sides of two rectangles."""
    if one.right <= other.left or other.right <= one.left:
        first, second = (one, other) if one.right <= other.left else (other, one)
        return [
            [(first.right, first.top), (second.left, second.top)],
            [(first.right, first.bottom), (second.left, second.bottom)],
        ]
    first, second = (one, other) if one.bottom <= other.top else (other, one)
    return [
        [(first.left, first.bottom), (second.left, second.top)],
        [(first.right, first.bottom), (second.right, second.top)],
    ]


def river_points(part: Part, step: float) -> list[Point]:
    """Points close together along the rivers of a part of the map."""
    return [point for river in part.rivers for line in part.view.lines(river) for point in along(line, step)]


def name_rivers(plate: Plate, places: Places) -> None:
    """Write the rivers' names beside them, where a place is free."""
    unit, palette, view = plate.job.text_scale, plate.job.palette, plate.whole.view
    size = SMALL * unit
    rivers = plate.whole.rivers
    for river, (colour, _) in zip(rivers, river_colours(palette, len(rivers)), strict=True):
        name = river.name.say(plate.job.language)
        points = [point for line in view.lines(river) for point in along(line, 8 * unit)]
        xs, ys = zip(*points, strict=True)
        if not name or max(max(xs) - min(xs), max(ys) - min(ys)) < _LONG_RIVER * view.area.width:
            continue
        for share in _ALONG_RIVER:
            at = points[int(share * (len(points) - 1))]
            if placed := places.place(Tag(Block((name,), size), ""), *at, 0.2 * size, "dry"):
                middle = placed.left + placed.tag.width / 2, placed.top + placed.tag.height / 2
                halo = plate.halo(plate.whole, *middle)
                ink = _legible(colour, palette.text, halo)
                placed.tag.write(plate.canvas.base, placed.left, placed.top, (ink, ink), halo, right=placed.at_left)
                break


def _legible(colour: str, text: str, ground: str) -> str:
    """A colour with as much of the text's in it as it takes to be read."""
    tried = (mixed(colour, text, part / 10) for part in range(11))
    return next((each for each in tried if contrast(each, ground) >= _READABLE), text)
