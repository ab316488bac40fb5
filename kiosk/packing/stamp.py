"""When the deck in a folder was packed: a hidden file in it, which goes with the folder wherever that is swapped to."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

FILE: Final = ".packed"
_MOST: Final = 100
"""Bytes; a file that is larger is none of ours."""


def write(folder: Path, made: str) -> None:
    """Say when a deck was packed, and have that on the disk. Raises OSError."""
    with (folder / FILE).open("w", encoding="ascii") as file:
        file.write(f"{made}\n")
        file.flush()
        os.fsync(file.fileno())


def read(folder: Path) -> str:
    """When that was, as a manifest says it; "" for a deck that was never packed."""
    with suppress(OSError, ValueError), (folder / FILE).open("rb") as file:
        return file.read(_MOST).decode("ascii").strip()
    return ""
