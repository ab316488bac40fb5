"""What the lines of a chart say at each moment, for a finger that is drawn along them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from kiosk.charts import Spot

READ: Final = frozenset({"line", "area"})
"""The kinds of charts that are read so."""


class Readings:
    """The points of a chart by their moments, from left to right. Positions are shares of the picture's width."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        moments: dict[float, list[Spot]] = {}
        for spot in spots:
            if spot.shape == "point":
                moments.setdefault(round(spot.x, 4), []).append(spot)
        self._across = sorted(moments)
        self._moments = [tuple(sorted(moments[at], key=lambda spot: spot.y)) for at in self._across]

    def __bool__(self) -> bool:
        return len(self._across) > 1

    def nearest(self, x: float) -> int:
        """The index of the moment nearest to a position."""
        right = bisect_left(self._across, x)
        around = [at for at in (right - 1, right) if 0 <= at < len(self._across)]
        return min(around, key=lambda at: abs(self._across[at] - x), default=-1)

    def across(self, moment: int) -> float:
        """Where a moment is."""
        return self._across[moment] if moment < len(self._across) else 0.0

    def label(self, moment: int) -> str:
        """What a moment is called."""
        return self._moments[moment][0].label if moment < len(self._moments) else ""

    def spots(self, moment: int) -> tuple[Spot, ...]:
        """Every line's point there, the highest first."""
        return self._moments[moment] if moment < len(self._moments) else ()
