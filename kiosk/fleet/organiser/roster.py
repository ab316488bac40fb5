"""Who the booths are and how they are, as far as they have said so."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from kiosk.fleet.connection import Heard
from kiosk.fleet.messages import MessageError, Status, from_bytes
from kiosk.fleet.topics import Topic, parted

CLOCK_OFF_S: Final = 60
"""A clock that is further from the organiser's than this is told."""
_SILENT_S: Final = 390
"""A booth says how it is every five minutes; one that the broker heard of longer ago is silent, or its clock behind."""
_ODD: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
"""What would do something to a terminal instead of being seen."""
_LONGEST: Final = 400
"""Letters of a line that a booth says that are shown …"""
_LONGEST_ANSWER: Final = 4_000
"""… and of an answer of several."""


@dataclass(frozen=True, kw_only=True)
class Booth:
    """One booth, as it was heard of last."""

    name: str
    status: Status
    """What it was while it was online, where it is gone and that is known."""
    heard: float
    """By the organiser's monotonic clock …"""
    heard_at: datetime
    """… and by the one on the wall."""
    kept: bool
    """Whether the broker had kept that, and nobody knows for how long."""
    gone_since: datetime | None = None
    """Where it is not online, and that is known."""

    @property
    def online(self) -> bool:
        """Whether the broker has a connection to it."""
        return self.status.online

    @property
    def clock_off_s(self) -> float:
        """How far its clock is ahead of the organiser's; 0.0 where it is not, or nobody can tell."""
        said = moment(self.status.at)
        if said is None or not self.online:
            return 0.0
        ahead = (said - self.heard_at).total_seconds()
        if ahead > CLOCK_OFF_S or (not self.kept and ahead < -CLOCK_OFF_S):
            return ahead
        return 0.0

    @property
    def silent_s(self) -> float:
        """For how long it has said nothing, by its own clock, where that is longer than it should be; else 0.0."""
        said = moment(self.status.at)
        if said is None or not self.online or not self.kept:
            return 0.0
        ago = (self.heard_at - said).total_seconds()
        return ago if ago > _SILENT_S else 0.0

    def uptime_s(self, now: float) -> float:
        """How long it has been running."""
        return self.status.uptime_s + self._since_said(now)

    def touched_s(self, now: float) -> float | None:
        """How long ago somebody touched it, by its own clock; None where nobody has since it was started."""
        said, touch = moment(self.status.at), moment(self.status.last_touch)
        if said is None or touch is None:
            return None
        return max(0.0, (said - touch).total_seconds()) + self._since_said(now)

    def _since_said(self, now: float) -> float:
        """Seconds since its status was said: what the broker had kept is older than it seems."""
        said = moment(self.status.at)
        waited = max(0.0, (self.heard_at - said).total_seconds()) if self.kept and said else 0.0
        return waited + max(0.0, now - self.heard)


@dataclass
class Roster:
    """All booths that were heard of; `tell` hears of what was no word of a booth."""

    tell: Callable[[str], object]
    clock: Callable[[], float] = time.monotonic
    wall: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    booths: dict[str, Booth] = field(default_factory=dict)
    _usual: str | None = None
    """The usual hash, once it was counted."""

    def hear(self, heard: Heard) -> str:
        """Take in what arrived; the name of the booth about which it was, "" where it was about none."""
        about = parted(heard.topic)
        if about is None or about[1] is not Topic.STATUS:
            return ""
        name, self._usual = about[0], None
        if not heard.payload:
            self.booths.pop(name, None)  # somebody has it forgotten
            return name
        try:
            status = from_bytes(Status, heard.payload)
        except MessageError as error:
            self.tell(f"What {name} says cannot be read: {plain(str(error))}")
            return ""
        if status.booth != name:
            self.tell(f"{plain(status.booth)!r} speaks as if it were {name}: it is not listened to.")
            return ""
        self.booths[name] = self._now(name, clean(status), kept=heard.retained)
        return name

    def _now(self, name: str, status: Status, *, kept: bool) -> Booth:
        before, at = self.booths.get(name), self.wall()
        booth = Booth(name=name, status=status, heard=self.clock(), heard_at=at, kept=kept)
        if status.online:
            return booth
        since = moment(status.at)
        if before is None:
            return replace(booth, gone_since=since)
        last = replace(before.status, online=False)
        return replace(booth, status=last, gone_since=before.gone_since or since or (None if kept else at))

    @property
    def usual_hash(self) -> str:
        """The hash of the deck that most booths show; "" where no two show the same."""
        if self._usual is None:
            counted = Counter(booth.status.deck_hash for booth in self.booths.values() if booth.status.deck_hash)
            ((most, times),) = counted.most_common(1) or [("", 0)]
            self._usual = most if times > 1 or len(counted) == 1 else ""
        return self._usual

    def differs(self, booth: Booth) -> bool:
        """Whether a booth has another deck than most."""
        usual = self.usual_hash
        return bool(usual and booth.status.deck_hash and booth.status.deck_hash != usual)

    def troubles(self, booth: Booth) -> list[str]:
        """What an organiser should look after at a booth, the worst first, in plain words."""
        found = [] if booth.online else ["offline"]
        found += booth.status.problems
        if booth.clock_off_s:
            side = "ahead" if booth.clock_off_s > 0 else "behind"
            found.append(f"its clock is {span(abs(booth.clock_off_s))} {side}")
        if booth.silent_s:
            found.append(f"no word for {span(booth.silent_s)}, or its clock is behind")
        if booth.status.waiting.dropped:
            found.append(f"{booth.status.waiting.dropped:,} visits were given up")
        return found

    def in_order(self) -> list[Booth]:
        """The booths that are gone first, then those with troubles, then those with another deck; then by name."""

        def rank(booth: Booth) -> tuple[bool, bool, bool, list[tuple[int, str]]]:
            return booth.online, not self.troubles(booth), not self.differs(booth), by_number(booth.name)

        return sorted(self.booths.values(), key=rank)


def by_number(name: str) -> list[tuple[int, str]]:
    """What names are sorted by, so that hall-2 stands before hall-10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]


def moment(text: str) -> datetime | None:
    """The time that a message says; None where it says none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else None


def span(seconds: float) -> str:
    """A length of time in two letters or three: 40 s, 12 min, 5 h, 3 d."""
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size or (seconds >= size and unit == "min"):
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def plain(text: str) -> str:
    """A booth's words on one line, without what would do something to a terminal."""
    return _ODD.sub(" ", text[:_LONGEST]).strip()


def plain_lines(text: str) -> str:
    """A booth's words on as many lines as they have, without what would do something to a terminal."""
    return "\n".join(plain(line) for line in text[:_LONGEST_ANSWER].splitlines() if plain(line))


def clean(status: Status) -> Status:
    """A status with all its words as `plain` has them."""
    names = ("kiosk", "deck", "deck_hash", "language", "showing", "message", "at", "last_touch")
    words: dict[str, Any] = {name: plain(getattr(status, name)) for name in names}
    return replace(
        status,
        **words,
        problems=tuple(plain(problem) for problem in status.problems),
        allows=tuple(plain(each) for each in status.allows),
    )
