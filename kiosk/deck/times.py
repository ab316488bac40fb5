"""Labels that are times: years, months, days, as tables write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_TIME: Final = re.compile(r"\s*(\d{4})(?:[-/.年](\d{1,2}))?(?:[-/.月](\d{1,2}))?\s*[年月日]?\s*(?:[(（].*[)）])?\s*")
_MONTHS, _DAYS = 12, 31


def moments(labels: Sequence[str]) -> list[float] | None:
    """The labels as years with decimals, in rising order; None where one is no time, or goes back.

    A year alone stands at its start, `2019-09` at the month's start; what follows in brackets is not read.
    """
    times: list[float] = []
    for label in labels:
        moment = _moment(label)
        if moment is None or (times and moment <= times[-1]):
            return None  # soon, where thousands of labels are no times
        times.append(moment)
    return times if len(times) > 1 else None


def _moment(label: str) -> float | None:
    match = _TIME.fullmatch(label)
    if not match:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    if not 1 <= month <= _MONTHS or not 1 <= day <= _DAYS:
        return None
    return year + (month - 1 + (day - 1) / _DAYS) / _MONTHS


def gaps(times: Sequence[float]) -> set[int]:
    """Where whole years are missing: the positions after which the next expected year does not follow."""
    if any(not time.is_integer() for time in times):
        return set()
    steps = [after - before for before, after in pairwise(times)]
    return {at for at, step in enumerate(steps) if step > min(steps)}
