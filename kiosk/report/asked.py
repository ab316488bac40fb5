"""What is to be reported, of which deck, and where the report goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck
from kiosk.visits.figures import Figures, Logs


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A deck that opened, the logs of the booths that showed it, and what they say of the days."""

    loaded: Loaded
    folder: Path
    """The deck's."""
    logs: Logs
    booths: int
    """How many logs."""
    figures: Figures
    language: str
    to: Path

    @property
    def deck(self) -> Deck:
        """The deck itself."""
        assert self.loaded.deck is not None  # noqa: S101 - the command refuses a deck that does not open
        return self.loaded.deck
