"""A deck for many booths, step by step: each step is watched, any trouble halts it, and there is a way back."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kiosk.fleet.connection import Down, Up
from kiosk.fleet.messages import Does
from kiosk.fleet.organiser.ledger import Ledger
from kiosk.fleet.organiser.orders import Desk, Order
from kiosk.fleet.organiser.roster import Booth

BACK_S: Final = 900.0
GRACE_S: Final = 20.0
"""A connection may be gone for so long before the booth is: networks at fairs are what they are."""
_SHOWS_S: Final = 15.0
"""From a booth's `done` to its status with the new deck's hash."""
_TICK_S: Final = 0.5


@dataclass
class Watched:
    """A booth that was asked, and how far it is."""

    name: str
    order: Order
    problems: frozenset[str]
    """Those that it had before."""
    wants: str = ""
    """The hash that its deck is to have; "" until the booth has told it."""
    done_at: float | None = None
    settled_at: float | None = None
    """Since when everything is as it should be."""
    gone_at: float | None = None
    trouble: str = ""


@dataclass(kw_only=True)
class Rollout:
    """One roll-out; `tell` hears lines about booths."""

    desk: Desk
    ledger: Ledger
    tell: Callable[[str], object]
    limit_s: float
    """For each step: a booth that visitors use takes a new deck when they are gone, at the latest after ten minutes."""
    settle_s: float
    """How long a booth has to be well before the next step."""
    back_s: float = BACK_S
    grace_s: float = GRACE_S
    watched: dict[str, Watched] = field(default_factory=dict)
    """All that were asked to take the new deck."""
    _is_blind: bool = False
    """Whether there is no connection, so that nobody knows how booths are."""

    def roll(self, steps: Sequence[Sequence[str]], details: dict[str, Any]) -> bool:
        """Have the booths of each step take the deck, one step after the other; False where trouble has halted it.

        Raises OSError.
        """
        for number, names in enumerate(steps, start=1):
            self.tell(f"Step {number} of {len(steps)}: {', '.join(names)}")
            self.ledger.ask({name: self._hash(name) for name in names})
            for order in self.desk.send(names, Does.FETCH, details):
                self.watched[order.booth] = self._watch(order)
            if not self._settles([self.watched[name] for name in names]):
                return False
        return True

    def take_back(self, names: Collection[str]) -> dict[str, str]:
        """Have those of some booths that have the new deck show the one from before; what went wrong, by booth.

        Booths that are still at work are waited for, as long as they had time for it, and taken back as well.
        Raises OSError.
        """
        end = time.monotonic() + self.limit_s
        wrong: dict[str, str] = {}
        asked: set[str] = set()
        waited_for: list[str] = []
        while True:
            have = [name for name in names if name not in asked and self._has_it(name)]
            for name in have:
                if not self._booth(name).online:
                    wrong[name] = "offline with the new deck: `kiosk fleet roll --back` takes it back later"
            here = [name for name in have if self._booth(name).online]
            asked |= set(have)
            if here:
                wrong |= self._back(here)
            at_work = [each.name for each in self._at_work()]
            if not at_work or time.monotonic() > end:
                break
            if at_work != waited_for:
                waited_for = at_work
                self.tell(f"Waited for, since it is still at work: {', '.join(at_work)}")
            self._hear()
        if not asked:
            self.tell("Nobody has the new deck.")
        for each in self._at_work():
            wrong[each.name] = "still at work: it may take the new deck later"
        return wrong

    def _back(self, names: Sequence[str]) -> dict[str, str]:
        self.tell(f"Taken back: {', '.join(names)}")
        watched = [self._watch(order) for order in self.desk.send(names, Does.BACK, {})]
        for each in watched:
            each.wants = self.ledger.booths[each.name].before
        end = time.monotonic() + self.back_s
        while (open_ := [each for each in watched if not each.trouble and each.settled_at is None]) and (
            time.monotonic() < end
        ):
            self._hear()
            for each in open_:
                self._judge(each)
        for each in watched:
            if each.settled_at is not None:
                self.ledger.note(each.name, "back")
                self.tell(f"{each.name}: has the deck from before")
            elif not each.trouble:
                each.trouble = f"not back after {self.back_s:.0f} s"
            self._tell_trouble(each)
        return {each.name: each.trouble for each in watched if each.trouble}

    def _settles(self, step: Sequence[Watched]) -> bool:
        """Watch until each booth of a step is well for long enough, and those of the steps before are."""
        end = time.monotonic() + self.limit_s
        while True:
            self._hear()
            now = time.monotonic()
            for each in self.watched.values():
                self._judge(each)
                if each in step and not each.trouble and now > end and each.done_at is None:
                    each.trouble = f"not done after {self.limit_s:.0f} s"
            troubled = [each for each in self.watched.values() if each.trouble]
            for each in troubled:
                self._tell_trouble(each)
            if troubled:
                return False
            if all(each.settled_at is not None and now >= each.settled_at + self.settle_s for each in step):
                return True

    def _tell_trouble(self, each: Watched) -> None:
        if each.trouble and each.order.outcome not in {"failed", "refused"}:  # these were told as they came
            self.tell(f"{each.name}: {each.trouble}")

    def _hear(self) -> None:
        """Take in what happens next, if it is soon."""
        for event in self.desk.link.events(_TICK_S):
            if isinstance(event, Down | Up):
                self._is_blind = isinstance(event, Down)
                self.tell(event.why if isinstance(event, Down) else "There is a connection to the broker again.")
            order = self.desk.hear(event)
            if order is not None:
                self.tell(str(order))
                self._note(order)
            return

    def _note(self, order: Order) -> None:
        each = self.watched.get(order.booth)
        if each is None or each.order is not order or order.outcome != "done":
            return
        each.wants = order.deck_hash or self._hash(order.booth)
        self.ledger.note(order.booth, "has it", each.wants)

    def _judge(self, each: Watched) -> None:
        """Look at how a booth is now."""
        now, booth, order = time.monotonic(), self._booth(each.name), each.order
        if self._is_blind:
            each.settled_at = each.gone_at = None  # nobody can tell
            return
        if order.outcome in {"failed", "refused"}:
            why = order.said.partition("\n")[0]
            each.trouble = f"{order.outcome}: {why}"
            return
        each.gone_at = None if booth.online else each.gone_at or now
        if each.gone_at is not None:
            each.settled_at = None
            if now - each.gone_at > self.grace_s:
                each.trouble = "has gone offline"
            return
        if order.outcome != "done":
            return
        each.done_at = each.done_at or now
        new = [problem for problem in booth.status.problems if _alike(problem) not in each.problems]
        if new:
            each.trouble = f"has a new problem: {new[0]}"
        elif each.wants and booth.status.deck_hash != each.wants:
            if each.settled_at is not None or now - each.done_at > min(_SHOWS_S, self.limit_s):
                each.trouble = f"says that it is done, and shows a deck with the hash {booth.status.deck_hash[:8]}"
        else:
            each.settled_at = each.settled_at or now

    def _watch(self, order: Order) -> Watched:
        problems = frozenset(map(_alike, self._booth(order.booth).status.problems))
        return Watched(order.booth, order, problems)

    def _at_work(self) -> list[Watched]:
        return [each for each in self.watched.values() if not each.order.is_over and self._booth(each.name).online]

    def _has_it(self, name: str) -> bool:
        return name in self.desk.roster.booths and self.ledger.has_it(name, self._hash(name))

    def _booth(self, name: str) -> Booth:
        return self.desk.roster.booths[name]

    def _hash(self, name: str) -> str:
        return self._booth(name).status.deck_hash


def _alike(problem: str) -> str:
    """A problem without its numbers: a disk that is a little fuller is none that is new."""
    return re.sub(r"\d+", "0", problem)


def in_steps(booths: Sequence[str], said: str) -> list[list[str]]:
    """The booths of each step, from `1,10%,100%`: how many have the deck after it. Raises ValueError in plain words."""
    steps: list[list[str]] = []
    done = 0
    for upto in sorted({_count(each.strip(), len(booths)) for each in said.split(",")}):
        if upto > done:
            steps.append(list(booths[done:upto]))
            done = upto
    return steps


def _count(said: str, all_: int) -> int:
    match = re.fullmatch(r"(\d{1,6})(%?)", said, re.ASCII)
    if not match or not int(match[1]) or (match[2] and int(match[1]) > 100):  # noqa: PLR2004 - per cent
        raise ValueError(f"--steps wants numbers of booths, or parts of all, such as 1,10%,100%, not {said!r}.")
    many = math.ceil(all_ * int(match[1]) / 100) if match[2] else int(match[1])
    return min(many, all_)


def left_out(booth: Booth, *, needs_way_back: bool) -> str:
    """Why a booth is not asked to take a deck; "" where it is."""
    if not booth.online:
        return "offline"
    needs: Iterable[Does] = (Does.FETCH, Does.BACK) if needs_way_back else (Does.FETCH,)
    lacks = [does for does in needs if does not in booth.status.allows]
    return f"its kiosk.toml does not allow `{lacks[0]}`" if lacks else ""
