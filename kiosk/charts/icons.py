"""Small pictures of what is counted, as outlines one unit high: our own, since fonts lack them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D

from kiosk.charts.shapes import bar, closed


@cache
def icon(name: str) -> Outline:
    """An icon in a box that is one unit high and begins at 0, 0; y downwards."""
    return _ICONS[name]()


def placed(outline: Outline, x: float, y: float, size: float) -> Outline:
    """An icon with its upper left corner at a point, so many pixels high."""
    moved: Outline = Affine2D().scale(size).translate(x, y).transform_path(outline)
    return moved


def breadth(outline: Outline) -> float:
    """An icon's width, as a part of its height."""
    right: float = outline.get_extents().x1
    return right


def _dot() -> Outline:
    return Outline.circle((0.5, 0.5), 0.5)


def _person() -> Outline:
    head = Outline.circle((0.25, 0.14), 0.14)
    trunk = bar(0.0, 0.32, 0.5, 0.68, 0.14, "all")
    legs = bar(0.1, 0.5, 0.4, 1.0, 0.09, "bottom")
    return _whole(head, trunk, legs)


def _train() -> Outline:
    body = closed(
        [(0.0, 0.16), (0.78, 0.16), (0.92, 0.2), (1.06, 0.3), (1.2, 0.46), (1.28, 0.6), (1.28, 0.72), (0.0, 0.72)]
    )
    windows = [_hole(left, 0.28, left + 0.19, 0.45) for left in (0.1, 0.36, 0.62)]
    front = closed([(0.88, 0.28), (0.88, 0.45), (1.07, 0.45), (0.97, 0.33)])
    wheels = [Outline.circle((at, 0.83), 0.1) for at in (0.22, 0.5, 1.0)]
    rail = bar(0.0, 0.94, 1.28, 1.0, 0.03, "all")
    return _whole(body, *windows, front, *wheels, rail)


def _container() -> Outline:
    walls = bar(0.0, 0.14, 1.5, 0.86, 0.04, "all")
    folds = [_hole(0.12 + at * 0.165, 0.27, 0.185 + at * 0.165, 0.73) for at in range(8)]
    feet = [bar(left, 0.82, left + 0.2, 0.94, 0.02, "bottom") for left in (0.0, 1.3)]
    return _whole(walls, *folds, *feet)


def _building() -> Outline:
    tower = bar(0.0, 0.0, 0.5, 1.0, 0.03, "top")
    side = bar(0.53, 0.38, 0.86, 1.0, 0.03, "top")
    windows = [_hole(left, top, left + 0.1, top + 0.1) for left in (0.1, 0.3) for top in (0.12, 0.32, 0.52)]
    windows += [_hole(left, top, left + 0.08, top + 0.1) for left in (0.59, 0.72) for top in (0.5, 0.7)]
    door = _hole(0.19, 0.78, 0.31, 1.0)
    return _whole(tower, side, *windows, door)


def _plane() -> Outline:
    right = [(0.555, 0.08), (0.57, 0.36), (1.0, 0.63), (1.0, 0.72), (0.57, 0.6), (0.55, 0.83), (0.7, 0.93), (0.7, 1.0)]
    left = [(1 - x, y) for x, y in reversed(right)]
    return closed([(0.5, 0.0), *right, (0.5, 0.95), *left])


def _hole(left: float, top: float, right: float, bottom: float) -> Outline:
    """A rectangle that runs the other way round, and so is left out of what it lies in."""
    return closed([(left, top), (left, bottom), (right, bottom), (right, top)])


def _whole(*parts: Outline) -> Outline:
    """Several outlines as one."""
    one: Outline = Outline.make_compound_path(*parts)
    return one


_ICONS: dict[str, Callable[[], Outline]] = {
    "dot": _dot,
    "person": _person,
    "train": _train,
    "container": _container,
    "building": _building,
    "plane": _plane,
}
