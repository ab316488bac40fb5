"""Puts a deck's folder in the place of another, which is kept. A kill at any moment leaves the old or the new one.

Beside the folder `slides` lie, hidden: `.slides.incoming`, a deck that is not in its place yet; `.slides.previous`, the
way back; and while the two are swapped `.slides.swap`, which says what is going on, and `.slides.gone`, the way back
from before. `tidy` completes or undoes what a killed process left.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.atomic import keep_names
from kiosk.packing.disk import BusyError, alone_in, exchange
from kiosk.packing.unfinished import beside, is_unfinished


@dataclass(frozen=True, slots=True)
class Site:
    """A deck's folder, and what lies beside it."""

    deck: Path

    @property
    def incoming(self) -> Path:
        """A deck that is not in its place yet."""
        return beside(self.deck, "incoming")

    @property
    def previous(self) -> Path:
        """The way back."""
        return beside(self.deck, "previous")

    @property
    def gone(self) -> Path:
        """The way back from before, while there is a swap that may have to be undone."""
        return beside(self.deck, "gone")

    @property
    def journal(self) -> Path:
        """What is going on: the number by which the disk knows the new deck's folder, and whether it is a way back."""
        return beside(self.deck, "swap")

    def put(self, *, back: bool = False) -> None:
        """Put the deck that is `incoming`, whole and on the disk, in its place. Raises OSError.

        `back`: it is the previous one; undone, it has to be that again.
        """
        with suppress(OSError):
            self.deck.rmdir()  # an empty folder is no deck to come back to
        if self.deck.exists():
            self._swap(back=back)
        else:
            self.incoming.rename(self.deck)
        self._done()

    def put_back(self) -> None:
        """Have the previous deck and the present one change places. Raises OSError."""
        self._say(self.previous, back=True)
        self.previous.rename(self.incoming)
        self.put(back=True)

    def tidy(self) -> None:
        """Complete or undo what a killed process left. Raises OSError."""
        if self.journal.exists():
            number, back = self._said()
            if number and _number(self.deck) == number:  # it is in its place
                if self.incoming.exists():
                    self.incoming.rename(self.previous)
            elif number and _number(self.incoming) == number and not self.deck.exists():
                self.incoming.rename(self.deck)
            else:
                self._undo(number, back=back)
            self._done()
        for left in (self.incoming, self.gone):
            shutil.rmtree(left, ignore_errors=True)

    def _swap(self, *, back: bool) -> None:
        if not back:
            self._say(self.incoming, back=False)
            if self.previous.exists():
                self.previous.rename(self.gone)
        if exchange(self.incoming, self.deck):
            keep_names(self.deck.parent)
            self.incoming.rename(self.previous)
        else:
            self.deck.rename(self.previous)
            self.incoming.rename(self.deck)

    def _undo(self, number: int, *, back: bool) -> None:
        if back and _number(self.incoming) == number:
            self.incoming.rename(self.previous)
        if not self.deck.exists() and self.previous.exists():
            self.previous.rename(self.deck)
        if self.gone.exists() and not self.previous.exists():
            self.gone.rename(self.previous)

    def _say(self, new: Path, *, back: bool) -> None:
        """Have the journal on the disk before anything else is done; one that is cut off says that nothing was."""
        with self.journal.open("w", encoding="utf-8") as file:
            json.dump({"new": _number(new), "back": back}, file)
            file.flush()
            os.fsync(file.fileno())
        keep_names(self.deck.parent)

    def _said(self) -> tuple[int, bool]:
        with suppress(OSError, ValueError, TypeError, LookupError):
            said = json.loads(self.journal.read_bytes())
            return int(said["new"]), bool(said["back"])
        return 0, False

    def _done(self) -> None:
        keep_names(self.deck.parent)
        with suppress(OSError):
            os.utime(self.previous)  # a booth that runs still watches this folder, under its new name: so it looks
        self.journal.unlink(missing_ok=True)
        shutil.rmtree(self.gone, ignore_errors=True)


def tidy_if_needed(deck: Path) -> None:
    """See to it that a deck's folder is there, whole, whatever became of an import. Without a right to write, nothing.

    An import that is under way is left alone.
    """
    deck = deck.resolve()
    if is_unfinished(deck):
        with suppress(OSError, BusyError), alone_in(deck.parent):
            Site(deck).tidy()


def _number(folder: Path) -> int:
    """The number by which the disk knows a folder, whatever its name; 0 where there is none."""
    with suppress(OSError):
        return folder.stat().st_ino
    return 0
