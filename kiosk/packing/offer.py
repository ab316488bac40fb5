"""Imports a packed deck on a thread: unpacks it, says what it would change, waits for the answer, swaps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk.deck.problems import Problem
from kiosk.packing.bring import Incoming, go_back, incoming
from kiosk.packing.changes import Change
from kiosk.packing.fault import PackError
from kiosk.packing.swap import Site


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do."""

    title: str
    made: str
    """When the deck was packed, as its manifest says it."""
    newer_there: str
    """When the one in its place was, if that was later."""
    same: bool
    """Whether that is the same deck."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a deck is not taken: its own mistakes."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Unpacked:
    """How far it is, in megabytes."""

    done: int
    total: int


class End(Enum):
    """How it ended."""

    REPLACED = "replaced"
    BACK = "back"


Step = Unpacked | Preview | Broken | End | Exception
"""What is told while it goes on; all but the first two are the end."""
Tell = Callable[[Step], None]


class _CancelledError(Exception):
    """Nobody wants it any more."""


class Bringing:
    """One import into the folder `target`, begun at once; `tell` hears of it, on its thread.

    Nothing is seen of it, and nothing left, before `take` was called; after `cancel` it never is.
    """

    def __init__(
        self, file: Path, target: Path, keys: tuple[str, ...], language: str, tell: Tell, before: Bringing | None
    ) -> None:
        """`before` was cancelled, and is waited for."""
        self._file, self._target, self._keys, self._language, self._tell = file, target, keys, language, tell
        self._before = before
        self._decided = threading.Event()
        self._cancelled = False
        self._done = -1
        self._thread = threading.Thread(target=self._run, name="import", daemon=True)
        self._thread.start()

    def take(self) -> None:
        """Put the deck in its place."""
        self._decided.set()

    def cancel(self) -> None:
        """Give it up, unless it is being put in its place already."""
        self._cancelled = True
        self._decided.set()

    def _run(self) -> None:
        if self._before:
            self._before._thread.join()  # noqa: SLF001 - of the same class
            self._before = None
        try:
            with incoming(self._file, self._target, self._keys, self._progress) as new:
                end: Step = self._decide(new)
        except _CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - the booth goes on, and its operator hears of it
            end = error
        self._tell(end)

    def _decide(self, new: Incoming) -> Step:
        deck = new.loaded.deck
        if deck is None or new.loaded.errors:
            return Broken(new.loaded.errors)
        language = self._language if self._language in deck.languages else deck.languages[0]
        changes = new.changes_in(language)
        self._go_on()
        self._tell(
            Preview(
                title=deck.title.say(language),
                made=new.manifest.made,
                newer_there=new.newer_there,
                same=new.is_there_already,
                changes=changes,
            )
        )
        self._decided.wait()
        self._go_on()
        new.replace()
        return End.REPLACED

    def _progress(self, done: int, total: int) -> None:
        self._go_on()
        if done != self._done:
            self._done = done
            self._tell(Unpacked(done, total))

    def _go_on(self) -> None:
        if self._cancelled:
            raise _CancelledError


def has_previous(target: Path) -> bool:
    """Whether there is a deck from before an import to come back to."""
    return Site(target.resolve()).previous.is_dir()


def bring_back(target: Path) -> Step:
    """Have the deck from before an import again; how that ended."""
    try:
        go_back(target)
    except (PackError, OSError) as error:
        return error
    return End.BACK
