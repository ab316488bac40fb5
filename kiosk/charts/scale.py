"""From values to places: scales, and round values to draw gridlines at."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line between two values and the pixels that they stand at."""

    low: float
    high: float
    start: float
    """Where `low` stands."""
    end: float
    """Where `high` stands."""

    def at(self, value: float) -> float:
        """Where a value stands."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * ((value - self.low) / span if span else 0.0)


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """At most so many round values between two, evenly apart: steps of 1, 2, 2.5 or 5 times a power of ten."""
    span = high - low
    if span / most < sys.float_info.min:  # nothing lies between, or powers of ten come to an end
        return [low]
    magnitude = 10.0 ** math.floor(math.log10(span / most))
    steps = (magnitude * part for part in (1, 2, 2.5, 5, 10, 20))
    step = next(step for step in steps if math.floor(high / step) - math.ceil(low / step) + 1 <= most)
    return [round(at * step, 12) for at in range(math.ceil(low / step), math.floor(high / step) + 1)]


def bounds(values: list[float], *, zero: bool = True) -> tuple[float, float]:
    """The smallest and the largest value, with zero between or at one of them if that is asked for."""
    low, high = min(values), max(values)
    if zero:
        low, high = min(0.0, low), max(0.0, high)
    return (low, high) if high > low else (low, low + 1.0)
