"""How long a booth takes to start, beside a bare window."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from kiosk.bench.spread import spread
from kiosk.bench.subject import subject
from kiosk.bench.surroundings import bare, booth

_FORGET: Final = Path("/proc/sys/vm/drop_caches")
"""Where Linux is told to forget files and folders that it has read."""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Time from spawn to the first complete screen, in milliseconds: the booth with a warm cache, and a bare window.

    The same after the system has forgotten every file that no process holds (`cold_…`), where this one may have it do
    so: on Linux, as root.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, ours = bare(Path(folder)), booth(deck)
        with subject(ours) as first:
            first.rested_mb()  # by then it has drawn what the cache lacks, and kept there what the next start needs
        figures = _compared("", [(first_screen(plain), first_screen(ours)) for _ in range(runs)])
        if os.access(_FORGET, os.W_OK):
            figures |= _compared("cold_", [(_cold(plain), _cold(ours)) for _ in range(runs)])
    return figures


def _compared(prefix: str, pairs: list[tuple[float, float]]) -> dict[str, Any]:
    bare_ms, booth_ms = zip(*pairs, strict=True)
    return {
        f"{prefix}bare_ms": spread(bare_ms),
        f"{prefix}booth_ms": spread(booth_ms),
        f"{prefix}start_ratio": round(statistics.median(booth_ms) / statistics.median(bare_ms), 2),
    }


def _cold(command: list[str]) -> float:
    os.sync()  # what is not on the disk yet cannot be forgotten
    _FORGET.write_text("3\n")
    return first_screen(command)


def first_screen(command: list[str]) -> float:
    """Milliseconds from the start of a command to its first screen. Raises RuntimeError where there is none."""
    began = time.perf_counter()
    with subject(command) as started:
        line = started.line()
        took = (time.perf_counter() - began) * 1000
    if "complete" not in line:
        raise RuntimeError(f"{command} ended before its first screen was complete.")
    return took
