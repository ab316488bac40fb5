"""How a talk keeps to its time: what was planned for each slide, what has passed, and how far the two are apart.

Plain arithmetic in seconds; what is written is for a glance.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import Final

from kiosk.deck.records import record

ON_TIME_S: Final = 60
"""A talk that is no more than this ahead or behind is on time."""


class Mood(StrEnum):
    """What the pace's colour says."""

    NONE = ""
    """Nothing was planned, or the clock was never started."""
    GOOD = "good"
    AHEAD = "ahead"
    BEHIND = "behind"


@record
class Plan:
    """When each slide of a talk ends, counted from its beginning, in order."""

    ends: tuple[float, ...] = ()

    @property
    def whole(self) -> float:
        """How long the talk is to last; 0 where nobody said."""
        return self.ends[-1] if self.ends else 0.0

    def off(self, at: int, elapsed: float) -> float:
        """How far a talk is behind that stands at a slide; negative where it is ahead, 0 within the slide's own time.

        After the last slide's time it is behind, and on the first slide never ahead.
        """
        if not self.whole or not 0 <= at < len(self.ends):
            return 0.0
        begins = self.ends[at - 1] if at else 0.0
        return max(0.0, elapsed - self.ends[at]) or min(0.0, elapsed - begins)

    def mood(self, at: int, elapsed: float) -> Mood:
        """The colour for that."""
        if not self.whole:
            return Mood.NONE
        off = self.off(at, elapsed)
        if abs(off) <= ON_TIME_S:
            return Mood.GOOD
        return Mood.BEHIND if off > 0 else Mood.AHEAD


def plan(seconds: Sequence[float], minutes: float) -> Plan:
    """A plan for slides with the seconds that they are given, 0 for one without.

    Those share what the others leave of the minutes. Without minutes there is a plan only where every slide has its
    seconds.
    """
    without = sum(not each for each in seconds)
    if without and not minutes:
        return Plan()
    rest = max(0.0, minutes * 60 - sum(seconds)) / without if without else 0.0
    return Plan(tuple(accumulate(each or rest for each in seconds)))


class Timer:
    """The talk's clock: begins, pauses, goes on, begins anew. Every method takes `now`, in milliseconds."""

    def __init__(self) -> None:
        self._before = 0
        self._since: int | None = None

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._since is not None

    @property
    def begun(self) -> bool:
        """Whether any time has passed, or passes."""
        return self.running or self._before > 0

    def elapsed(self, now: int) -> float:
        """Seconds that have passed while it ran."""
        return (self._before + (now - self._since if self._since is not None else 0)) / 1000

    def start(self, now: int) -> None:
        """Begin, or go on."""
        if self._since is None:
            self._since = now

    def pause(self, now: int) -> None:
        """Stop until the next start."""
        self._before, self._since = round(self.elapsed(now) * 1000), None

    def toggle(self, now: int) -> None:
        """Pause where it runs, else go on."""
        self.pause(now) if self.running else self.start(now)

    def reset(self, now: int) -> None:
        """From nothing; it runs on if it ran."""
        self._before, self._since = 0, now if self.running else None


def minutes(seconds: float) -> str:
    """A length of time as a clock shows it: `0:05`, `12:40`, `1:02:03`."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    of_hour, of_minute = divmod(rest, 60)
    return f"{hours}:{of_hour:02}:{of_minute:02}" if hours else f"{of_hour}:{of_minute:02}"
