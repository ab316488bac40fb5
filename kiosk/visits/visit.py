"""One visit: from the first touch after the attract loop to the return to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Ending(StrEnum):
    """How a visit ended."""

    IDLE = "idle"
    """Nobody answered the question."""
    CLOSED = "closed"
    """The booth was closed, or its deck had nothing left to show."""


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a visitor stayed at a place."""

    screen: str
    what: str
    """The slide's or the group's id; "" for a screen that is the only one of its kind."""
    dwell_ms: int


@dataclass(slots=True)
class Visit:
    """What is kept of a visit."""

    began: str
    """UTC, ISO 8601, by the wall clock as it was then; every duration is by a clock that only goes forward."""
    language: str
    """The one that was spoken at the end."""
    lasted_ms: int = 0
    ending: Ending = Ending.CLOSED
    stays: list[Stay] = field(default_factory=list)


class Recorder:
    """Makes visits of the places that the booth shows, one after the other.

    `now` gives milliseconds that only go forward, `keep` gets each visit that is over.
    """

    def __init__(self, now: Callable[[], int], keep: Callable[[Visit], None]) -> None:
        self._now, self._keep = now, keep
        self._visit: Visit | None = None
        self._began = self._since = 0
        self._here = ("", "")

    def show(self, screen: str, what: str, language: str, *, rests: bool) -> None:
        """The booth shows a place; `rests` where that is the loop or the calm screen."""
        at = self._now()
        if rests:
            self._end(Ending.IDLE if screen == "attract" else Ending.CLOSED, at)
            return
        if self._visit is None:
            self._visit = Visit(datetime.now(UTC).isoformat(timespec="seconds"), language)
            self._began = self._since = at
        elif (screen, what) != self._here:
            self._leave(at)
        self._here = (screen, what)
        self._visit.language = language

    def close(self) -> None:
        """The booth ends."""
        self._end(Ending.CLOSED, self._now())

    def _end(self, ending: Ending, at: int) -> None:
        if self._visit is None:
            return
        self._leave(at)
        self._visit.lasted_ms, self._visit.ending = at - self._began, ending
        self._keep(self._visit)
        self._visit = None

    def _leave(self, at: int) -> None:
        assert self._visit is not None  # noqa: S101 - callers have seen to it
        self._visit.stays.append(Stay(*self._here, at - self._since))
        self._since = at
