"""A deck as it is on one machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck, Mounting
from kiosk.machine.settings import Settings

MM_PER_INCH: Final = 25.4


def on_this_machine(loaded: Loaded, settings: Settings) -> Loaded:
    """What was loaded, with its deck as it is on this machine."""
    return replace(loaded, deck=suited(loaded.deck, settings)) if loaded.deck else loaded


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
