"""What the uplink's thread does: keeps up the connection, tells, sends, hears, answers."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from secrets import token_hex
from typing import Final

from kiosk.fleet.access import Access
from kiosk.fleet.booth.discovery import discovery
from kiosk.fleet.booth.events import Answered, Pends
from kiosk.fleet.booth.hearing import LONGEST_SAID, Hearing, now
from kiosk.fleet.booth.ledger import Ledger, Pending
from kiosk.fleet.booth.pace import Pace
from kiosk.fleet.booth.queues import LeadQueue, VisitQueue
from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.booth.sender import Sender
from kiosk.fleet.booth.telling import Telling
from kiosk.fleet.booth.uplink import CLOSE, LOOK, Hears
from kiosk.fleet.connection import Connection, Down, Heard, Kept, Taken, Up
from kiosk.fleet.messages import Answer, MessageError, Status, Waiting, from_bytes, to_bytes
from kiosk.fleet.messages import now as time_now
from kiosk.fleet.signing import STALE_S, RefusedError
from kiosk.fleet.topics import Topic, topic
from kiosk.leads.store import file_in
from kiosk.machine.settings import Settings
from kiosk.sentences import sentence
from kiosk.sparing import Sparing
from kiosk.visits.log import FILE
from kiosk.visits.outbox import Outbox

FOLDER: Final = "fleet"
"""In the state folder."""
_TWICE_S: Final = 660.0
"""Without a word of another booth of the same name for so long, there is none any more: each speaks every 300 s."""


class Line:
    """A booth's line to the broker that `way` leads to; see `Uplink`, whose `events` it takes."""

    def __init__(
        self,
        events: SimpleQueue[object],
        settings: Settings,
        way: Access,
        state: Path,
        pace: Pace,
        hears: Hears,
        trouble: Callable[[str, str], object],
        is_held: Callable[[], bool],
    ) -> None:
        """`trouble` hears of a problem by a name, with "" where it is over; `is_held`: see `LeadQueue`."""
        self._events, self._booth, self._hears, self._trouble = events, way.booth, hears, trouble
        self._topics = {each: topic(way.booth, each) for each in Topic}
        self._ledger = Ledger(state / FOLDER)
        self._hearing = Hearing(settings, way.booth, self._ledger, now())
        self._outbox = Outbox(state / FILE)
        self._leads = LeadQueue(file_in(state), way.booth, is_held, hears.tell, pace.lead)
        self._senders = {
            "leads": Sender(self._leads, lambda data: self._publish(Topic.LEAD, data), pace.no_reader, pace.disk),
            "visits": Sender(
                VisitQueue(self._outbox), lambda data: self._publish(Topic.VISIT, data), pace.no_reader, pace.disk
            ),
        }
        self._telling = Telling(way.booth, settings.allows, pace, self._count, self._tell)
        self._will = Kept(self._topics[Topic.STATUS], to_bytes(Status(booth=way.booth, online=False)))
        self._connection = Connection(
            way,
            f"kiosk-{way.booth}-{token_hex(4)}",  # another one of this name is to be noticed, and not thrown out
            events.put,
            subscribes=[self._topics[Topic.COMMAND]],
            watches=[self._topics[Topic.STATUS]],
            will=self._will,
            keeps_s=STALE_S,  # a command that is older is none any more
        )
        self._sparing = Sparing()
        self._twice_until = float("-inf")
        """Until then it counts that another booth of the same name was there."""

    def live(self) -> None:
        """Do what comes, until the booth ends."""
        self._connection.begin()
        event: object = LOOK
        try:
            while event is not CLOSE:
                self._take(event)
                if self._events.empty():  # what comes in a flood is done together
                    self._go_on()
                event = None
                with suppress(Empty):
                    event = self._events.get(timeout=self._patience())
        finally:
            self._connection.close(self._will)

    def _take(self, event: object) -> None:
        if isinstance(event, Taken):
            self._taken(event)
        elif isinstance(event, Seen):
            self._see(event)
        elif event is LOOK:
            self._look()
        elif isinstance(event, Up):
            self._rise()
        elif isinstance(event, Down):
            self._fall(event)
        elif isinstance(event, Heard):
            if event.topic == self._topics[Topic.STATUS]:
                self._watch(event.payload)
            else:
                self._hear(event.payload)
        elif isinstance(event, Answered):
            self._answer(event)
        elif isinstance(event, Pends):
            self._pend(event)

    def _go_on(self) -> None:
        """Do what is due."""
        is_up = self._connection.is_up
        for name, sender in self._senders.items():
            if sender.go_on(is_up=is_up):
                self._telling.stir()
            self._say(name, sender.problem)
        if time.monotonic() >= self._twice_until:
            self._say("twice", "")
        if is_up:
            self._telling.go_on()

    def _patience(self) -> float | None:
        """Seconds until something is due although nothing happens; None for ever."""
        times = [sender.due() for sender in self._senders.values()]
        times.append(self._telling.due() if self._connection.is_up else None)
        times.append(self._twice_until if "twice" in self._telling.problems else None)
        soonest = min((each for each in times if each is not None), default=None)
        return None if soonest is None else max(0.0, soonest - time.monotonic())

    def _say(self, name: str, problem: str) -> None:
        """The operator should know of a problem, or not any more."""
        known = self._telling.problems
        if known.get(name, "") != problem:
            others = {key: said for key, said in known.items() if key != name}
            self._telling.problems = others | ({name: problem} if problem else {})
            self._trouble(name, problem)

    # The connection

    def _rise(self) -> None:
        self._say("broker", "")
        described = discovery(self._booth)
        self._connection.publish(described.topic, described.payload, retain=True)
        self._telling.begin_anew()
        for sender in self._senders.values():
            sender.has_reader()
        self._look()

    def _fall(self, event: Down) -> None:
        self._say("broker", sentence("There is no line to the organiser: {why}.", why=event.why))

    def _watch(self, data: bytes) -> None:
        """Somebody else told how this booth is: another one of its name, or the broker, of one that ended before."""
        with suppress(MessageError):
            if not from_bytes(Status, data).online:
                self._telling.begin_anew()
                return
        self._twice_until = time.monotonic() + _TWICE_S
        self._say(
            "twice",
            sentence(
                "Another booth is called {booth} too, and the organiser sees one of the two at a time: "
                "give each its own name (`booth` below `[broker]` in kiosk.toml).",
                booth=self._booth,
            ),
        )

    def _publish(self, what: Topic, data: bytes) -> int:
        return self._connection.publish(self._topics[what], data)

    def _taken(self, event: Taken) -> None:
        for sender in self._senders.values():
            if sender.taken(event.number, has_reader=event.has_reader):
                return

    # What it tells

    def _look(self) -> None:
        self._telling.stir()
        for sender in self._senders.values():
            sender.look_again()

    def _see(self, seen: Seen) -> None:
        is_first, self._telling.seen = self._telling.seen is None, seen
        if is_first and (pending := self._ledger.pending):
            self._answer(Answered(pending.command, "done", pending.said, with_deck=True))
            with suppress(OSError):  # it is said once more at the next start
                self._ledger.pend(None)

    def _count(self) -> Waiting:
        """What waits to be sent; what cannot be read is told by its sender."""
        held, leads = (0, 0), 0
        with suppress(sqlite3.Error):
            held = self._outbox.held()
            leads = self._leads.count()
        return Waiting(visits=held[0], leads=leads, dropped=held[1])

    def _tell(self, status: Status) -> None:
        self._connection.publish(self._topics[Topic.STATUS], to_bytes(status), retain=True)

    # What it hears

    def _hear(self, data: bytes) -> None:
        try:
            command = self._hearing.command(data)
        except RefusedError as error:
            if line := self._sparing.line(f"A command of an organiser's was refused: {error}."):
                self._hears.tell(f"kiosk: {line}")
                self._hears.event(f"command refused: {error}")
            if error.command:
                self._answer(Answered(error.command, "refused", str(error), with_deck=False))
            return
        self._hears.event(f"command {command.does}")
        self._answer(Answered(command.id, "under way", "", with_deck=False))
        self._hears.command(command)

    def _answer(self, event: Answered) -> int:
        """Say what became of a command; the number by which the broker's word of it is known."""
        seen = self._telling.seen
        answer = Answer(
            booth=self._booth,
            command=event.command,
            state=event.state,
            at=time_now(),
            said=event.said[:LONGEST_SAID],
            deck_hash=self._telling.checksum(seen) if event.with_deck and seen else "",
        )
        return self._publish(Topic.ANSWER, to_bytes(answer))

    def _pend(self, event: Pends) -> None:
        """The booth is to end and to have done a command when it is back."""
        try:
            self._ledger.pend(Pending(event.command, event.said))
        except OSError as error:
            event.then(f"this booth's disk does not take what is under way: {error.strerror}")
            return
        event.then("")
