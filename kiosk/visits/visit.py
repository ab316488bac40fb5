"""One visit: from the first touch after the attract loop to the return to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

_IDLE: Final = frozenset({"attract", "dark"})
"""The screens of a booth that nobody uses, within its opening hours and outside."""
_NONE: Final[Mapping[tuple[str, ...], int]] = MappingProxyType({})


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


class Touched(NamedTuple):
    """Where a finger came down."""

    screen: str
    what: str
    """As a `Stay` has it."""
    tall: bool
    """Whether the screen is higher than wide."""
    cell: int


class Visit(NamedTuple):
    """What is kept of a visit; `logged.py` says it all."""

    began: str
    """UTC, ISO 8601, by the wall clock as it was then; every duration is by a clock that only goes forward."""
    language: str
    """The one that was spoken at the end."""
    lasted_ms: int
    ending: Ending
    stays: list[Stay]
    first_language: str = ""
    """The one at the beginning."""
    deeds: Mapping[tuple[str, ...], int] = _NONE
    """How often visitors did what: a `Deed` and what it was about."""
    touches: Mapping[Touched, int] = MappingProxyType({})
    """How often fingers came down where."""


class Recorder:
    """Makes visits of the places that the booth shows, one after the other.

    `now` gives milliseconds that only go forward, `keep` gets each visit that is over.
    """

    def __init__(self, now: Callable[[], int], keep: Callable[[Visit], None]) -> None:
        self._now, self._keep = now, keep
        self._began = self._language = self._first_language = ""
        self._since = 0
        self._here = ("", "")
        self._stays: list[Stay] = []
        self._deeds: Counter[tuple[str, ...]] = Counter()
        self._touches: Counter[Touched] = Counter()

    @property
    def is_on(self) -> bool:
        """Whether somebody is there."""
        return bool(self._began)

    def show(self, screen: str, what: str, language: str, *, rests: bool) -> None:
        """The booth shows a place; `rests` where that is the loop or the calm screen."""
        at = self._now()
        if rests:
            self._end(Ending.IDLE if screen in _IDLE else Ending.CLOSED, at)
            return
        if not self._began:
            self._began, self._since, self._first_language = _utc(), at, language
        elif (screen, what) != self._here:
            self._leave(at)
        self._here, self._language = (screen, what), language

    def did(self, deeds: Iterable[tuple[str, str]]) -> None:
        """The visitor did something."""
        if self._began:
            self._deeds.update(deeds)

    def touch(self, cell: int, *, tall: bool) -> None:
        """A finger came down in a cell of the place that is shown."""
        if self._began:
            self._touches[Touched(*self._here, tall, cell)] += 1

    def close(self) -> None:
        """The booth ends."""
        self._end(Ending.CLOSED, self._now())

    def _end(self, ending: Ending, at: int) -> None:
        if not self._began:
            return
        self._leave(at)
        lasted = sum(stay.dwell_ms for stay in self._stays)
        self._keep(
            Visit(
                began=self._began,
                language=self._language,
                lasted_ms=lasted,
                ending=ending,
                stays=self._stays,
                first_language=self._first_language,
                deeds=self._deeds,
                touches=self._touches,
            )
        )
        self._began, self._stays, self._deeds, self._touches = "", [], Counter(), Counter()

    def _leave(self, at: int) -> None:
        self._stays.append(Stay(*self._here, at - self._since))
        self._since = at


def _utc() -> str:
    from datetime import UTC, datetime  # not before there is a visitor

    return datetime.now(UTC).isoformat(timespec="seconds")
