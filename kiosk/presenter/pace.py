"""How a talk keeps to its time: what was planned for each slide, what has passed, and how far the two are apart.

Plain arithmetic in seconds; what is written is for a glance.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import accumulate
from typing import Final, Self

from kiosk.deck.records import record

ON_TIME_S: Final = 60
"""A talk that is no more than this ahead or behind is on time."""


class Mood(StrEnum):
    """What the pace's colour says."""

    NONE = ""
    """Nothing was planned."""
    GOOD = "good"
    AHEAD = "ahead"
    BEHIND = "behind"


@record
class Plan:
    """When each slide of a talk ends, counted from its beginning, in order; none where nothing was planned."""

    ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, seconds: Iterable[int]) -> Self:
        """The plan for slides that take so many seconds each."""
        return cls(tuple(accumulate(seconds)))

    @property
    def whole(self) -> int:
        """How long the talk is to last; 0 where nobody said."""
        return self.ends[-1] if self.ends else 0

    def off(self, at: int, elapsed: float) -> float:
        """How far a talk is behind that stands at a slide; negative where it is ahead, 0 within the slide's own time.

        After the last slide's time it is behind, and on the first slide never ahead.
        """
        if not self.whole or not 0 <= at < len(self.ends):
            return 0.0
        begins = self.ends[at - 1] if at else 0
        return max(0.0, elapsed - self.ends[at]) or min(0.0, elapsed - begins)

    def mood(self, at: int, elapsed: float) -> Mood:
        """The colour for that."""
        if not self.whole:
            return Mood.NONE
        off = self.off(at, elapsed)
        if abs(off) <= ON_TIME_S:
            return Mood.GOOD
        return Mood.BEHIND if off > 0 else Mood.AHEAD


def minutes(seconds: float) -> str:
    """A length of time as a clock shows it: `0:05`, `12:40`, `1:02:03`."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    of_hour, of_minute = divmod(rest, 60)
    return f"{hours}:{of_hour:02}:{of_minute:02}" if hours else f"{of_hour}:{of_minute:02}"
