"""A deck with less in it than its files say, for a booth that does without something."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kiosk.deck.load import Loaded


def without(loaded: Loaded, slides: Collection[str]) -> Loaded:
    """The deck without some of its slides, by their ids; a platform that has none left leads nowhere."""
    deck = loaded.deck
    if deck is None:
        return loaded
    platforms = tuple(
        replace(platform, slides=tuple(slide for slide in platform.slides if slide.id not in slides))
        for platform in deck.platforms
    )
    return replace(loaded, deck=replace(deck, platforms=platforms, map="" if deck.map in slides else deck.map))


def nothing(loaded: Loaded) -> Loaded:
    """No deck, which is shown as the calm screen, in the themes that there are."""
    return replace(loaded, deck=None)
