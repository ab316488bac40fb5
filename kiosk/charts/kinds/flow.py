"""A flow: nodes with their names and totals, and curved bands between them in the colour of where they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matplotlib.path import Path as Outline

from kiosk.charts.bars import fade
from kiosk.charts.canvas import Align, Canvas
from kiosk.charts.colours import mixed
from kiosk.charts.courses import apart
from kiosk.charts.frame import LABEL, SMALL, Area, framed, spot
from kiosk.charts.hatching import hatch
from kiosk.charts.job import Cell, ChartJob
from kiosk.charts.lettering import ASCENT, CAPITALS, DESCENT, Block, cut, fitted, whole, width_of
from kiosk.charts.network import Band, Node, network, settle
from kiosk.charts.picture import ChartError, Layout, Spot
from kiosk.deck.numbers import SIGNS, Written

_NODE = 18.0
"""The width of a node, in pixels at 1080 lines."""
_LABELS = 0.25
"""The widest that names beside the first and the last nodes may be, as a part of the picture."""
_NUMBER = 42.0
_LINES = 6
"""The most lines of a name."""
_ABREAST = 0.6
"""Between a name and the total after it, as a part of the size."""
_CUT_FROM = 4.0
"""A name is cut rather than left out where this many times its size finds room."""
_OPACITY, _STRESSED = 0.5, 0.8
"""Of bands, and of highlighted ones."""
_SOFT_EDGE = 18.0
"""How far a band that is only a lower bound fades beyond its edges."""
_STEPPED_BACK = 0.35
"""How much of the ground is in what is not highlighted."""


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands beside a node: its name, and its total below it or after it."""

    node: Node
    name: Block
    number: Block | None
    abreast: bool

    @property
    def height(self) -> float:
        size = self.name.size
        below = self.number.height + 0.62 * size if self.number and not self.abreast else 0.0
        return self.name.height + below + (ASCENT - CAPITALS + DESCENT) * size


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw a flow."""
    levels, bands = network(job)
    if not bands:
        raise ChartError("nothing flows")
    area = framed(job, canvas, names=False)
    area.bottom -= 3 * job.text_scale  # nothing touches the edge, not even the thinnest band
    settle(levels, area, job.text_scale)
    widths = [_label_width(job, canvas, level) for level in (levels[0], levels[-1])]
    gap = 14 * job.text_scale
    area.left, area.right = widths[0] + gap, max(widths[0] + gap + 1, canvas.width - widths[1] - gap)
    colours = _colours(job, levels)
    for band in sorted(bands, key=lambda band: _is_strong(job, band.start)):
        _band(job, canvas, area, band, len(levels), colours[band.start.key])
    spots = [_band_spot(job, canvas, area, band, len(levels), colours[band.start.key]) for band in bands]
    for at, level in enumerate(levels):
        for node in level:
            left = _x(area, at, len(levels), job.text_scale)
            box = (left, node.top, _NODE * job.text_scale, node.height)
            canvas.data.box(left, node.top, left + box[2], node.top + node.height, colours[node.key])
            spots.append(_node_spot(job, canvas, node, box, colours[node.key]))
        _names(job, canvas, area, level, (at, len(levels)), widths)
    return Layout(tuple(spots), "right", area.corner(canvas))


def _x(area: Area, level: int, levels: int, unit: float) -> float:
    """The left edge of a level's nodes."""
    return area.left + (area.width - _NODE * unit) * level / max(1, levels - 1)


def _is_strong(job: ChartJob, node: Node) -> bool:
    return not job.highlight or node.key == job.highlight


