"""Which mark of a chart a finger means."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kiosk.charts import Spot
from kiosk.charts.picture import Rings


def nearest(spots: Sequence[Spot], x: float, y: float, width: float, height: float, target: float) -> int:
    """The index of the mark nearest to a touch; -1 where none is near.

    Everything in pixels of a picture `width` by `height`. A mark smaller than `target` answers as if it were as large.
    """
    away = [_distance(spot, x, y, width, height, target) for spot in spots]
    best = min(away, default=math.inf)
    return away.index(best) if math.isfinite(best) else -1


def _distance(spot: Spot, x: float, y: float, width: float, height: float, target: float) -> float:
    """How far a touch is from a mark; infinite where it is not meant."""
    if spot.shape == "wedge":
        return _from_wedge(spot, x, y, width, height)
    half_w, half_h = spot.w * width / 2, spot.h * height / 2
    off_x, off_y = abs(x - spot.x * width - half_w), abs(y - spot.y * height - half_h)
    if off_x > max(half_w, target / 2) or off_y > max(half_h, target / 2):
        return math.inf
    in_the_middle = 1e-3 * math.hypot(off_x, off_y)  # of two that both hold the touch, the one more in the middle
    if spot.shape == "area":
        if _holds(spot.outline, x / width, y / height):
            return in_the_middle
        if max(half_w, half_h) > target / 2:
            return math.inf
        return target + in_the_middle  # a small area answers beside it, where no other one is
    outside = math.hypot(max(0.0, off_x - half_w), max(0.0, off_y - half_h))
    return outside + in_the_middle


def _holds(outline: Rings, x: float, y: float) -> bool:
    """Whether a point lies within an area: inside an odd number of its rings."""
    inside = False
    for ring in outline:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], *ring[:1]), strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (x1 - x0) * (y - y0) / (y1 - y0):
                inside = not inside
    return inside


def _from_wedge(spot: Spot, x: float, y: float, width: float, height: float) -> float:
    off_x, off_y = x - spot.cx * width, y - spot.cy * height
    angle = math.degrees(math.atan2(off_x, -off_y))
    inside = spot.r0 * width <= math.hypot(off_x, off_y) <= spot.r1 * width
    turned = (angle - spot.a0) % 360
    return abs(turned - (spot.a1 - spot.a0) / 2) * 1e-3 if inside and turned <= spot.a1 - spot.a0 else math.inf
