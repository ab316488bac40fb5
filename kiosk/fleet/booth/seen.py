"""What the booth's screen tells the uplink of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.fleet.messages import Display


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
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
    display: Display | None = None
    last_touch: str = ""
    problems: tuple[str, ...] = ()
