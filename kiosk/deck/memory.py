"""What the platforms' files said when they were last read, for whoever reads a deck again each time it is changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.deck.model import Platform, Slide
from kiosk.deck.problems import Problem


@dataclass(frozen=True, slots=True)
class FileSaid:
    """What one platform's file says."""

    platform: Platform | None
    """None where it is not sound, or has no slide that could be shown."""
    hidden: tuple[Slide, ...]
    """The slides that nobody is shown."""
    places: dict[str, str]
    """Where each slide id of the file is used first."""
    problems: tuple[Problem, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it has to be put right: an error may be gone when another file is changed."""
        return all(problem.severity == "warning" for problem in self.problems)


Facts = tuple[int, int, int]


class Memory:
    """Files that are as they were, and that refer to what is as it was, need not be read again.

    Whoever keeps one forgets it when the folder was changed while it was read: nobody knows what was read then.
    """

    def __init__(self) -> None:
        self._said: dict[Path, tuple[FileSaid, dict[Path, Facts]]] = {}
        self._known: object = None

    def begin(self, known: object) -> None:
        """The files are about to be read by somebody who knows this of the rest of the deck."""
        if known != self._known:
            self.forget()
            self._known = known

    def recall(self, path: Path) -> FileSaid | None:
        """What a file says, if nothing changed in it, or in the files that its entries name."""
        said, facts = self._said.get(path, (None, {}))
        return said if said and all(_facts(each) == then for each, then in facts.items()) else None

    def keep(self, path: Path, said: FileSaid, used: Iterable[Path]) -> None:
        """Remember what a file said, and the files that its entries name."""
        facts = {each: found for each in (path, *used) if (found := _facts(each))}
        if said.is_sound:
            self._said[path] = said, facts
        else:
            self._said.pop(path, None)

    def forget(self) -> None:
        """Everything has to be read again."""
        self._said.clear()
        self._known = None


def _facts(path: Path) -> Facts | None:
    """What changes when a file does; None where there is none."""
    with suppress(OSError):
        facts = os.stat(path)  # noqa: PTH116 - for each table of a large deck: Path is slow
        return facts.st_size, facts.st_mtime_ns, facts.st_ino
    return None
