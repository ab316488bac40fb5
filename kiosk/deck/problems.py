"""What is wrong with a deck, as its operator reads it: file, line, column and a plain sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

from kiosk.deck.records import record
from kiosk.sentences import listed, sentence

LONGEST_QUOTE: Final = 60
_FEW: Final = 12
"""So many names are told where one was wanted."""

At = tuple[str | int, ...]
"""The way to an entry of a YAML file: keys, and places in lists counted from 0."""


@record
class Problem:
    """One thing to put right; as text, one line that an editor can jump to."""

    path: Path
    line: int
    """From 1, as `column`."""
    column: int
    severity: Literal["error", "warning"]
    message: str

    def __str__(self) -> str:
        return f"{shown_path(self.path)}:{self.line}:{self.column}: {self.severity}: {self.message}"

    @property
    def told(self) -> str:
        """The same line as a sentence."""
        place = f"{shown_path(self.path)}:{self.line}:{self.column}"
        if self.severity == "error":
            return sentence("{place}: error: {message}", place=place, message=self.message)
        return sentence("{place}: warning: {message}", place=place, message=self.message)


@record
class Fault:
    """A problem whose place is not known yet in lines: what is wrong with which entry."""

    message: str
    at: At = ()
    on_key: bool = False
    """Whether the entry's key is meant, not its value."""
    file: str = ""
    """Another file of the deck's folder that the fault is in, such as a table."""
    line: int = 0
    """0 where the entry's own place says it."""
    column: int = 1
    cell: str = ""
    """The column of that file's table that is meant, by its name; "" where `column` says the place."""


class DeckError(ValueError):
    """Content that cannot be used, with every reason; without one where the reason is told elsewhere already."""

    def __init__(self, *faults: Fault | str) -> None:
        self.faults = tuple(Fault(fault) if isinstance(fault, str) else fault for fault in faults)
        super().__init__(listed("; ", (fault.message for fault in self.faults)))


def moved(fault: Fault, at: At) -> Fault:
    """A fault of a part as one of the whole in which the part stands at a place."""
    return Fault(fault.message, (*at, *fault.at), fault.on_key, fault.file, fault.line, fault.column, fault.cell)


def shown_path(path: Path) -> str:
    """A path as an operator knows it: from the current folder on where it lies below it, else as given."""
    with suppress(ValueError, OSError):
        path = path.absolute().relative_to(Path.cwd())
    return os.fsencode(path).decode(errors="replace")


def quoted(text: object) -> str:
    """What somebody wrote, on one line and not too long, between backticks."""
    line = re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+", " ", str(text)).strip()
    return f"`{line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + '…'}`"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; None where nothing is near."""
    from difflib import get_close_matches  # needed only when something is wrong

    by_lower = {known.lower(): known for known in names}
    close = get_close_matches(name[:LONGEST_QUOTE].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close else None


def instead(name: str, names: Iterable[str]) -> str:
    """What to write instead of an unknown name: the nearest one, else all of them."""
    known = list(dict.fromkeys(names))
    near = nearest(name, known)
    if near is not None:
        return sentence("did you mean {near}?", near=quoted(near))
    if not known:
        return sentence("there are none yet")
    few = listed(", ", map(quoted, known[:_FEW]))
    if len(known) > _FEW:
        return sentence("known are {few} and others", few=few)
    return sentence("known are {few}", few=few)
