"""What a booth that keeps crashing is to do without: a slide, then the deck, then everything but the calm screen.

Plain arithmetic on a clock that only goes forward, in seconds, which every method is given.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

WINDOW: Final = 600.0
"""So many seconds …"""
CRASHES: Final = 3
"""… may hold fewer crashes than this."""
RETRY: Final = 3600.0
"""After so long everything is tried again."""
_LONGEST_WAIT: Final = 30.0
"""Between the starts of a booth that cannot even show the calm screen."""


class Level(IntEnum):
    """What is shown, from everything to nothing."""

    WHOLE = 0
    LESS = 1
    """The deck without the slides that were on screen at the crashes."""
    GOOD = 2
    """The deck as it was when it last ran for long."""
    CALM = 3
    """The calm screen."""


class SafeMode:
    """Follows the crashes of one booth, and says what the next start is to show."""

    def __init__(self) -> None:
        self.level = Level.WHOLE
        self.left_out: tuple[str, ...] = ()
        """The ids of slides that are not to be shown."""
        self._crashes: list[tuple[float, frozenset[str]]] = []
        self._since = 0.0

    def crashed(self, now: float, slides: frozenset[str], *, has_good: bool) -> None:
        """The booth crashed or hung with these slides on screen, or laid out for it.

        `has_good` tells whether there is another deck that ran well.
        """
        self._crashes = [(at, seen) for at, seen in self._crashes if now - at < WINDOW] + [(now, slides)]
        if len(self._crashes) < CRASHES:
            return
        seen = [slides for _, slides in self._crashes]
        suspects = frozenset.intersection(*seen) or frozenset.union(*seen)
        self._step_down(suspects, has_good=has_good)
        if self.level is not Level.CALM:
            self._crashes = []
        self._since = now

    def _step_down(self, suspects: frozenset[str], *, has_good: bool) -> None:
        if self.level is Level.WHOLE and suspects:
            self.level, self.left_out = Level.LESS, tuple(sorted(suspects))
        elif self.level < Level.GOOD and has_good:
            self.level, self.left_out = Level.GOOD, ()
        else:
            self.level, self.left_out = Level.CALM, ()

    def wait(self) -> float:
        """Seconds until the next start: none, but for a booth that crashes on the calm screen too."""
        more = len(self._crashes) - CRASHES if self.level is Level.CALM else 0
        return min(_LONGEST_WAIT, 2.0**more) if more > 0 else 0.0

    def is_over(self, now: float) -> bool:
        """Whether it is time to try everything again."""
        return self.level is not Level.WHOLE and now - self._since >= RETRY

    def reset(self) -> None:
        """Show everything again: an hour has passed, or somebody changed the deck."""
        self.level, self.left_out, self._crashes = Level.WHOLE, (), []
