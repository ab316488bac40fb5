"""Sends what waits in a queue, a few at a time, and takes out of it what the broker has and somebody will get."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import Final

from kiosk.fleet.booth.queues import Clock, Parcel, Queue
from kiosk.sentences import sentence

MOST_UNDER_WAY: Final = 10
_LOST_S: Final = 300.0
"""What the broker has not answered while there was a connection for so long is sent again."""


class Sender:
    """One queue's; `publish` gives the number by which the broker's answer is known."""

    def __init__(
        self,
        queue: Queue,
        publish: Callable[[bytes], int],
        no_reader_s: tuple[float, float],
        disk_s: float,
        clock: Clock = time.monotonic,
    ) -> None:
        """What nobody would get is tried again after the first of `no_reader_s`, later after at most the second.

        A disk that does not give or take is tried again after `disk_s`.
        """
        self._queue, self._publish, self._clock = queue, publish, clock
        self._no_reader_s, self._disk_s = no_reader_s, disk_s
        self._under_way: dict[int, Parcel] = {}
        self._arrived: list[Parcel] = []
        self._has_more = True
        self._ripe_at: float | None = None
        """When something may go that may not yet."""
        self._not_before = 0.0
        self._pause_s = no_reader_s[0]
        self._moved = clock()
        """When something was last sent or answered."""
        self.problem = ""
        """What the operator should know of the disk, in plain words."""

    def look_again(self) -> None:
        """There may be something else in the queue."""
        self._has_more = True

    def has_reader(self) -> None:
        """Somebody may have come who reads: try at once."""
        self._not_before, self._pause_s = 0.0, self._no_reader_s[0]

    def taken(self, number: int, *, has_reader: bool) -> bool:
        """The broker has answered; False where that was for something else."""
        parcel = self._under_way.pop(number, None)
        if parcel is None:
            return False
        self._moved = self._clock()
        if has_reader:
            self._arrived.append(parcel)
            self._pause_s = self._no_reader_s[0]
        elif self._clock() >= self._not_before:
            self._not_before = self._clock() + self._pause_s
            self._pause_s = min(self._pause_s * 2, self._no_reader_s[1])
        self._has_more = self._has_more or not has_reader
        return True

    def go_on(self, *, is_up: bool) -> bool:
        """Do what can be done now; whether something was taken out of the queue."""
        now = self._clock()
        if self._under_way and not is_up:
            self._moved = now
        if self._under_way and now >= self._moved + _LOST_S:
            self._under_way.clear()
            self._has_more = True
        if self._ripe_at is not None and now >= self._ripe_at:
            self._ripe_at, self._has_more = None, True
        try:
            return self._go_on(is_up=is_up and now >= self._not_before)
        except (sqlite3.Error, OSError) as error:
            self.problem = sentence(
                "What waits for the organiser cannot be read or written ({error}); it is tried again.", error=error
            )
            self._not_before = now + self._disk_s
            self._has_more = True
            return False

    def _go_on(self, *, is_up: bool) -> bool:
        has_arrived = bool(self._arrived)
        if has_arrived:
            self._queue.done(self._arrived)
            self._arrived = []
            self.problem = ""
        room = MOST_UNDER_WAY - len(self._under_way)
        if is_up and self._has_more and room > 0:
            known = {parcel.id for parcel in self._under_way.values()}
            found = self._queue.waiting(room + len(known))
            self.problem = ""
            self._has_more, self._ripe_at = len(found) == room + len(known), self._queue.due()
            for parcel in [each for each in found if each.id not in known][:room]:
                self._under_way[self._publish(parcel.payload)] = parcel
                self._moved = self._clock()
        return has_arrived

    def due(self) -> float | None:
        """When `go_on` has something to do although nothing happens; None for never."""
        times = [self._ripe_at]
        if self._not_before > self._clock() and (self._has_more or self._arrived):
            times.append(self._not_before)
        if self._under_way:
            times.append(self._moved + _LOST_S)
        return min((each for each in times if each is not None), default=None)
