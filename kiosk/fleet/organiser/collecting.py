"""The collector at work: connected under a name that the broker knows again, until it is told to stop."""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from kiosk.fleet.access import Access
from kiosk.fleet.connection import Connection, Down, Event, Held, Up
from kiosk.fleet.organiser.collector import Collector
from kiosk.fleet.topics import ANY, Topic, topic

KEEPS_S: Final = 90 * 24 * 3600
"""So long the broker keeps what comes while no collector runs."""
AGAIN_S: Final = 10.0
"""From one attempt to the next while the disk takes nothing."""
QUIET_S: Final = 2.0
"""After so long without anything, all that had waited at the broker has come."""
_PATIENCE_S: Final = 8.0
"""For the broker, where somebody waits for the end."""
_BATCH: Final = 500


class Stop:
    """Told to a collector that it should end."""


@dataclass(kw_only=True)
class Collecting:
    """One collector; `told` is where events come, and a `Stop` may be put, from any thread or signal handler."""

    access: Access
    fleet: Path
    tell: Callable[[str], None]
    progress: Callable[[Collector], object]
    told: SimpleQueue[Event | Stop]
    again_s: float = AGAIN_S

    def __post_init__(self) -> None:
        name = f"kiosk-collector-{self.access.booth}"
        wants = [topic(ANY, Topic.VISIT), topic(ANY, Topic.LEAD)]
        self._connection = Connection(self.access, name, self.told.put, subscribes=wants, keeps_s=KEEPS_S, holds=True)
        self.collector = Collector(self.fleet, self._acknowledge, self.tell)
        self._fails = ""
        self._next_try = 0.0
        self._soon_over = False

    def run(self, *, until_quiet: bool = False) -> bool:
        """Collect until a `Stop`, or until all that had waited has come; whether there was a broker and a disk."""
        self._soon_over = until_quiet
        self._connection.begin()
        try:
            return self._until_quiet() if until_quiet else self._until_stopped()
        finally:
            self._connection.close()
            self.collector.close()

    def _until_stopped(self) -> bool:
        while (event := self._next(self._next_try - time.monotonic() if self._fails else None)) is not Stop:
            self._take(event)
        return not self.collector.waiting

    def _until_quiet(self) -> bool:
        is_up, end = False, time.monotonic() + _PATIENCE_S
        while is_up or time.monotonic() < end:
            event = self._next(QUIET_S)
            if event is Stop or self._fails or isinstance(event, Down):
                self._take(event)
                return False
            if event is None and is_up:
                return True
            is_up = is_up or isinstance(event, Up)
            self._take(event)
        self.tell("kiosk: The broker has not answered.")
        return False

    def _next(self, seconds: float | None) -> Event | type[Stop] | None:
        try:
            event = self.told.get(timeout=None if seconds is None else max(0.0, seconds))
        except Empty:
            return None
        return Stop if isinstance(event, Stop) else event

    def _take(self, event: Event | type[Stop] | None) -> None:
        """Take in an event and what has come with it, and write."""
        batch: list[Held] = []
        while event is not None:
            if isinstance(event, Held):
                batch.append(event)
            elif isinstance(event, Down):
                self.tell(f"kiosk: {event.why}.")
                batch.clear()
                self.collector.lost_connection()
            elif isinstance(event, Up) and not self._soon_over:
                self.tell("kiosk: There is a connection to the broker.")
            if event is Stop or len(batch) >= _BATCH or self.told.empty():
                break
            event = self._next(0)
        if event is Stop:
            self.told.put(Stop())
        self.collector.take(batch)
        self._write()
        self.progress(self.collector)

    def _write(self) -> None:
        if not self.collector.waiting or (self._fails and time.monotonic() < self._next_try):
            return
        try:
            self.collector.write()
        except (sqlite3.Error, OSError) as error:
            why = _why(error)
            if why != self._fails:
                self.tell(f"kiosk: Nothing can be written to {self.fleet}: {why}. The broker keeps it meanwhile.")
            self._fails, self._next_try = why, time.monotonic() + self.again_s
            return
        if self._fails:
            self.tell(f"kiosk: {self.fleet} is written to again.")
            self._fails = ""

    def _acknowledge(self, held: Held) -> None:
        self._connection.acknowledge(held)


def _why(error: sqlite3.Error | OSError) -> str:
    """What is wrong with the disk, in plain words."""
    full = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    if isinstance(error, OSError):
        return "the disk is full" if error.errno in full else str(error.strerror or error)
    is_full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return "the disk is full" if is_full else str(error)
