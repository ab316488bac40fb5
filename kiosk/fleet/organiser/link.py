"""The organiser's way to the broker, for a program that waits: events one after another, each wait with an end."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import Final, Self
from uuid import uuid4

from kiosk.fleet.access import Access
from kiosk.fleet.connection import Connection, Down, Event, Heard, Up
from kiosk.fleet.topics import ROOT

CONNECT_S: Final = 8.0
"""A broker that has not let anybody in by then is not there."""
GATHER_S: Final = 5.0
"""So long it may take until everything that the broker keeps has arrived."""
_QUIET_S: Final = 2.0
"""A broker that does not give back what was said for oneself has sent all when it falls quiet for so long."""


class NoBrokerError(Exception):
    """The broker cannot be had; the argument says why in plain words."""


class Link:
    """A connection for as long as the context lasts, which comes back where it is lost meanwhile.

    The broker keeps for `keeps_s` seconds what comes in between.
    """

    def __init__(self, access: Access, subscribes: Sequence[str], keeps_s: int = 0) -> None:
        name = f"kiosk-organiser-{uuid4().hex[:12]}"
        self._echo = f"{ROOT}/{name}/echo"
        self._told: SimpleQueue[Event] = SimpleQueue()
        self._connection = Connection(
            access, name, self._told.put, subscribes=[*subscribes, self._echo], keeps_s=keeps_s
        )

    def __enter__(self) -> Self:
        """Connect. Raises NoBrokerError."""
        self._connection.begin()
        try:
            self._wait_for_it()
        except BaseException:
            self._connection.close()
            raise
        return self

    def _wait_for_it(self) -> None:
        for event in self.events(CONNECT_S):
            if isinstance(event, Up):
                return
            if isinstance(event, Down):
                raise NoBrokerError(event.why)
        raise NoBrokerError(f"the broker has not answered for {CONNECT_S:.0f} s")

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def events(self, seconds: float) -> Iterator[Event]:
        """What happens, until so many seconds are over."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                yield self._told.get(timeout=left)
            except Empty:
                return

    def gathered(self) -> Iterator[Heard]:
        """What the broker keeps on the topics: it sends what was subscribed to before what is said after that."""
        self._connection.publish(self._echo, b"", expires_s=60)
        end, patience = time.monotonic() + GATHER_S, GATHER_S
        while (left := end - time.monotonic()) > 0:
            event = next(self.events(min(left, patience)), None)
            patience = _QUIET_S
            if event is None or (isinstance(event, Heard) and event.topic == self._echo):
                return
            if isinstance(event, Heard):
                yield event

    def publish(self, topic: str, payload: bytes, *, retain: bool = False, expires_s: int = 0) -> int:
        """As `Connection.publish`."""
        return self._connection.publish(topic, payload, retain=retain, expires_s=expires_s)
