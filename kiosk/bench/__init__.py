"""The project's measurements: the real app beside a bare Qt Quick window, in one run on one machine.

Each is a file here with `measure(deck, runs)`, which gives its figures by their names: milliseconds, megabytes, percent
of a core; what ends in `_ratio` compares with the bare window, or with another deck, of the same run.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from kiosk.bench.surroundings import environment

BENCHES: Final = ("start", "touch", "frames", "charts", "idle", "memory", "scale", "check", "outside")


class MissingError(Exception):
    """What a benchmark takes is not on this machine; a sentence for people."""


def measure(bench: str, deck: Path, runs: int) -> dict[str, Any]:
    """The figures of one of the `BENCHES` for the folder of a deck that opens. Raises MissingError."""
    os.environ.update(environment())
    figures: dict[str, Any] = import_module(f"kiosk.bench.{bench}").measure(deck, runs)
    return figures


def table(results: dict[str, dict[str, Any]]) -> str:
    """The results for people."""
    lines = []
    for name, result in results.items():
        lines.append(name)
        for key, value in result.items():
            said = (
                f"{value['median']} ({value['min']} to {value['max']}, {value['runs']} runs)"
                if isinstance(value, dict)
                else value
            )
            lines.append(f"  {key.replace('_', ' '):<28}{said}")
    return "\n".join(lines)
