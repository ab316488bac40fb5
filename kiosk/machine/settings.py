"""The machine's settings, and what a deck is with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.deck.model import Deck, Mounting
from kiosk.deck.problems import Problem
from kiosk.deck.records import record_by_name

DRIVES: Final = ("/media/$USER", "/run/media/$USER", "/mnt")
"""Where Linux desktops and administrators mount what is plugged in."""
MM_PER_INCH: Final = 25.4


@record_by_name
class Settings:
    """One machine's settings. What is not set, or set wrongly, is as it stands here: the deck's own."""

    deck: str = ""
    """The folder of the deck that is shown where none is named."""
    language: str = ""
    theme: str = ""
    text_size: int = 1
    """From 1, the deck's own, to 3, what a visitor finds."""
    reports: str = ""
    """The folder for the reports of crashes."""
    drives: tuple[str, ...] = DRIVES
    """Folders in which removable drives are mounted."""
    diagonal: float = 0.0
    """Of the screen, in millimetres."""
    distance: float = 0.0
    """From the screen to its visitors, in millimetres."""
    bottom: float = -1.0
    """From the floor to the picture's lower edge, in millimetres; less than 0 where it is not known."""
    ask_after: int = 0
    """Seconds, as in a deck's `idle`, and so is the next one."""
    return_after: int = 0
    pin: str = ""
    """The operator's PIN as Argon2id has it."""
    key: str = ""
    """The fingerprint of the key on the operator's stick."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the file."""


def suited(deck: Deck, settings: Settings) -> Deck:
    """The deck as it is on this machine."""
    changes: dict[str, object] = {}
    if settings.language in deck.languages:
        changes["languages"] = (settings.language, *(each for each in deck.languages if each != settings.language))
    if settings.ask_after or settings.return_after:
        ask, back = settings.ask_after or deck.idle.ask_after, settings.return_after or deck.idle.return_after
        changes["idle"] = replace(deck.idle, ask_after=ask, return_after=back)
    screen = deck.screen
    diagonal = settings.diagonal / MM_PER_INCH or (screen.diagonal if screen else 0.0)
    bottom = settings.bottom if settings.bottom >= 0 or screen is None else screen.bottom
    if (settings.diagonal or settings.bottom >= 0) and diagonal and bottom >= 0:
        changes["screen"] = Mounting(diagonal=diagonal, bottom=bottom)
    return replace(deck, **changes) if changes else deck  # type: ignore[arg-type]


def complaints(deck: Deck, themes: tuple[str, ...], settings: Settings) -> list[str]:
    """What is set and cannot be with this deck."""
    said = []
    if settings.language and settings.language not in deck.languages:
        said.append(f"the deck does not speak {settings.language!r}, but: {', '.join(deck.languages)}")
    if settings.theme and settings.theme not in themes:
        said.append(f"there is no theme {settings.theme!r}, but: {', '.join(themes)}")
    return said


def folder_of(written: str, home: Path) -> Path:
    """A folder that the file in the folder `home` names."""
    return home / Path(written).expanduser()
