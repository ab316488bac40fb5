"""Which deck of this machine an import replaces, and how the one that came is shown."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kiosk.machine.settings import folder_of
from kiosk.places import SAMPLE_DECK, cache_folder
from kiosk.stage.operating import Operating
from kiosk.stage.stage import Stage


class OwnDeck(NamedTuple):
    """The folder whose deck is replaced."""

    folder: Path
    is_shown: bool
    """Whether the booth shows that folder."""
    is_new: bool
    """Whether this machine's settings do not name it yet."""


def own_deck(stage: Stage, operating: Operating | None, named: str) -> OwnDeck:
    """The machine's own deck, which its settings may have `named`."""
    shown = stage.folder.absolute()
    own = folder_of(named, operating.config.parent) if operating and named else None
    is_new = False
    if own is None or own.is_file():
        own = shown
        if operating and (shown == SAMPLE_DECK.absolute() or shown.is_relative_to(cache_folder().absolute())):
            own, is_new = operating.state / "decks" / "deck", True  # neither of these is this machine's to change
    return OwnDeck(own, own.resolve() == stage.folder.resolve(), is_new)


def show_own(operating: Operating, own: OwnDeck) -> None:
    """Show what has come into the folder."""
    if own.is_shown:
        operating.read_again()
    elif own.is_new:
        operating.start_with(own.folder)
    else:
        operating.start_again(own.folder)
