"""The numbers of commands: each is higher than all before, even where this machine's clock was set back."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from kiosk import atomic
from kiosk.packing.disk import BusyError, alone_in

FOLDER: Final = "_orders"
"""No booth can be called so."""
_FILE: Final = "count"
_WAIT_S: Final = 5.0


def next_counts(fleet: Path, many: int) -> range:
    """As many numbers as there are commands; they are on the disk before anybody has them. Raises OSError."""
    folder = fleet / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    end = time.monotonic() + _WAIT_S
    while True:
        try:
            with alone_in(folder):
                first = max(_last(folder / _FILE) + 1, time.time_ns() // 1_000_000)
                atomic.write(folder / _FILE, f"{first + many - 1}\n".encode(), mode=0o600)
                return range(first, first + many)
        except BusyError:
            if time.monotonic() > end:
                raise OSError(11, "another command has been counting for too long", str(folder)) from None
            time.sleep(0.02)


def _last(file: Path) -> int:
    """The highest number that was given; 0 where none was, or nobody knows any more: then the clock has to do."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0