def _colours(job: ChartJob, levels: list[list[Node]]) -> dict[str, str]:
    """Each node that something leaves has a colour of its own, until they are used up; the others are neutral."""
    palette = job.palette
    starts = [node for level in levels for node in level if node.bands_out]
    count = 1 + len(palette.others)
    colours = {node.key: palette.text_faint for level in levels for node in level}
    for at, node in enumerate(starts):
        own = mixed(palette.series(at), palette.ground, min(0.6, 0.3 * (at // count)))
        if job.highlight:
            own = palette.accent if _is_strong(job, node) else mixed(palette.faded, palette.ground, _STEPPED_BACK)
        colours[node.key] = own
    return colours


# Bands


def _outline(start: tuple[float, float], end: tuple[float, float], thickness: float) -> Outline:
    """A band between the upper corners at its two ends."""
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    points = [(x0, y0), (middle, y0), (middle, y1), (x1, y1), (x1, y1 + thickness)]
    points += [(middle, y1 + thickness), (middle, y0 + thickness), (x0, y0 + thickness), (x0, y0)]
    curve = [Outline.CURVE4] * 3
    return Outline(points, [Outline.MOVETO, *curve, Outline.LINETO, *curve, Outline.CLOSEPOLY])


def _ends(job: ChartJob, area: Area, band: Band, levels: int) -> tuple[tuple[float, float], tuple[float, float]]:
    unit = job.text_scale
    left = _x(area, band.start.level, levels, unit) + _NODE * unit
    return (left, band.leaves), (_x(area, band.end.level, levels, unit), band.arrives)


def _band(job: ChartJob, canvas: Canvas, area: Area, band: Band, levels: int, colour: str) -> None:
    """Draw a band; soft at its edges where it is a lower bound, hatched where it is an estimate."""
    unit = job.text_scale
    start, end = _ends(job, area, band, levels)
    outline = _outline(start, end, band.thickness)
    stressed = bool(job.highlight) and _is_strong(job, band.start)
    canvas.data.fill(outline, colour, _STRESSED if stressed else _OPACITY)
    if band.row.qualifier == "at_least":
        for side in (-1, 1):
            _soft_edge(canvas, start, end, band.thickness * (side > 0), side * _SOFT_EDGE * unit, colour)
    if band.row.qualifier == "about":
        hatch(canvas.data, outline, job.palette.ground, unit)


def _soft_edge(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], down: float, reach: float, colour: str
) -> None:
    """Strips along a band that fade away from it, from so far down on."""
    fade(
        lambda near, far, opacity: canvas.data.fill(
            _outline((start[0], start[1] + near), (end[0], end[1] + near), far - near), colour, opacity
        ),
        down,
        reach,
    )


def _band_spot(job: ChartJob, canvas: Canvas, area: Area, band: Band, levels: int, colour: str) -> Spot:
    """A band answers at its middle, where it is clear of its neighbours' ends."""
    (x0, y0), (x1, y1) = _ends(job, area, band, levels)
    wide = 0.2 * (x1 - x0)
    box = ((x0 + x1 - wide) / 2, (y0 + y1) / 2, wide, band.thickness)
    label = f"{band.start.name} → {band.end.name}"
    return replace(spot(job, canvas, band.row, band.cell, 0, box, colour), label=label)


# Nodes


def _total(job: ChartJob, node: Node) -> str:
    """What passes a node, written as the flows are."""
    bands = max(node.bands_in, node.bands_out, key=lambda bands: sum(band.value for band in bands))
    written = [band.cell.written for band in bands]
    places = max(len(text.rstrip("%").partition(".")[2]) for text in written)
    meant = {band.row.qualifier for band in bands}
    sign = SIGNS["about" if "about" in meant else "at_least" if "at_least" in meant else "exact"]
    percent = "%" if written[0].endswith("%") else ""
    number = round(node.value, places) or node.value
    return sign + job.digits(number) + percent


def _node_spot(job: ChartJob, canvas: Canvas, node: Node, box: tuple[float, float, float, float], colour: str) -> Spot:
    band = (node.bands_out or node.bands_in)[0]
    said = str(Written("", _total(job, node), job.unit))
    shown = spot(job, canvas, band.row, Cell(node.value, said=said), 0, box, colour)
    same = all(other.row.source == band.row.source for other in (*node.bands_out, *node.bands_in))
    return replace(shown, label=node.name, note="", source=shown.source if same else "")


def _label_width(job: ChartJob, canvas: Canvas, level: Sequence[Node]) -> float:
    """How wide the names and totals beside a level are."""
    unit = job.text_scale
    small = SMALL * unit
    widths = [0.0]
    for node in level:
        total = _total(job, node)
        abreast = width_of(node.name, small) + _ABREAST * small + width_of(total, small, "Bold") + 1
        widths += [abreast, width_of(node.name, LABEL * unit) + 1, width_of(total, _NUMBER * unit, "Bold")]
    return min(_LABELS * canvas.width, max(widths))


def _names(
    job: ChartJob, canvas: Canvas, area: Area, level: list[Node], at: tuple[int, int], widths: Sequence[float]
) -> None:
    """Write a level's names and totals: left of the first nodes, right of the others."""
    unit, (number, levels) = job.text_scale, at
    left = _x(area, number, levels, unit)
    between = (area.width / max(1, levels - 1)) * 0.62 - _NODE * unit
    room = widths[0] if number == 0 else widths[1] if number == levels - 1 else between
    wanted = [_label(job, node, room, slot) for node, slot in zip(level, _slots(level, area), strict=True)]
    labels = _fitting([label for label in wanted if label], area)
    tops = apart(
        [label.node.middle - label.height / 2 for label in labels],
        [label.height for label in labels],
        area.top,
        area.bottom,
    )
    side: Align = "right" if number == 0 else "left"
    x = left - 14 * unit if number == 0 else left + (_NODE + 14) * unit
    for label, top in zip(labels, tops, strict=True):
        _write(job, canvas, label, x, top + (ASCENT - CAPITALS) * label.name.size, side)


def _slots(level: Sequence[Node], area: Area) -> list[float]:
    """The height that each label of a level has for itself."""
    edges = [area.top]
    edges += [(one.top + one.height + other.top) / 2 for one, other in pairwise(level)]
    edges.append(area.bottom)
    return [2 * min(node.middle - a, b - node.middle) for node, (a, b) in zip(level, pairwise(edges), strict=True)]


def _fitting(labels: list[_Label], area: Area) -> list[_Label]:
    """As many labels as a level's height holds: those of the smallest nodes are left out."""
    kept = list(labels)
    while kept and sum(label.height for label in kept) > area.height:
        kept.remove(min(kept, key=lambda label: label.node.value))
    return kept


def _label(job: ChartJob, node: Node, room: float, slot: float) -> _Label | None:
    """The total under the name where there is height enough, else after it, else the name alone, else nothing."""
    unit, total = job.text_scale, _total(job, node)
    small = SMALL * unit
    size = max(small, min(_NUMBER * unit, 0.3 * slot))
    number = fitted(total, room, (small, size), 1, "Bold")
    name = max(small, min(LABEL * unit, 0.22 * slot))
    air = number.height + (0.62 + ASCENT - CAPITALS + DESCENT) * name
    if stacked := whole(node.name, room, slot - air, (small, name), _LINES):
        return _Label(node, stacked, number, abreast=False)
    left = room - width_of(total, small, "Bold") - _ABREAST * small
    if width_of(node.name, small) <= left or left >= _CUT_FROM * small:
        return _Label(node, Block((cut(node.name, left, small),), small), Block((total,), small, "Bold"), abreast=True)
    alone = whole(node.name, room, slot - (ASCENT - CAPITALS + DESCENT) * small, (small, small), _LINES)
    if alone or room >= _CUT_FROM * small:
        return _Label(node, alone or Block((cut(node.name, room, small),), small), None, abreast=True)
    return None


def _write(job: ChartJob, canvas: Canvas, label: _Label, x: float, top: float, side: Align) -> None:
    palette = job.palette
    strong = bool(job.highlight) and label.node.key == job.highlight
    halo = palette.ground if label.node.bands_in and label.node.bands_out else ""
    soft = palette.text if strong or halo else palette.text_soft
    if label.number and not label.abreast:
        canvas.data.block(label.name, x, top, soft, align=side, halo=halo)
        below = top + label.name.height + 0.62 * label.name.size
        canvas.data.block(label.number, x, below, palette.text, align=side, halo=halo)
        return
    gap = _ABREAST * label.name.size
    number = label.number.width + gap if label.number else 0.0
    name_x = x - number if side == "right" else x
    canvas.data.block(label.name, name_x, top, soft, align=side, halo=halo)
    if label.number:
        number_x = x if side == "right" else x + label.name.width + gap
        canvas.data.block(label.number, number_x, top, palette.text, align=side, halo=halo)
