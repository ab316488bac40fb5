"""Outlines that charts are made of: bars with a rounded end, wedges of a ring, areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Literal

from matplotlib.path import Path as Outline

End = Literal["none", "top", "bottom", "right", "left", "all"]
Point = tuple[float, float]

_ROUND = 0.5523
"""How far a cubic curve's handles reach for a quarter of a circle."""
_CORNERS: dict[End, tuple[bool, bool, bool, bool]] = {
    "none": (False, False, False, False),
    "top": (True, True, False, False),
    "right": (False, True, True, False),
    "bottom": (False, False, True, True),
    "left": (True, False, False, True),
    "all": (True, True, True, True),
}
"""Which corners are round: upper left, upper right, lower right, lower left."""


def bar(left: float, top: float, right: float, bottom: float, radius: float, end: End) -> Outline:
    """A rectangle with the corners of one end rounded."""
    radius = max(0.0, min(radius, (right - left) / 2, (bottom - top) / 2))
    corners = (
        (left, top, 0, 1, 1, 0),
        (right, top, -1, 0, 0, 1),
        (right, bottom, 0, -1, -1, 0),
        (left, bottom, 1, 0, 0, -1),
    )
    points: list[Point] = []
    codes: list[Any] = []
    for (x, y, in_x, in_y, out_x, out_y), is_round in zip(corners, _CORNERS[end], strict=True):
        r = radius if is_round else 0.0
        k = r * (1 - _ROUND)
        points += [(x + in_x * r, y + in_y * r), (x + in_x * k, y + in_y * k)]
        points += [(x + out_x * k, y + out_y * k), (x + out_x * r, y + out_y * r)]
        codes += [Outline.LINETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4]
    codes[0] = Outline.MOVETO
    return Outline([*points, points[0]], [*codes, Outline.CLOSEPOLY])


def wedge(x: float, y: float, inner: float, outer: float, begin: float, end: float) -> Outline:
    """A part of a ring around a point, between two angles in degrees clockwise from twelve o'clock."""
    steps = max(2, math.ceil((end - begin) / 2))
    angles = [math.radians(begin + (end - begin) * step / steps) for step in range(steps + 1)]
    outside = [(x + outer * math.sin(a), y - outer * math.cos(a)) for a in angles]
    inside = [(x + inner * math.sin(a), y - inner * math.cos(a)) for a in reversed(angles)]
    return closed([*outside, *inside])


def closed(points: Sequence[Point]) -> Outline:
    """A polygon."""
    return Outline([*points, points[0]], closed=True)


def spoke(x: float, y: float, inner: float, outer: float, angle: float) -> list[Point]:
    """A line from a ring's inner to its outer edge, at degrees clockwise from twelve o'clock."""
    across, down = math.sin(math.radians(angle)), -math.cos(math.radians(angle))
    return [(x + radius * across, y + radius * down) for radius in (inner, outer)]
