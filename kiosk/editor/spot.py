"""What is chosen in the editor's list."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.deck.problems import At


@dataclass(frozen=True, slots=True)
class Spot:
    """What is chosen in the list: the deck itself, a platform, or one of its slides."""

    file: str
    place: int = -1
    """Of the slide in its file; -1 for the file's own fields."""

    @property
    def id(self) -> str:
        """A name for it."""
        return f"{self.file}:{self.place}"

    @property
    def at(self) -> At:
        """Where its entry stands in the file."""
        return ("slides", self.place) if self.place >= 0 else ()

    @classmethod
    def of(cls, name: str) -> Spot:
        """What has a name."""
        file, _, place = name.rpartition(":")
        return cls(file, int(place))


DECK = Spot("deck.yaml")
"""The deck itself."""
SOURCES = Spot("sources.yaml")
"""Where its figures were published."""
