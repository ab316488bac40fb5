"""What is chosen in the editor's list."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.deck.folder import ADVISER_FILE, DECK_FILE, SOURCES_FILE
from kiosk.deck.problems import At
from kiosk.editing.deckfiles import THEMES as THEMES_FOLDER


@dataclass(frozen=True, slots=True)
class Spot:
    """What is chosen in the list: the deck itself, a platform, one of its slides, or a question of the adviser's."""

    file: str
    place: int = -1
    """Of the slide, or the question, in its file; -1 for the file's own fields."""

    @property
    def id(self) -> str:
        """A name for it."""
        return f"{self.file}:{self.place}"

    @property
    def listed(self) -> str:
        """The key of the file's list that it is one of."""
        return "questions" if self.file == ADVISER_FILE else "slides"

    @property
    def at(self) -> At:
        """Where its entry stands in the file."""
        return (self.listed, self.place) if self.place >= 0 else ()

    @property
    def asks(self) -> bool:
        """Whether it is the adviser, or one of its questions."""
        return self.file == ADVISER_FILE

    @property
    def theme(self) -> str:
        """The name of the deck's own theme that it is; "" for everything else."""
        return self.file.removeprefix(THEMES_FOLDER).removesuffix(".yaml") if THEMES_FOLDER in self.file else ""

    @property
    def is_slide(self) -> bool:
        """Whether it is a platform's slide."""
        return self.place >= 0 and not self.asks

    @classmethod
    def of(cls, name: str) -> Spot:
        """What has a name."""
        file, _, place = name.rpartition(":")
        return cls(file, int(place))


DECK = Spot(DECK_FILE)
"""The deck itself."""
SOURCES = Spot(SOURCES_FILE)
"""Where its figures were published."""
THEMES = Spot(DECK_FILE, -2)
"""Which theme the deck has."""
ADVISER = Spot(ADVISER_FILE)
"""What the booth asks to find the platforms that suit a visitor."""
