"""One visit: from the first touch after the attract loop to the return to it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple


class Ending(StrEnum):
    """How a visit ended."""

    IDLE = "idle"
    """Nobody answered the question."""
    CLOSED = "closed"
    """The booth was closed, or its deck had nothing left to show."""


class Stay(NamedTuple):
    """How long a visitor stayed at a place."""

    screen: str
    what: str
    """The slide's or the group's id, or the two platforms' that are compared; "" for a screen that needs none."""
    dwell_ms: int


class Visit(NamedTuple):
    """What is kept of a visit."""

    began: str
    """UTC, ISO 8601, by the wall clock as it was then; every duration is by a clock that only goes forward."""
    language: str
    """The one that was spoken at the end."""
    lasted_ms: int
    ending: Ending
    stays: list[Stay]


class Recorder:
    """Makes visits of the places that the booth shows, one after the other.

    `now` gives milliseconds that only go forward, `keep` gets each visit that is over.
    """

    def __init__(self, now: Callable[[], int], keep: Callable[[Visit], None]) -> None:
        self._now, self._keep = now, keep
        self._began = self._language = ""
        self._since = 0
        self._here = ("", "")
        self._stays: list[Stay] = []

    def show(self, screen: str, what: str, language: str, *, rests: bool) -> None:
        """The booth shows a place; `rests` where that is the loop or the calm screen."""
        at = self._now()
        if rests:
            self._end(Ending.IDLE if screen == "attract" else Ending.CLOSED, at)
            return
        if not self._began:
            self._began, self._since = _utc(), at
        elif (screen, what) != self._here:
            self._leave(at)
        self._here, self._language = (screen, what), language

    def close(self) -> None:
        """The booth ends."""
        self._end(Ending.CLOSED, self._now())

    def _end(self, ending: Ending, at: int) -> None:
        if not self._began:
            return
        self._leave(at)
        lasted = sum(stay.dwell_ms for stay in self._stays)
        self._keep(Visit(self._began, self._language, lasted, ending, self._stays))
        self._began, self._stays = "", []

    def _leave(self, at: int) -> None:
        self._stays.append(Stay(*self._here, at - self._since))
        self._since = at


def _utc() -> str:
    from datetime import UTC, datetime  # not before there is a visitor

    return datetime.now(UTC).isoformat(timespec="seconds")
