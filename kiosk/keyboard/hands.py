"""Fingers on the keys: which key each one presses, and when that is struck."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from kiosk.keyboard.layouts import WIDE, Does, Key

REPEATED: Final = frozenset({Does.ERASE, Does.LEFT, Does.RIGHT})
"""What a key that is held does again and again."""
_BESIDE: Final = 0.5
"""A finger may leave its key by so much of a key …"""
_STILL: Final = 0.3
"""… and has not moved if it moved less."""
_AWAY: Final = 1.5
"""So far from what a held key offers, a finger wants none of it."""
_ABREAST: Final = 5


class Strike(NamedTuple):
    """A key that is to do what it does; `text` where it is to write something besides its own."""

    key: Key
    text: str = ""


class Offer(NamedTuple):
    """What a held key writes besides, in rows above it."""

    texts: tuple[str, ...]
    columns: int
    x: float
    y: float

    def cell(self, place: int) -> tuple[float, float]:
        """The upper left corner of a text's place; the first one is in the lowest row."""
        rows = math.ceil(len(self.texts) / self.columns)
        return self.x + place % self.columns, self.y + rows - 1 - place // self.columns


class _Finger:
    def __init__(self, key: Key, x: float, y: float) -> None:
        self.key = key
        self.begin = self.at = (x, y)
        self.struck = False


class Hands:
    """The fingers that are down, by their numbers; `keys` gives the keys, places are in keys."""

    def __init__(self, keys: Callable[[], Sequence[Key]]) -> None:
        self._keys = keys
        self._down: dict[int, _Finger] = {}
        self._holds = -1
        """The finger whose key offers something."""
        self.offer: Offer | None = None

    @property
    def pressed(self) -> list[Key]:
        """The keys that are to look pressed."""
        return [each.key for each in self._down.values() if not each.struck or each.key.does in REPEATED]

    @property
    def picked(self) -> int:
        """Which of the offered texts the finger is at; -1 for none."""
        if self.offer is None:
            return -1
        finger = self._down[self._holds]
        if math.dist(finger.at, finger.begin) < _STILL:
            return 0
        away = [math.dist(finger.at, self._middle(place)) for place in range(len(self.offer.texts))]
        nearest = min(range(len(away)), key=away.__getitem__)
        return nearest if away[nearest] <= _AWAY else -1

    def _middle(self, place: int) -> tuple[float, float]:
        x, y = self.offer.cell(place) if self.offer else (0.0, 0.0)
        return x + 0.5, y + 0.5

    def press(self, finger: int, x: float, y: float) -> None:
        """A finger is put down: it presses the nearest key. What others pressed is to be struck before."""
        nearest = min(self._keys(), key=lambda key: _away(key, x, y))
        if _away(nearest, x, y) <= _BESIDE:
            self._down[finger] = _Finger(nearest, x, y)

    def strike_all(self, coming: int, x: float, y: float) -> list[Strike]:
        """What fingers that are down have pressed, in their order, as another one comes; none for one told of twice."""
        known = self._down.get(coming)
        if known and math.dist(known.begin, (x, y)) < _STILL:
            return []
        return [strike for finger in self._down if finger != coming for strike in self._strike(finger)]

    def move(self, finger: int, x: float, y: float) -> None:
        """A finger that is down is elsewhere."""
        if finger in self._down:
            self._down[finger].at = (x, y)

    def lift(self, finger: int, x: float, y: float) -> list[Strike]:
        """A finger is lifted: its key is struck if it is still there, or what it picked of the key's offer."""
        if finger not in self._down:
            return []
        self.move(finger, x, y)
        struck = self._strike(finger)
        del self._down[finger]
        return struck

    def cancel(self) -> None:
        """All fingers are gone, and meant nothing."""
        self._down.clear()
        self._forget_offer()

    def hold(self) -> Strike | None:
        """The finger that was put down last has held its key: it offers more, or is struck again and again."""
        finger = next(reversed(self._down), -1)
        if finger < 0:
            return None
        down = self._down[finger]
        if down.key.does in REPEATED and _away(down.key, *down.at) <= _BESIDE:
            down.struck = True
            return Strike(down.key)
        if down.key.others and not down.struck and self.offer is None:
            self._holds, self.offer = finger, _offer(down.key)
        return None

    def _strike(self, finger: int) -> list[Strike]:
        down = self._down[finger]
        if down.struck:
            return []
        down.struck = True
        if self.offer and self._holds == finger:
            texts, picked = self.offer.texts, self.picked
            self._forget_offer()
            return [Strike(down.key, texts[picked])] if picked >= 0 else []
        return [Strike(down.key)] if _away(down.key, *down.at) <= _BESIDE else []

    def _forget_offer(self) -> None:
        self._holds, self.offer = -1, None


def _offer(key: Key) -> Offer:
    """What a key offers, above it, within the board's width."""
    count = len(key.others)
    columns = count if count <= _ABREAST else math.ceil(count / 2)
    x = min(max(0.0, key.x + key.width / 2 - 0.5), WIDE - columns)
    return Offer(key.others, columns, x, key.y - math.ceil(count / columns))


def _away(key: Key, x: float, y: float) -> float:
    """How far a place is from a key; 0 on it."""
    return math.hypot(max(key.x - x, 0, x - key.x - key.width), max(key.y - y, 0, y - key.y - key.height))
