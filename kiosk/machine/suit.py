"""A deck as it is on one machine."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck, Mounting
from kiosk.machine.settings import Settings

MM_PER_INCH: Final = 25.4
NOTHING_SET: Final = Settings()


class Measures(NamedTuple):
    """A screen in millimetres, as far as it is known."""

    diagonal: float = 0.0
    """0 where it is not known."""
    distance: float = 0.0
    """From the screen to its visitors; 0 where it is not known."""
    bottom: float = -1.0
    """From the floor to the picture; less than 0 where it is not known."""


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
    here = measures(deck.screen, settings)
    if (settings.diagonal or settings.distance or settings.bottom >= 0) and here.diagonal and here.bottom >= 0:
        inches = settings.diagonal / MM_PER_INCH or (deck.screen.diagonal if deck.screen else 0.0)
        changes["screen"] = Mounting(diagonal=inches, bottom=here.bottom, distance=here.distance or None)
    return replace(deck, **changes) if changes else deck  # type: ignore[arg-type]


def measures(screen: Mounting | None, settings: Settings = NOTHING_SET) -> Measures:
    """The screen that a deck states; what the machine's settings say of it wins."""
    diagonal = screen.diagonal * MM_PER_INCH if screen else 0.0
    distance = (screen.distance or 0.0) if screen else 0.0
    bottom = screen.bottom if screen else -1.0
    return Measures(
        settings.diagonal or diagonal,
        settings.distance or distance,
        settings.bottom if settings.bottom >= 0 else bottom,
    )


def complaints(deck: Deck, themes: tuple[str, ...], settings: Settings) -> list[str]:
    """What is set and cannot be with this deck."""
    said = []
    if settings.language and settings.language not in deck.languages:
        said.append(f"the deck does not speak {settings.language!r}, but: {', '.join(deck.languages)}")
    if settings.theme and settings.theme not in themes:
        said.append(f"there is no theme {settings.theme!r}, but: {', '.join(themes)}")
    return said
