"""What waits on the disk for the broker: where it is read, and where it goes when the broker has it."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

from kiosk.fleet.messages import LeadMessage, to_bytes
from kiosk.leads.store import Store, Unsent, count_unsent
from kiosk.visits.outbox import Outbox

Clock = Callable[[], float]


class Parcel(NamedTuple):
    """Something that is on its way."""

    id: str
    payload: bytes
    own: object
    """What its queue knows it by."""


class Queue(Protocol):
    """Where parcels wait. Every method may raise sqlite3.Error or OSError."""

    def waiting(self, most: int) -> list[Parcel]:
        """The first ones that may go now."""

    def done(self, parcels: Iterable[Parcel]) -> None:
        """These have arrived."""

    def due(self) -> float | None:
        """When one may go that may not yet, by the clock; None where there is none."""


class VisitQueue:
    """The visits in the outbox of a log."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def waiting(self, most: int) -> list[Parcel]:
        """See `Queue`."""
        return [Parcel(each.id, each.payload, each) for each in self._outbox.waiting(most)]

    def done(self, parcels: Iterable[Parcel]) -> None:
        """See `Queue`."""
        self._outbox.remove(each.id for each in parcels)

    def due(self) -> float | None:
        """A visit that is over may go at once."""
        return None


class LeadQueue:
    """The leads in a store that the broker has not.

    Whoever just left one can still take it back: so none goes while a card is open (`held` says so), and none that was
    not there already `pause_s` seconds ago, when none was open either. What is being kept or deleted on a slow disk has
    come to its end by then.
    """

    def __init__(
        self,
        file: Path,
        booth: str,
        held: Callable[[], bool],
        tell: Callable[[str], None],
        pause_s: float,
        clock: Clock = time.monotonic,
    ) -> None:
        self._file, self._booth, self._held, self._tell = file, booth, held, tell
        self._pause_s, self._clock = pause_s, clock
        self._since: dict[str, float] = {}
        """When each was first found."""

    def waiting(self, most: int) -> list[Parcel]:
        """See `Queue`."""
        if self._held() or not self._file.is_file():
            return []
        with closing(Store(self._file, self._tell)) as store:
            found = store.unsent()
        if self._held():
            return []
        now = self._clock()
        self._since = {each.uid: self._since.get(each.uid, now) for each in found}
        ripe = [each for each in found if self._since[each.uid] + self._pause_s <= now]
        return [Parcel(each.uid, self._message(each), each) for each in ripe[:most]]

    def _message(self, lead: Unsent) -> bytes:
        sealed = base64.b64encode(lead.sealed).decode()
        return to_bytes(LeadMessage(id=lead.uid, booth=self._booth, day=lead.day, sealed=sealed))

    def done(self, parcels: Iterable[Parcel]) -> None:
        """See `Queue`."""
        with closing(Store(self._file, self._tell)) as store:
            store.mark(each.own for each in parcels if isinstance(each.own, Unsent))

    def due(self) -> float | None:
        """See `Queue`."""
        later = [since + self._pause_s for since in self._since.values() if since + self._pause_s > self._clock()]
        return min(later, default=None)

    def count(self) -> int:
        """How many wait."""
        return count_unsent(self._file)
