"""When the booth tells how it is, and what: as soon as something is another, but not at every touch."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import kiosk
from kiosk.deck.checksum import checksum
from kiosk.fleet.booth.pace import Pace
from kiosk.fleet.booth.queues import Clock
from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.messages import MOST_PROBLEMS, Display, Status, Waiting
from kiosk.fleet.messages import now as time_now
from kiosk.packing.offer import has_previous

_LONGEST: Final = 500
"""Characters of a problem."""


class Telling:
    """A booth's status, told to `publish`; `count` says what waits to be sent."""

    def __init__(
        self,
        booth: str,
        allows: tuple[str, ...],
        pace: Pace,
        count: Callable[[], Waiting],
        publish: Callable[[Status], object],
        clock: Clock = time.monotonic,
    ) -> None:
        self._booth, self._allows, self._pace = booth, allows, pace
        self._count, self._publish, self._clock = count, publish, clock
        self._began = clock()
        self.seen: Seen | None = None
        """How the booth is; nothing is told before that is known."""
        self.problems: dict[str, str] = {}
        """Those of the line itself."""
        self._waiting = Waiting()
        self._recount = True
        self._told: object = None
        """What was told last, without what is another at each moment …"""
        self._told_at = self._looked_at = float("-inf")
        """… when, and when it was last seen whether something else is to be told."""
        self._summed: tuple[Path, int] | None = None
        self._checksum = ""

    def stir(self) -> None:
        """Others may wait than did."""
        self._recount = True

    def begin_anew(self) -> None:
        """There is a new connection: tell everything."""
        self._told, self._told_at, self._looked_at = None, float("-inf"), float("-inf")

    def due(self) -> float | None:
        """When `go_on` has something to do; None for never."""
        if self.seen is None:
            return None
        if self._recount or self._now() != self._told:
            return max(self._told_at, self._looked_at) + self._pace.soonest
        return self._told_at + self._pace.latest

    def go_on(self) -> None:
        """Tell what is to be told by now; there is a connection."""
        seen, due, now = self.seen, self.due(), self._clock()
        if seen is None or due is None or now < due:
            return
        self._looked_at = now
        if self._recount:
            self._recount, self._waiting = False, self._count()
        if self._now() != self._told or now >= self._told_at + self._pace.latest:
            self._told, self._told_at = self._now(), now
            self._publish(self._status(seen))

    def _now(self) -> object:
        return self.seen, self.problems, self._waiting

    def checksum(self, seen: Seen) -> str:
        """Of the deck that is shown; made anew where that may be another one."""
        if self._summed != (seen.folder, seen.version):
            self._checksum, self._summed = checksum(seen.folder), (seen.folder, seen.version)
        return self._checksum

    def _status(self, seen: Seen) -> Status:
        problems = [each[:_LONGEST] for each in (*self.problems.values(), *seen.problems)]
        return Status(
            booth=self._booth,
            online=True,
            at=time_now(),
            kiosk=kiosk.__version__,
            deck=seen.deck,
            deck_hash=self.checksum(seen),
            previous=has_previous(seen.target),
            language=seen.language,
            showing=seen.showing,
            message=seen.message,
            display=Display(width=seen.width, height=seen.height) if seen.width else None,
            uptime_s=int(self._clock() - self._began),
            last_touch=seen.last_touch,
            problems=tuple(problems[:MOST_PROBLEMS]),
            waiting=self._waiting,
            allows=self._allows,
        )
