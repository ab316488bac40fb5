"""Where a map, the enlarged part of it and its key stand in a picture, each as large as the others let it be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from kiosk.charts.frame import Area

Size = tuple[float, float]
Corner = tuple[float, float]
"""0 or 1 for left or right, 0 or 1 for top or bottom."""

_SCALES = tuple(1 - 0.05 * step for step in range(13))
_CORNERS: tuple[Corner, ...] = ((0, 0), (0, 1), (1, 0), (1, 1))
_PLACES = (0.5, 0.0, 1.0)
_WIDEST, _HIGHEST = 0.5, 0.85
"""The most of the picture's width and of its height that the enlarged part takes."""
_WORTH = 0.7
"""How much the size of the map counts beside that of the enlarged part."""
_OFF_CENTRE = 0.004
"""What a map beside the middle is worth less."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The places of a map's parts, in logical pixels."""

    ground: Area
    inset: Area | None
    key: Area | None
    """None where the map has none, or no room for it."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a sheet is to hold."""

    area: Area
    shape: np.ndarray
    """The land's outline, from 0 to 1 eastwards and southwards."""
    ratio: float
    inset_ratio: float
    """0 without an inset."""
    key: Size
    """No size without a key."""
    gap: float


def sheet(
    area: Area, shape: Sequence[tuple[float, float]], ratio: float, *, inset_ratio: float, key: Size, gap: float
) -> Sheet:
    """The best sheet: the map large, the inset large, the key in a free corner, nothing on the land.

    `shape` are points close together along the land's outline, from 0 to 1 eastwards and southwards; ratios are widths
    by heights.
    """
    asked = _Asked(area, np.asarray(shape), ratio, inset_ratio, key, gap)
    _, best = max(_candidates(asked), key=lambda candidate: candidate[0])
    return best


def _candidates(asked: _Asked) -> Iterator[tuple[float, Sheet]]:
    """Sheets, each with what it is worth."""
    grounds, worths = zip(*_grounds(asked.area, asked.ratio), strict=True)
    corners = np.array([(ground.left, ground.top) for ground in grounds])
    sizes = np.array([(ground.width, ground.height) for ground in grounds])
    points = asked.shape * sizes[:, np.newaxis] + corners[:, np.newaxis]
    free = _Free(asked, points)
    for at, (ground, worth) in enumerate(zip(grounds, worths, strict=True)):
        yield from ((worth * more, Sheet(ground, inset, key)) for more, inset, key in _extras(asked, free, at))


def _grounds(area: Area, ratio: float) -> Iterator[tuple[Area, float]]:
    """Places for the map, each with what it is worth."""
    largest = min(area.height, area.width / ratio)
    for scale, across, down in product(_SCALES, _PLACES, _PLACES):
        high = largest * scale
        wide = high * ratio
        left, top = area.left + across * (area.width - wide), area.top + down * (area.height - high)
        worth = scale**_WORTH - _OFF_CENTRE * ((across != _PLACES[0]) + (down != _PLACES[0]))
        yield Area(left, top, left + wide, top + high), worth


class _Free:
    """How wide the key and the inset may be at each corner of the picture, for each place of the map."""

    def __init__(self, asked: _Asked, points: np.ndarray) -> None:
        key_ratio = asked.key[0] / asked.key[1] if asked.key[0] else 0.0
        self.for_key, self.for_inset = (
            {corner: _reach(asked, points, corner, ratio).tolist() for corner in _CORNERS if ratio}
            for ratio in (key_ratio, asked.inset_ratio)
        )
        self.keys = {corner: _at_corner(asked.area, corner, asked.key) for corner in self.for_key}
        self.beside = {
            (there, corner): float(_reach(asked, _nearest(key, corner), corner, asked.inset_ratio))
            for there, key in self.keys.items()
            for corner in self.for_inset
        }
        """The same for the inset, only for the key being at one of them."""


def _extras(asked: _Asked, free: _Free, at: int) -> Iterator[tuple[float, Area | None, Area | None]]:
    """The places of inset and key beside one place of the map, and what they make it worth."""
    if not asked.key[0]:
        for worth, inset in _insets(asked, free, at, None):
            yield worth, inset, None
        return
    none_free = True
    for corner in _CORNERS:
        if free.for_key[corner][at] < asked.key[0]:
            continue
        none_free = False
        for worth, inset in _insets(asked, free, at, corner):
            yield worth, inset, free.keys[corner]
    if none_free:
        for worth, inset in _insets(asked, free, at, None):
            yield 0.3 * worth, inset, None


def _insets(asked: _Asked, free: _Free, at: int, key: Corner | None) -> Iterator[tuple[float, Area | None]]:
    if not asked.inset_ratio:
        yield 1.0, None
        return
    area = asked.area
    most = min(_WIDEST * area.width, _HIGHEST * area.height * asked.inset_ratio)
    for corner in _CORNERS:
        wide = min(most, free.for_inset[corner][at])
        if key is not None:
            wide = min(wide, free.beside[key, corner])
        if wide > 0:
            yield wide / most, _at_corner(area, corner, (wide, wide / asked.inset_ratio))
    yield 1e-3, None


def _nearest(key: Area, corner: Corner) -> np.ndarray:
    """The corner of the key that is nearest to one of the picture."""
    return np.array([(key.right if corner[0] else key.left, key.bottom if corner[1] else key.top)])


def _reach(asked: _Asked, points: np.ndarray, corner: Corner, ratio: float) -> np.ndarray:
    """How wide a rectangle at a corner of the picture may be before it comes near a point, for each set of points."""
    area = asked.area
    across = np.abs(points[..., 0] - (area.right if corner[0] else area.left)) - asked.gap
    down = np.abs(points[..., 1] - (area.bottom if corner[1] else area.top)) - asked.gap
    free = np.min(np.maximum(across, down * ratio), axis=-1)
    most: np.ndarray = np.minimum(free, min(area.width, area.height * ratio))
    return most


def _at_corner(area: Area, corner: Corner, size: Size) -> Area:
    left = area.right - size[0] if corner[0] else area.left
    top = area.bottom - size[1] if corner[1] else area.top
    return Area(left, top, left + size[0], top + size[1])
