"""The two rivers' courses, as both the drawn background and the lights that flow along them on screen use them."""

from __future__ import annotations

from typing import Final, Literal

River = Literal["yangtze", "jialing"]
Point = tuple[float, float]
Curve = tuple[Point, Point, Point, Point]

_LANDSCAPE: Final[dict[River, tuple[Point, ...]]] = {
    "yangtze": (
        (-0.06, 0.88),
        (0.115, 0.675),
        (0.29, 0.815),
        (0.45, 0.705),
        (0.60, 0.60),
        (0.81, 0.70),
        (0.945, 0.575),
        (1.06, 0.42),
    ),
    "jialing": (
        (0.20, -0.06),
        (0.245, 0.135),
        (0.37, 0.215),
        (0.43, 0.38),
        (0.475, 0.565),
        (0.60, 0.60),
    ),
}
_PORTRAIT: Final[dict[River, tuple[Point, ...]]] = {
    "yangtze": (
        (-0.10, 0.785),
        (0.13, 0.79),
        (0.34, 0.725),
        (0.55, 0.65),
        (0.78, 0.67),
        (0.95, 0.61),
        (1.10, 0.545),
    ),
    "jialing": (
        (-0.10, 0.165),
        (0.17, 0.21),
        (0.25, 0.345),
        (0.235, 0.49),
        (0.33, 0.62),
        (0.55, 0.65),
    ),
}


def curves(river: River, width: float, height: float) -> list[Curve]:
    """A river's centre line from its spring side on, as cubic Bezier curves in a picture of this size.

    A portrait picture has a course of its own. The Jialing's last point lies on the Yangtze.
    """
    course = (_PORTRAIT if height > width else _LANDSCAPE)[river]
    points = [(x * width, y * height) for x, y in course]
    before = [points[0], *points[:-1]]
    after = [*points[1:], points[-1]]
    slopes = [((b[0] - a[0]) / 6, (b[1] - a[1]) / 6) for a, b in zip(before, after, strict=True)]
    return [
        (start, (start[0] + out[0], start[1] + out[1]), (end[0] - into[0], end[1] - into[1]), end)
        for start, end, out, into in zip(points, points[1:], slopes, slopes[1:], strict=False)
    ]


def svg_path(river: River, width: float, height: float) -> str:
    """A river's centre line as SVG path data, for a picture of this size."""
    course = curves(river, width, height)
    start = course[0][0]
    steps = (" ".join(f"{x:.2f},{y:.2f}" for x, y in curve[1:]) for curve in course)
    return f"M {start[0]:.2f},{start[1]:.2f} " + " ".join(f"C {step}" for step in steps)


def points(river: River, width: float, height: float, steps: int = 24) -> list[Point]:
    """Points along a river's centre line, `steps` to each of its curves."""
    line = [_at(curve, step / steps) for curve in curves(river, width, height) for step in range(steps)]
    return [*line, curves(river, width, height)[-1][3]]


def _at(curve: Curve, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, curve, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, curve, strict=True)),
    )
