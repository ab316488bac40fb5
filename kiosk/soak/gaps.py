"""How long Qt's loop was busy at a time, in memory that does not grow."""

from __future__ import annotations

from typing import Final

_BINS: Final = 2_000
"""One for each millisecond; the last for all that is longer."""


class Gaps:
    """Times in milliseconds, counted."""

    def __init__(self) -> None:
        self._counts = [0] * _BINS
        self.longest = 0.0

    def add(self, milliseconds: float) -> None:
        """Count one."""
        self._counts[min(int(milliseconds), _BINS - 1)] += 1
        self.longest = max(self.longest, milliseconds)

    def percentile(self, share: float) -> float:
        """So large a share of all times is no longer than this."""
        left = sum(self._counts) * share
        for milliseconds, count in enumerate(self._counts, start=1):
            left -= count
            if left <= 0:
                return min(float(milliseconds), self.longest)
        return self.longest
