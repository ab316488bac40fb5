"""Sets what was measured beside what was measured before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Results = dict[str, dict[str, Any]]
"""The figures of each benchmark by their names, as `measure` gives them."""


def earlier(file: Path) -> Results:
    """What `kiosk bench --json` wrote. Raises OSError, or ValueError where it is something else."""
    results = json.loads(file.read_text(encoding="utf-8"))
    if not isinstance(results, dict) or not all(isinstance(figures, dict) for figures in results.values()):
        raise ValueError("it has no figures of benchmarks")
    return results


def beside(before: Results, now: Results) -> dict[str, dict[str, float]]:
    """Each figure that both have as a multiple of the earlier one; a figure that was nothing has none."""
    return {
        name: {
            key: round(_figure(value) / _figure(was), 2)
            for key, value in figures.items()
            if (was := before[name].get(key)) is not None and _figure(was)
        }
        for name, figures in now.items()
        if name in before
    }


def table(before: Results, now: Results) -> str:
    """The same for people: what a figure was, what it is, and the multiple; the medians of those with a spread."""
    lines = [f"{'':<32}{'before':>10}{'now':>10}{'times':>8}"]
    for name, figures in beside(before, now).items():
        lines.append(name)
        for key, times in figures.items():
            was, value = _figure(before[name][key]), _figure(now[name][key])
            lines.append(f"  {key.replace('_', ' '):<30}{was:>10g}{value:>10g}{times:>8.2f}")
    return "\n".join(lines)


def _figure(value: Any) -> float:
    return float(value["median"] if isinstance(value, dict) else value)
