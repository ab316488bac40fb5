"""Bumps: a band for each row that winds from rank to rank, named at both ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from kiosk.charts.canvas import Align, Canvas
from kiosk.charts.colours import readable
from kiosk.charts.dots import dot
from kiosk.charts.frame import LABEL, SMALL, Area, framed, is_strong, spot
from kiosk.charts.job import ChartJob, Row
from kiosk.charts.lettering import CAPITALS, LEADING, Weight, filling, fitted, largest, width_of
from kiosk.charts.picture import Layout, Spot

_NAMES, _NAMES_NARROW = 0.2, 0.27
"""The widest that names may be on each side, as a part of the picture; in a narrow one, on the right side alone."""
_WIDE = 720.0
"""From this width on, at 1080 lines, rows are named at both ends."""
_MOST_LINES = 4
"""Of a long name, where a band has room for them."""
_COLOURED = 6
"""So many rows, the first ones of the last moment, have colours of their own; the others step back."""
_LARGEST_DOT = 22.0
_OF_STEP = 0.2
"""The largest that a dot may be, as a part of the distance between two moments."""
_HOLLOW = 0.8
"""The hole of a dot with a rank in it, as a part of its radius."""
_RANKED_FROM = 0.72
"""Dots carry their rank where its size is at least this part of the smallest text's."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands at one moment."""

    x: float
    y: float
    rank: int
    series: int


@dataclass(frozen=True, slots=True)
class _Course:
    """A row's way, in pieces between gaps."""

    row: Row
    pieces: tuple[tuple[_Place, ...], ...]
    colour: str

    @property
    def places(self) -> tuple[_Place, ...]:
        return tuple(place for piece in self.pieces for place in piece)


def ranks(job: ChartJob) -> list[list[int | None]]:
    """For each moment, each row's rank: 1 is the largest, equal ones in the table's order; None in a gap."""
    found: list[list[int | None]] = []
    for series in range(len(job.series)):
        values = [row.cells[series].value for row in job.rows]
        given = [(at, value) for at, value in enumerate(values) if value is not None]
        order = [at for at, _ in sorted(given, key=lambda pair: -pair[1])]
        found.append([order.index(at) + 1 if value is not None else None for at, value in enumerate(values)])
    return found


def draw(job: ChartJob, canvas: Canvas) -> Layout:
    """Draw bumps."""
    unit = job.text_scale
    area = framed(job, canvas, names=False)
    area.top += LEADING * LABEL * unit + 14 * unit
    area.bottom -= 0.4 * SMALL * unit
    band = area.height / len(job.rows)
    size = max(SMALL * unit, min(LABEL * unit, 0.6 * band))
    both = canvas.width >= _WIDE * unit
    share = 1 - (2 * _NAMES if both else _NAMES_NARROW)
    radius = min(_LARGEST_DOT * unit, 0.4 * band, _OF_STEP * share * area.width / len(job.series))
    widest = max(width_of(row.label, size, "Medium") for row in job.rows)
    name = min((_NAMES if both else _NAMES_NARROW) * canvas.width, widest)
    edge = radius + 14 * unit
    first = area.left + (name + edge if both else radius)
    last = area.right - name - edge
    step = (last - first) / (len(job.series) - 1)
    xs = [first + at * step for at in range(len(job.series))]
    _heads(job, canvas, area, xs, step)
    courses = _courses(job, xs, area.top, band)
    for course in reversed(courses):
        _draw_course(job, canvas, course, radius)
    free = _every(len(job.rows), band, size)
    lines = max(1, min(_MOST_LINES, int(band / (LEADING * SMALL * unit)) - 1))
    for course in courses:
        if both:
            _name(job, canvas, course, name, size, lines, free, first=True, away=edge)
        _name(job, canvas, course, name, size, lines, free, first=False, away=edge)
    spots = tuple(_spot(job, canvas, course, place) for course in courses for place in course.places)
    return Layout(spots, "right")


def _every(rows: int, band: float, size: float) -> set[int]:
    """The ranks whose names have room: every nth one where bands are low."""
    step = max(1, round(1.1 * size / band + 0.49))
    return set(range(1, rows + 1, step))


def _heads(job: ChartJob, canvas: Canvas, area: Area, xs: list[float], step: float) -> None:
    """The moments above their columns, as many as have room from the last one back."""
    unit = job.text_scale
    free = canvas.width
    for x, text in reversed(list(zip(xs, job.series, strict=True))):
        block = fitted(text, max(step - 12 * unit, 90 * unit), (SMALL * unit, LABEL * unit), 1)
        middle = min(max(x, block.width / 2), canvas.width - block.width / 2)
        if middle + block.width / 2 <= free:
            canvas.base.block(block, middle, area.top - 20 * unit - block.height, job.palette.text_soft, align="center")
            free = middle - block.width / 2 - 16 * unit


