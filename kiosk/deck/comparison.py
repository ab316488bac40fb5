"""Two platforms side by side, from the one set of indicators that the platforms' files fill in."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from kiosk.deck.model import Deck, Indicator, IndicatorKind, Platform
from kiosk.deck.shown import Reader, Shown
from kiosk.deck.units import DATES

ROW: Final = ("label", "sources", "zero", "sides")
"""One indicator: its name, the ids of its sources, where zero lies on the scale of its bars, and its two sides."""
SIDE: Final = ("value", "period", "note", "start", "length", "open")
"""What one platform says to it, "" where it says nothing, and its bar: both as shares of the scale."""


def comparable(deck: Deck) -> tuple[Platform, ...]:
    """The platforms that say something to at least one indicator, and that can be opened."""
    return tuple(platform for platform in deck.platforms if platform.indicators and platform.slides)


def pair(deck: Deck, left: str = "") -> tuple[str, ...]:
    """The ids of two platforms that are worth comparing, the left one given or not; () where there are none.

    Those of different groups come before those of one, then those that share most numbers, then the first ones.
    """
    pairs = list(combinations(comparable(deck), 2))
    with_left = [two if two[0].id == left else two[::-1] for two in pairs if left in {two[0].id, two[1].id}]
    best = max(with_left or pairs, key=_worth, default=())
    return tuple(platform.id for platform in best)


def _worth(two: tuple[Platform, ...]) -> tuple[bool, int]:
    """How much a pair is worth comparing."""
    groups = {platform.group for platform in two}
    shared = set.intersection(*({i.id for i in platform.indicators if i.value is not None} for platform in two))
    return len(groups) > 1, len(shared)


def compared(reader: Reader, deck: Deck, left: Platform, right: Platform) -> tuple[list[Shown], list[Shown]]:
    """What two platforms say: the indicators that have bars, and all others; each that at least one of them fills in.

    A date has no bar: nobody compares years from zero.
    """
    bars: list[Shown] = []
    words: list[Shown] = []
    given = [{indicator.id: indicator for indicator in platform.indicators} for platform in (left, right)]
    for kind in deck.indicators:
        sides = [each.get(kind.id) for each in given]
        if any(sides):
            has_bars = kind.unit is not None and kind.unit.noun not in DATES
            (bars if has_bars else words).append(_row(reader, kind, sides))
    return bars, words


def _row(reader: Reader, kind: IndicatorKind, sides: list[Indicator | None]) -> Shown:
    values = [side.value or 0.0 for side in sides if side]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    return {
        "label": reader.words(kind.label),
        "sources": " ".join(dict.fromkeys(side.source for side in sides if side)),
        "zero": -low / span,
        "sides": [_side(reader, kind, side, low, span) for side in sides],
    }


def _side(reader: Reader, kind: IndicatorKind, side: Indicator | None, low: float, span: float) -> Shown:
    """One side of a row; its bar reaches from zero to its value."""
    if side is None:
        return {"value": "", "period": "", "note": "", "start": 0.0, "length": 0.0, "open": False}
    value = side.value or 0.0
    shown = reader.indicator(kind, side)
    return {name: shown[name] for name in ("value", "period", "note")} | {
        "start": (min(0.0, value) - low) / span,
        "length": abs(value) / span,
        "open": side.qualifier == "at_least" and value > 0,
    }
