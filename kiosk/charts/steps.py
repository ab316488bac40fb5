"""Values in a few steps that keep like ones together, with round numbers between the steps."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

MOST = 5
_NEAR_ZERO = 0.3
"""A lowest step that begins within so much of its upper bound above zero begins at zero."""


def bounds(values: Sequence[float], most: int = MOST) -> list[float]:
    """The bounds of at most so many steps, in rising order: one more than there are steps.

    A value belongs to the step whose lower bound it reaches; the largest one to the last step.
    """
    groups = _groups(sorted(set(values)), most)
    between = [_round_between(lower[-1], upper[0]) for lower, upper in pairwise(groups)]
    low, high = groups[0][0], groups[-1][-1]
    margin = 0.2 * ((high - low) or abs(high) or 1.0)
    first = between[0] if between else high
    begins_at_zero = 0 <= low <= _NEAR_ZERO * first
    bottom = 0.0 if begins_at_zero else 0.0 - _round_between(-low - margin * 1e-9, -low + margin)
    has_room = not between or between[-1] < high
    top = _round_between(high - (margin * 1e-9 if has_room else 0.0), high + margin)
    return [bottom, *between, top]


def step_of(value: float, of: Sequence[float]) -> int:
    """The step that a value belongs to, counted from 0, by the bounds of all."""
    return max(0, min(len(of) - 2, bisect_right(of, value) - 1))


def _groups(values: list[float], most: int) -> list[list[float]]:
    """Rising values cut where the values of a group differ least from their mean: Fisher's natural breaks."""
    count = len(values)
    sums, squares = [0.0], [0.0]
    scale = max(map(abs, values)) or 1.0
    for value in values:
        sums.append(sums[-1] + value / scale)
        squares.append(squares[-1] + (value / scale) ** 2)

    def spread(begin: int, end: int) -> float:
        total = sums[end] - sums[begin]
        return squares[end] - squares[begin] - total * total / (end - begin)

    best = [[0.0, *(spread(0, end) for end in range(1, count + 1))]]
    cuts = [[0] * (count + 1)]
    for groups in range(2, min(most, count) + 1):
        costs, where = [math.inf] * (count + 1), [0] * (count + 1)
        for end in range(groups, count + 1):
            costs[end], where[end] = min((best[-1][cut] + spread(cut, end), cut) for cut in range(groups - 1, end))
        best.append(costs)
        cuts.append(where)
    found: list[list[float]] = []
    end = count
    for where in reversed(cuts):
        found.insert(0, values[where[end] : end])
        end = where[end]
    return found


def _round_between(low: float, high: float) -> float:
    """The number with the fewest digits that is more than one and at most another, which is larger."""
    magnitude = math.floor(math.log10(max(abs(low), abs(high), high - low))) + 1
    for exponent in range(magnitude, magnitude - 18, -1):
        for part in (5, 2, 1):
            step = part * 10.0**exponent
            number = (math.floor(low / step) + 1) * step
            if low < number <= high:
                return round(number, max(0, 2 - exponent)) + 0.0  # no negative zero
    return high
