"""What a booth tells its watch: one line each, through a pipe, never waiting for anybody to read it.

What was told before a crash stays in the pipe, for the report.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import StrEnum, unique
from typing import Any, Final

_LONGEST: Final = 2000
"""Bytes of a line; no line is longer than what a pipe takes whole."""


@unique
class Word(StrEnum):
    """The first letter of a line, which says what it tells."""

    SHOWN = "s"
    """The first screen stands."""
    BEAT = "b"
    """The GUI loop turns, and has drawn."""
    TOUCH = "t"
    """Somebody touched, at this time in milliseconds."""
    PLACE = "p"
    """Where the visitor is: the screen, the slide's id, and both the rest as Python writes it, between tabs."""
    REHEARSED = "r"
    """The slide that is laid out unseen."""
    EVENT = "e"
    """Anything else that a report should name."""
    CHOSEN = "c"
    """The folder of the deck that the booth is to be started again with."""
    DECK = "d"
    """The name of the deck's compiled form, which changes with its contents; told again whenever it was read again."""
    CHANGED = "f"
    """The deck's files were changed, of which less than all is shown."""


class Voice:
    """The booth's end of the pipe; without a pipe it says nothing."""

    def __init__(self, pipe: int = -1) -> None:
        self._pipe = pipe

    def say(self, word: Word, text: str = "") -> None:
        """Tell something. A watch that does not listen, or is gone, is no reason to stop."""
        if self._pipe < 0:
            return
        line = f"{word.value}{text}".replace("\n", " ").encode(errors="replace")[:_LONGEST]
        with suppress(OSError):
            os.write(self._pipe, line + b"\n")

    def place(self, place: dict[str, Any]) -> None:
        """Tell where the visitor is, or is just being led."""
        self.say(Word.PLACE, f"{place['screen']}\t{place['slide']}\t{place}")  # JSON would have to be imported first
