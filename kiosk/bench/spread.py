"""Sums up what was measured several times."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence


def spread(values: Sequence[float]) -> dict[str, float]:
    """Median, range and 95th percentile, rounded to a tenth."""
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1),
        "min": round(ordered[0], 1),
        "max": round(ordered[-1], 1),
        "p95": round(ordered[math.ceil(len(ordered) * 0.95) - 1], 1),
        "runs": len(ordered),
    }
