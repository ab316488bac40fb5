"""What processes hold and use, read from Linux's /proc; nothing elsewhere. And what they leave behind."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")


def with_children(first: int) -> list[int]:
    """A process and all that it started, and what those started, as far as they have not ended."""
    started: dict[int, list[int]] = {}
    for stat in _PROC.glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                started.setdefault(int(parent), []).append(int(stat.parent.name))
    found = [first]
    for pid in found:
        found += started.get(pid, [])
    return found


def has_ended(pid: int) -> bool:
    """Whether a process is no more, or only waits for somebody to ask how it ended."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def memory_mb(pid: int) -> float:
    """Megabytes of a process's memory, what it shares with others in parts (PSS); 0 where it has ended."""
    with suppress(OSError):
        rollup = (_PROC / str(pid) / "smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0
    return 0.0


def used_s(pid: int) -> dict[int, float]:
    """Seconds of a processor's time that each thread of a process has used, by its number; not of those that ended."""
    used = {}
    for schedstat in (_PROC / str(pid) / "task").glob("*/schedstat"):
        with suppress(OSError):
            used[int(schedstat.parent.name)] = int(schedstat.read_text().split()[0]) / 1e9
    return used


def leave_no_core() -> None:
    """Have this process leave no picture of its memory on the disk if it falls over."""
    try:
        import resource
    except ImportError:  # Windows, which makes none unless somebody asks for them
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
