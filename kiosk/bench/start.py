"""How long a booth takes to start, beside a bare window."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from kiosk.bench.spread import spread
from kiosk.bench.surroundings import bare, booth, environment


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Time from spawn to the first complete screen, in milliseconds: the booth with a warm cache, and a bare window."""
    with tempfile.TemporaryDirectory() as folder:
        first_screen(booth(deck))  # draws what the cache lacks
        plain, ours = bare(Path(folder)), booth(deck)
        pairs = [(first_screen(plain), first_screen(ours)) for _ in range(runs)]
    bare_ms, booth_ms = zip(*pairs, strict=True)
    return {
        "bare_ms": spread(bare_ms),
        "booth_ms": spread(booth_ms),
        "start_ratio": round(statistics.median(booth_ms) / statistics.median(bare_ms), 2),
    }


def first_screen(command: list[str]) -> float:
    """Milliseconds from the start of a command to its first screen. Raises RuntimeError where there is none."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), text=True
    ) as child:
        assert child.stdout is not None  # noqa: S101 - a pipe was asked for
        line = child.stdout.readline()
        took = (time.perf_counter() - began) * 1000
        child.kill()
    if "complete" not in line:
        raise RuntimeError(f"{command} ended before its first screen was complete.")
    return took
