"""Booths that are none: they say and answer what a booth does, and can be told to misbehave."""

from __future__ import annotations

import hashlib
import json
import ssl
import threading
import time
import urllib.request
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import SimpleQueue

from kiosk.fleet.connection import Connection, Heard, Kept, Taken, Up
from kiosk.fleet.messages import Answer, Does, Status, VisitMessage, Waiting, now, to_bytes
from kiosk.fleet.signing import STALE_S, RefusedError, opened
from kiosk.fleet.topics import Topic, topic
from kiosk.fleet.visits import to_plain
from kiosk.machine.keys import COMMANDS
from kiosk.visits.visit import Ending, Stay, Visit

OLD, NEW = "0" * 64, "1" * 64


def status(name: str, **more: object) -> Status:
    """How a sound booth is."""
    at = datetime.now(UTC)
    said = {
        "booth": name,
        "online": True,
        "at": at.isoformat(timespec="seconds"),
        "kiosk": "0.9",
        "deck": "Chongqing",
        "deck_hash": OLD,
        "language": "en",
        "showing": "attract",
        "uptime_s": 3600,
        "last_touch": (at - timedelta(minutes=4)).isoformat(timespec="seconds"),
        "waiting": Waiting(),
        "allows": COMMANDS,
    }
    return Status(**said | more)


class Booth:
    """A booth at a broker, on threads of its own.

    `behaves`: well, fails, refuses, hangs (never answers), slow (is under way for a while), vanishes (at a new deck),
    ails (has a new problem with it), lies (says done and has the deck from before).
    """

    def __init__(
        self, broker, name: str, key: str = "", *, behaves: str = "well", says: str = "as was asked", **said: object
    ) -> None:
        self.name, self.behaves, self.key, self._says = name, behaves, key, says
        self.status = status(name, **said)
        self.done: list[Does] = []
        self.details: dict[str, object] = {}
        self.fetched = b""
        self._before, self._ca, self._last = OLD, str(broker.ca), {}
        self._told: SimpleQueue = SimpleQueue()
        self._is_up = threading.Event()
        will = Kept(topic(name, Topic.STATUS), to_bytes(Status(booth=name, online=False)))
        self.connection = Connection(
            broker.access(name),
            f"kiosk-{name}",
            self._told.put,
            subscribes=[topic(name, Topic.COMMAND)],
            will=will,
            keeps_s=STALE_S,
        )
        self.connection.begin()
        threading.Thread(target=self._run, daemon=True).start()
        assert self._is_up.wait(20), name

    def say(self, **changed: object) -> None:
        """Publish the status, changed."""
        self.status = replace(self.status, at=now(), **changed)
        self.connection.publish(topic(self.name, Topic.STATUS), to_bytes(self.status), retain=True)

    def close(self) -> None:
        """Go away in good order."""
        self._told.put(None)
        gone = replace(self.status, online=False, at=now())
        self.connection.close(Kept(topic(self.name, Topic.STATUS), to_bytes(gone)))

    def vanish(self) -> None:
        """Be gone as with the power cut."""
        self._told.put(None)
        self.connection._client.loop_stop = lambda: None  # noqa: SLF001
        self.connection._client._sock_close()  # noqa: SLF001 - no farewell
        self.connection._client._thread_terminate = True  # noqa: SLF001

    def _run(self) -> None:
        first = -1
        while (event := self._told.get()) is not None:
            if isinstance(event, Up):
                first = self.connection.publish(topic(self.name, Topic.STATUS), to_bytes(self.status), retain=True)
            elif isinstance(event, Taken) and event.number == first:
                self._is_up.set()
            elif isinstance(event, Heard):
                self._hear(event.payload)

    def _hear(self, payload: bytes) -> None:
        try:
            command, key = opened(payload, self.name, [self.key], self._last)
        except RefusedError as error:
            self._answer(error.command, "refused", str(error))
            return
        self._last[key] = command.count
        if self.behaves == "hangs":
            return
        if self.behaves == "refuses":
            self._answer(command.id, "refused", "this booth does not want to")
            return
        self._answer(command.id, "under way")
        if self.behaves == "slow":
            time.sleep(1.5)
        if self.behaves == "vanishes" and command.does is Does.FETCH:
            self.vanish()
            return
        if self.behaves == "fails" and command.does is Does.FETCH:
            self._answer(command.id, "failed", "the disk is full")
            return
        self._do(command)

    def _do(self, command) -> None:
        self.done.append(command.does)
        self.details = command.details
        if command.does is Does.FETCH:
            self.fetched = self._fetch(command.details)
            problems = ("A chart cannot be drawn.",) if self.behaves == "ails" else self.status.problems
            if self.behaves != "lies":
                self._before = self.status.deck_hash
                self.say(deck_hash=NEW, previous=True, problems=problems)
            self._answer(command.id, "done", deck_hash=NEW)
        elif command.does is Does.BACK:
            self._before, back = self.status.deck_hash, self._before
            self.say(deck_hash=back, problems=())
            self._answer(command.id, "done", deck_hash=back)
        else:
            self._answer(command.id, "done", self._says)

    def _fetch(self, details) -> bytes:
        trust = ssl.create_default_context(cafile=self._ca)
        with urllib.request.urlopen(details["address"], timeout=10, context=trust) as answer:  # noqa: S310
            data = answer.read()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (details["bytes"], details["sha256"])
        return data

    def _answer(self, command: str, state, said: str = "", deck_hash: str = "") -> None:
        answer = Answer(booth=self.name, command=command, state=state, at=now(), said=said, deck_hash=deck_hash)
        self.connection.publish(topic(self.name, Topic.ANSWER), to_bytes(answer))


def visit(language: str = "en") -> Visit:
    """A visit of some seconds."""
    began = datetime.now(UTC).isoformat(timespec="seconds")
    return Visit(began, language, 9_000, Ending.IDLE, [Stay("hub", "", 4_000), Stay("slide", "trade", 5_000)])


def visit_message(booth: str, id_: str) -> bytes:
    """A visit as a booth sends it."""
    return to_bytes(VisitMessage(id=id_, booth=booth, visit=to_plain(visit())))


def write_settings(broker, folder: Path, port: int = 0) -> Path:
    """The organiser's kiosk.toml."""
    file = folder / "kiosk.toml"
    file.write_text(
        f'[broker]\nhost = "localhost"\nport = {port or broker.port}\nuser = "booths"\npassword = "a password"\n'
        f'ca = {json.dumps(str(broker.ca))}\nbooth = "organiser"\n',
        encoding="utf-8",
    )
    file.chmod(0o600)
    return file
