"""What the console remembers until the next talk: screens, the notes' language and their size. Nothing of the talk."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from kiosk import atomic

SIZES: Final = 6
"""Steps that the notes' text can have."""
_FILE: Final = "presenter.json"


@dataclass
class Kept:
    """A presenter's choices."""

    language: str = ""
    """Of the console and its notes; "" for the machine's."""
    size: int = 2
    """Of the notes' text, one of the `SIZES`."""
    shows: dict[str, str] = field(default_factory=dict)
    """For a set of screens the one that has the show (`screens.py`)."""

    def save(self, state: Path) -> None:
        """Write it down, if the disk allows that: a talk does not stop for it."""
        with suppress(OSError):
            atomic.write(state / _FILE, json.dumps(asdict(self), ensure_ascii=False, indent=1).encode() + b"\n")


def read(state: Path) -> Kept:
    """What was remembered; what cannot be read counts as nothing."""
    try:
        raw = json.loads((state / _FILE).read_text(encoding="utf-8"))
        shows = {str(screens): str(show) for screens, show in dict(raw["shows"]).items()}
        return Kept(str(raw["language"]), min(SIZES - 1, max(0, int(raw["size"]))), shows)
    except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
        return Kept()
