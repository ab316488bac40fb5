"""What this process and its workers hold of the machine, read from /proc; zeros where there is none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.processes import memory_mb, with_children

_PROC: Final = Path("/proc")
_MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Held:
    """Megabytes of memory, and how many of each thing."""

    rss_mb: float
    workers_pss_mb: float
    handles: int
    threads: int
    children: int


def held() -> Held:
    """What is held now."""
    me = _PROC / "self"
    if not me.is_dir():
        return Held(0.0, 0.0, 0, 0, 0)
    pages = int((me / "statm").read_text().split()[1])
    children = with_children(os.getpid())[1:]
    return Held(
        round(pages * os.sysconf("SC_PAGE_SIZE") / _MB, 1),
        round(sum(map(memory_mb, children)), 1),
        len(list((me / "fd").iterdir())),
        len(list((me / "task").iterdir())),
        len(children),
    )
