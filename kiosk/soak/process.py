"""What this process and its workers hold of the machine, read from /proc; zeros where there is none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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
    children = list(_children())
    return Held(
        round(pages * os.sysconf("SC_PAGE_SIZE") / _MB, 1),
        round(sum(map(_pss_mb, children)), 1),
        len(list((me / "fd").iterdir())),
        len(list((me / "task").iterdir())),
        len(children),
    )


def _children() -> Iterator[int]:
    """The processes that this one started, and those that they started, as far as they have not ended."""
    started: dict[int, list[int]] = {}
    for stat in _PROC.glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            started.setdefault(int(parent), []).append(int(stat.parent.name))
    found = [os.getpid()]
    for pid in found:
        found += started.get(pid, [])
    yield from found[1:]


def _pss_mb(pid: int) -> float:
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", (_PROC / str(pid) / "smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
