"""A deck's folder -> the deck, and every problem of every file.

Importing this costs nothing: what checks the files is imported when there are some to check.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.deck.model import Deck
from kiosk.deck.problems import Problem
from kiosk.deck.records import record
from kiosk.deck.theme import Theme

if TYPE_CHECKING:
    from kiosk.deck.memory import Memory


@record
class Loaded:
    """A deck, as far as it is sound, and everything that is wrong with its files."""

    deck: Deck | None
    """None where there is nothing to show: `deck.yaml` itself cannot be used."""
    problems: tuple[Problem, ...] = ()
    """Sorted by file, line and column."""
    themes: tuple[tuple[str, Theme], ...] = ()
    """(name, theme) pairs: Kiosk's, and the deck's own."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be put right; the others are warnings."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(folder: Path, memory: Memory | None = None) -> Loaded:
    """Read a deck's folder. Whatever its files say comes back as problems; nothing is raised for it.

    Who reads it again and again gives the same `memory` each time.
    """
    from kiosk.deck.folder import read_folder  # pydantic and YAML: a compiled deck does without them
    from kiosk.deck.memory import Memory

    return read_folder(folder, memory or Memory())
