"""What a booth keeps of the commands it heard: the count of the last by each key, and one that outlives the booth."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from kiosk import atomic

FILE: Final = "commands.json"


class Pending(NamedTuple):
    """A command that is done when the booth has started again."""

    command: str
    """Its id."""
    said: str
    """What is to be said of it then."""


class Ledger:
    """Kept in a folder. Every method that writes raises OSError, and then nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self.last: dict[str, int] = {}
        """The count of the last command by each key."""
        self.pending: Pending | None = None
        self.is_whole = False
        """Whether the file was there and sound: without it nobody knows what was heard before."""
        with suppress(OSError, ValueError, TypeError, LookupError, AttributeError):
            self._read(json.loads(self._file.read_bytes()))

    def _read(self, kept: dict[str, Any]) -> None:
        last = {str(key): int(count) for key, count in kept["last"].items()}
        pending = Pending(*map(str, kept["pending"])) if kept["pending"] else None
        self.last, self.pending, self.is_whole = last, pending, True

    def keep(self, key: str, count: int) -> None:
        """Keep the count of a command before it is done."""
        self._write(self.last | {key: count}, self.pending)

    def pend(self, pending: Pending | None) -> None:
        """Keep what is to be said when the booth has started again; None when it was said."""
        self._write(self.last, pending)

    def _write(self, last: dict[str, int], pending: Pending | None) -> None:
        atomic.write(self._file, json.dumps({"last": last, "pending": pending}).encode(), mode=0o600)
        self.last, self.pending = last, pending
