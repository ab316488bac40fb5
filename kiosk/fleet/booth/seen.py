"""What the booth's screen tells the uplink of itself. It is made on the GUI thread, and imports nothing for it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """The booth as it is now; see `Status`."""

    deck: str = ""
    folder: Path = Path()
    """The deck's."""
    version: int = 0
    """Another one whenever the deck in the folder may be another one."""
    target: Path = Path()
    """The folder whose deck an import replaces."""
    language: str = ""
    showing: str = ""
    message: str = ""
    width: int = 0
    height: int = 0
    last_touch: str = ""
    problems: tuple[str, ...] = ()
