"""What is to be exported, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A deck that opened, where its export goes, and what the command's options ask for."""

    loaded: Loaded
    folder: Path
    """The deck's."""
    to: Path
    languages: tuple[str, ...]
    theme: str
    size: tuple[int, int] = (1920, 1080)
    """Of each picture, in pixels."""
    notes: bool = False
    """Whether the presenter's notes come along."""
    handout: int = 0
    """How many slides share a page, beside lines to write on; 0 for one slide that fills it."""

    @property
    def deck(self) -> Deck:
        """The deck itself."""
        assert self.loaded.deck is not None  # noqa: S101 - the command refuses a deck that does not open
        return self.loaded.deck