def _courses(job: ChartJob, xs: list[float], top: float, band: float) -> list[_Course]:
    """The rows' ways, those that end at the top first, the highlighted one before them."""
    found = ranks(job)
    ends = {at: next((of[at] for of in reversed(found) if of[at] is not None), None) for at in range(len(job.rows))}
    order = sorted(
        (at for at, end in ends.items() if end), key=lambda at: (job.rows[at].key != job.highlight, ends[at])
    )
    courses = []
    for shown, at in enumerate(order):
        pieces: list[list[_Place]] = [[]]
        for series, (x, of) in enumerate(zip(xs, found, strict=True)):
            rank = of[at]
            if rank is None:
                pieces.append([])
            else:
                pieces[-1].append(_Place(x, top + (rank - 0.5) * band, rank, series))
        colour = _colour(job, job.rows[at], shown)
        courses.append(_Course(job.rows[at], tuple(tuple(piece) for piece in pieces if piece), colour))
    return courses


def _colour(job: ChartJob, row: Row, shown: int) -> str:
    if job.highlight:
        return job.palette.accent if is_strong(job, row) else job.palette.faded
    return job.palette.series(shown) if shown < _COLOURED else job.palette.faded


def _draw_course(job: ChartJob, canvas: Canvas, course: _Course, radius: float) -> None:
    unit = job.text_scale
    size = largest(["20"], 1.5 * radius, (0.0, 24 * unit), "Bold")
    ranked = size >= _RANKED_FROM * SMALL * unit
    strong = bool(job.highlight) and is_strong(job, course.row)
    width = max(3 * unit, (0.5 if strong else 0.36) * radius)
    for piece in course.pieces:
        if len(piece) > 1:
            canvas.data.add(
                PathPatch(_winding(piece), facecolor="none", edgecolor=course.colour, linewidth=width, capstyle="round")
            )
        for place in piece:
            r = radius if ranked else min(radius, 9 * unit)
            dot(job, canvas, course.row, place.x, place.y, r, course.colour)
            if ranked and course.row.qualifier == "at_least":
                canvas.data.dot(place.x, place.y, _HOLLOW * r, job.palette.ground)
            if ranked:
                _rank(job, canvas, course, place, size)


def _winding(piece: tuple[_Place, ...]) -> Outline:
    """A line that leaves and reaches every rank level."""
    points = [(piece[0].x, piece[0].y)]
    codes = [Outline.MOVETO]
    for before, after in pairwise(piece):
        middle = (before.x + after.x) / 2
        points += [(middle, before.y), (middle, after.y), (after.x, after.y)]
        codes += [Outline.CURVE4] * 3
    return Outline(points, codes)


def _rank(job: ChartJob, canvas: Canvas, course: _Course, place: _Place, size: float) -> None:
    palette = job.palette
    fill = palette.ground if course.row.qualifier == "at_least" else course.colour
    ink = readable(fill, (palette.text, palette.ground))
    canvas.data.write(str(place.rank), place.x, place.y + CAPITALS * size / 2, size, ink, weight="Bold", align="center")


def _name(
    job: ChartJob,
    canvas: Canvas,
    course: _Course,
    room: float,
    size: float,
    lines: int,
    free: set[int],
    *,
    first: bool,
    away: float,
) -> None:
    """A row's name beside its first or last rank, if it was ranked at that end."""
    place = course.places[0 if first else -1]
    strong = bool(job.highlight) and is_strong(job, course.row)
    at_end = place.series == (0 if first else len(job.series) - 1)
    if not at_end or (place.rank not in free and not strong):
        return
    weight: Weight = "Medium" if strong or not job.highlight else "Regular"
    block = filling(course.row.label, room, (SMALL * job.text_scale, size), lines, weight)
    ink = job.palette.text if strong or not job.highlight else job.palette.text_soft
    x = place.x - away if first else place.x + away
    align: Align = "right" if first else "left"
    canvas.data.block(block, x, place.y - block.height / 2, ink, align=align)


def _spot(job: ChartJob, canvas: Canvas, course: _Course, place: _Place) -> Spot:
    """A rank that can be touched; its callout says the number and the rank."""
    cell = course.row.cells[place.series]
    rank = f"（第{place.rank}位）" if job.language == "zh" else f" (no. {place.rank})"
    box = (place.x, place.y, 0.0, 0.0)
    return spot(
        job, canvas, course.row, replace(cell, said=cell.said + rank), place.series, box, course.colour, point=True
    )
