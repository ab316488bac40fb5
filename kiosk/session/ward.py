"""The booth's process as its watch knows it: what it tells of itself, and for how long it has said nothing."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Final

from kiosk.session.voice import Word

HANG: Final = 12.0
"""A booth that gave no beat for so many seconds hangs; it gives one every four, so that it hung for 8 to 12."""
FIRST_SCREEN: Final = 60.0
"""So long it may take to its first screen: a large deck that was never opened, from a slow disk."""
_EVENTS: Final = 200
_MOST_READ: Final = 65536


class Ward:
    """A booth's process, as far as the watch knows it."""

    def __init__(self, pid: int, pipe: int, life: int, stacks: int, before: Ward | None) -> None:
        self.pid, self.pipe, self._life, self._stacks = pid, pipe, life, stacks
        self.began = time.monotonic()
        self.shown = 0.0
        """When its first screen stood; 0 as long as it does not."""
        self.silent = 0.0
        """Seconds without a beat."""
        self.since = 0.0
        """When it opened or last read the deck that it shows."""
        self.reread = self.wants_whole = False
        """Whether it has read its deck again, and whether the deck was changed of which it shows less than all."""
        self.events: deque[tuple[float, str]] = deque(maxlen=_EVENTS)
        self.screen = self.slide = self.rehearsed = self.fingerprint = ""
        self.chosen = ""
        """The folder of another deck to start it again with."""
        self.place: str = before.place if before else ""
        self.touched: int = before.touched if before else 0
        self._rest = b""
        self._hears: dict[str, Callable[[str], object]] = {
            Word.SHOWN: self._first_screen,
            Word.BEAT: self._beat,
            Word.TOUCH: self._touch,
            Word.PLACE: self._place,
            Word.REHEARSED: partial(setattr, self, "rehearsed"),
            Word.EVENT: self._event,
            Word.DECK: self._deck,
            Word.CHANGED: self._changed,
            Word.CHOSEN: partial(setattr, self, "chosen"),
        }

    def hear(self) -> None:
        """Take what it has told."""
        data = b""
        with suppress(BlockingIOError):
            while self.pipe >= 0:
                data = os.read(self.pipe, _MOST_READ)
                if not data:
                    os.close(self.pipe)
                    self.pipe = -1
                *lines, self._rest = (self._rest + data).split(b"\n")
                for line in lines:
                    text = line.decode(errors="replace")
                    self._hears.get(text[:1], self._event)(text[1:])

    def _first_screen(self, _: str) -> None:
        self.shown, self.silent = time.monotonic(), 0.0
        self._event("first screen")

    def _beat(self, _: str) -> None:
        self.silent = 0.0

    def _touch(self, at: str) -> None:
        self.touched = int(at)
        self._event("touch")

    def _place(self, told: str) -> None:
        self.screen, self.slide, self.place = told.split("\t", 2)
        self._event(f"{self.screen} {self.slide}")

    def _deck(self, name: str) -> None:
        if name != self.fingerprint:
            self.since = time.monotonic()
        self.fingerprint, self.reread = name, bool(self.shown)

    def _changed(self, _: str) -> None:
        self.wants_whole = True

    def _event(self, text: str) -> None:
        self.events.append((time.time(), text))

    @property
    def slides(self) -> frozenset[str]:
        """The slides that it had laid out."""
        return frozenset(filter(None, (self.slide, self.rehearsed)))

    def patience(self) -> float:
        """So many more seconds of silence are no hang."""
        return (HANG if self.shown else FIRST_SCREEN) - self.silent

    def stacks(self) -> bytes:
        """What it wrote when it fell."""
        with suppress(OSError):
            return os.pread(self._stacks, _MOST_READ * 16, 0)
        return b""

    def close(self) -> None:
        """Forget it; it has ended."""
        for descriptor in {self.pipe, self._life, self._stacks} - {-1}:
            os.close(descriptor)
        self.pipe = self._life = self._stacks = -1
