"""Commands to booths: signed, one message each, and what became of every one of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal
from uuid import uuid4

from kiosk.fleet.connection import Event, Heard, Taken
from kiosk.fleet.messages import Answer, Command, Does, MessageError, from_bytes, now, to_bytes
from kiosk.fleet.organiser.counting import next_counts
from kiosk.fleet.organiser.link import Link
from kiosk.fleet.organiser.roster import Booth, Roster, plain, plain_lines
from kiosk.fleet.signing import STALE_S, signed
from kiosk.fleet.topics import Topic, parted, topic

Outcome = Literal["waiting", "under way", "done", "refused", "failed"]
_FINAL: Final = frozenset({"done", "refused", "failed"})


@dataclass
class Order:
    """One command to one booth."""

    booth: str
    command: Command
    outcome: Outcome = "waiting"
    said: str = ""
    """The booth's words, in some lines, or why there are none."""
    deck_hash: str = ""
    """The deck's afterwards, where the booth told it."""
    number: int = -1
    """The message's, as the broker takes it."""

    def __str__(self) -> str:
        """What became of it, for people; further lines of the booth's words stand below."""
        first, *others = self.said.splitlines() or [""]
        return "\n".join(
            [f"{self.booth}: {self.outcome}" + (f": {first}" if first else ""), *(f"  {o}" for o in others)]
        )

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be expected."""
        return self.outcome in _FINAL


@dataclass
class Desk:
    """From where commands are sent: a link that hears statuses and answers, who the booths are, and the key."""

    link: Link
    roster: Roster
    key: Path
    fleet: Path
    """The folder of the organiser's state."""
    orders: dict[str, Order] = field(default_factory=dict)
    """All that were sent, by their ids."""

    def send(self, booths: Iterable[str], does: Does, details: Mapping[str, Any]) -> list[Order]:
        """Send a command to some booths. Raises PackError where the key is none, and OSError."""
        names = list(booths)
        sent = []
        for name, count in zip(names, next_counts(self.fleet, len(names)), strict=True):
            command = Command(id=uuid4().hex, to=(name,), does=does, details=dict(details), at=now(), count=count)
            payload = to_bytes(signed(command, self.key))
            order = self.orders[command.id] = Order(name, command)
            order.number = self.link.publish(topic(name, Topic.COMMAND), payload, expires_s=STALE_S)
            sent.append(order)
        return sent

    def hear(self, event: Event) -> Order | None:
        """Take in what happened; the order that it changed."""
        if isinstance(event, Taken) and not event.has_reader:
            return self._unheard(event.number)
        if not isinstance(event, Heard):
            return None
        self.roster.hear(event)
        about = parted(event.topic)
        return self._answered(about[0], event.payload) if about and about[1] is Topic.ANSWER else None

    def _unheard(self, number: int) -> Order | None:
        for order in self.orders.values():
            if order.number == number and not order.is_over:
                order.outcome, order.said = "failed", "nobody listens there: the booth has gone, or takes no commands"
                return order
        return None

    def _answered(self, booth: str, payload: bytes) -> Order | None:
        try:
            answer = from_bytes(Answer, payload)
        except MessageError as error:
            self.roster.tell(f"An answer of {booth} cannot be read: {plain(str(error))}")
            return None
        order = self.orders.get(answer.command)
        if order is None or order.is_over or booth != order.booth or answer.booth != booth:
            return None
        order.outcome, order.said, order.deck_hash = answer.state, plain_lines(answer.said), plain(answer.deck_hash)
        return order


def cannot(booth: Booth, does: Does) -> str:
    """Why a booth need not even be asked; "" where it has to be."""
    if not booth.online:
        return "offline"
    if does not in booth.status.allows:
        return f"does not take `{does}`: its kiosk.toml does not allow it"
    return ""


def wait(desk: Desk, orders: Sequence[Order], seconds: float, tell: Callable[[Order], object]) -> None:
    """Wait until every booth has answered for good, or the time is over; `tell` hears of each answer."""
    end = time.monotonic() + seconds
    for order in orders:
        if order.is_over:
            tell(order)
    while any(not order.is_over for order in orders) and (left := end - time.monotonic()) > 0:
        event = next(desk.link.events(left), None)
        changed = desk.hear(event) if event is not None else None
        if changed is not None and changed in orders:
            tell(changed)
    for order in orders:
        if not order.is_over:
            order.said = _silence(desk, order, seconds)


def _silence(desk: Desk, order: Order, seconds: float) -> str:
    booth = desk.roster.booths.get(order.booth)
    after = f" after {seconds:.0f} s"
    if order.outcome == "under way":
        return f"still under way{after}"
    return f"no answer{after}" + ("" if booth is None or booth.online else ": it has gone offline")
