"""A booth's line without its screen, and the organiser's end of it."""

from __future__ import annotations

import json
import time
from contextlib import closing
from datetime import UTC, datetime
from queue import SimpleQueue

from kiosk.fleet.booth.outgoing import visits_of
from kiosk.fleet.booth.pace import Pace
from kiosk.fleet.booth.seen import Seen
from kiosk.fleet.booth.uplink import Hears, Uplink
from kiosk.fleet.connection import Connection, Heard, Up
from kiosk.fleet.messages import Answer, Command, Does, LeadMessage, Status, VisitMessage, from_bytes, to_bytes
from kiosk.fleet.signing import signed
from kiosk.fleet.topics import Topic, parted, topic
from kiosk.leads.store import Store, file_in
from kiosk.visits.log import Sends, VisitLog
from kiosk.visits.visit import Ending, Stay, Visit

PATIENCE_S = 60
QUICK = Pace(soonest=0.02, latest=60, lead=0.05, no_reader=(0.2, 0.4), disk=0.2)
_KINDS = {
    Topic.STATUS: Status,
    Topic.VISIT: VisitMessage,
    Topic.LEAD: LeadMessage,
    Topic.ANSWER: Answer,
}


def a_visit(name: str = "hub") -> Visit:
    return Visit("2026-05-08T09:00:00+00:00", "en", 3_000, Ending.IDLE, [Stay(name, "", 3_000)])


def write_settings(path, broker, booth: str, *, port: int = 0, **more) -> None:
    """A machine's file that names a broker."""
    from fleet.brokers import PASSWORD, USER

    values = {"host": "localhost", "port": port or broker.port, "user": USER, "password": PASSWORD}
    values |= {"ca": str(broker.ca), "booth": booth} | more
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items()]
    path.write_text("\n".join(["[broker]", *lines, ""]), encoding="utf-8")
    path.chmod(0o600)


class BoothLine:
    """A booth, as far as its line needs one."""

    def __init__(self, folder, broker, booth: str = "hall-3", *, pace: Pace = QUICK, **settings) -> None:
        self.state = folder / "state"
        self.config = folder / "kiosk.toml"
        folder.mkdir(exist_ok=True)
        write_settings(self.config, broker, booth, **settings)
        self.told, self.events, self.asked = [], [], SimpleQueue()
        self.leads = file_in(self.state)
        hears = Hears(self.asked.put, lambda: None, self.events.append, self.told.append)
        self.uplink = Uplink(self.config, self.state, hears, pace)
        self.log = VisitLog(self.state, outbox=Sends(visits_of(booth), self.uplink.look))
        self.uplink.begin()
        self.see()

    def see(self, **seen) -> None:
        # Not the state folder: who reads SQLite's files, as a checksum does, takes its locks away.
        self.uplink.see(
            Seen(deck="A deck", folder=self.config.parent / "deck", language="en", showing="attract", **seen)
        )

    def leave(self, *names: str) -> None:
        """Visitors leave their contacts, and their cards."""
        with closing(Store(self.leads, self.told.append)) as store:
            for name in names:
                store.keep(name.encode(), "2026-05-08")
        self.uplink.look()

    def close(self) -> None:
        self.log.close()
        self.uplink.close()


class Organiser:
    """Somebody who reads what booths say, who asks, and who gets what was said while they were away."""

    def __init__(self, broker, key_file=None, name: str = "organiser") -> None:
        self._broker, self._key, self._name = broker, key_file, name
        self._count = 0
        self._connection: Connection | None = None
        self._events: SimpleQueue[object] = SimpleQueue()
        self.heard = []
        self.come()

    def come(self) -> None:
        topics = [topic("+", each) for each in _KINDS]
        self._connection = Connection(
            self._broker.access(), self._name, self._events.put, subscribes=topics, keeps_s=3600
        )
        self._connection.begin()
        while not isinstance(self._events.get(timeout=PATIENCE_S), Up):
            pass

    def go(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None

    def until(self, condition):
        """Wait until a message is heard, or was, for which something is so; the message."""
        end = time.monotonic() + PATIENCE_S
        seen = 0
        while True:
            for message in self.heard[seen:]:
                if condition(message):
                    return message
            seen = len(self.heard)
            self._take(self._events.get(timeout=max(0.01, end - time.monotonic())))

    def gathered(self) -> list:
        """What was heard so far."""
        while not self._events.empty():
            self._take(self._events.get())
        return self.heard

    def _take(self, event) -> None:
        if isinstance(event, Heard):
            self.heard.append(from_bytes(_KINDS[parted(event.topic)[1]], event.payload))

    def status(self, condition=bool) -> Status:
        return self.until(lambda message: isinstance(message, Status) and condition(message))

    def answer(self, state: str, command: str | None = None) -> Answer:
        return self.until(
            lambda message: (
                isinstance(message, Answer) and message.state == state and command in {None, message.command}
            )
        )

    def command(self, does: Does, *, to: str = "hall-3", at: str = "", count: int = 0, **details) -> Command:
        self._count += 1
        return Command(
            id=f"c{self._count}",
            to=(to,),
            does=does,
            details=details,
            at=at or datetime.now(UTC).isoformat(timespec="seconds"),
            count=count or self._count,
        )

    def ask(self, does: Does, *, to: str = "hall-3", **details) -> Command:
        """Sign a command and send it."""
        command = self.command(does, to=to, **details)
        self.send(to_bytes(signed(command, self._key)), to)
        return command

    def send(self, data: bytes, to: str = "hall-3") -> None:
        self._connection.publish(topic(to, Topic.COMMAND), data)

    def of(self, kind) -> list:
        return [message for message in self.heard if isinstance(message, kind)]
