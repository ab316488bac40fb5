"""Which screen gets the show and which the console: plain decisions about screens that are known by their makers' data.

Nothing moves without need: whoever has a screen that is still there keeps it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from kiosk.deck.records import record


@record
class Glass:
    """A screen that is plugged in. `name` is the socket's, which another screen may have tomorrow."""

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""
    width: int = 1920
    height: int = 1080
    primary: bool = False
    """Whether the system has its menus there: the presenter's own machine, mostly."""


class Told(StrEnum):
    """What happened to the screens, for the console to say in one line."""

    NOTHING = ""
    SHOW_MOVED = "show_moved"
    """The show's screen is gone: it is on another one."""
    CONSOLE_CAME = "console_came"
    CONSOLE_MOVED = "console_moved"
    ONE_LEFT = "one_left"
    """The console has no screen any more."""
    SCREEN_CAME = "screen_came"
    """One more, which nobody needs."""
    SWAPPED = "swapped"


@record
class Seats:
    """The names of the screens that show and console have; the console's is "" where there is but one."""

    show: str = ""
    console: str = ""

    def swapped(self) -> Seats:
        """Show and console in each other's place."""
        return Seats(self.console, self.show) if self.console else self


def identities(screens: Sequence[Glass]) -> dict[str, str]:
    """What each screen, by its name, is known by tomorrow; those that are not told apart are by their sockets."""
    made = {each.name: f"{each.maker}/{each.model}/{each.serial}".strip("/") for each in screens}
    same = Counter(made.values())
    return {name: it if it and same[it] == 1 else f"{it}@{name}" for name, it in made.items()}


def together(screens: Sequence[Glass]) -> str:
    """What a set of screens is known by, in whatever order they are plugged in."""
    return " + ".join(sorted(identities(screens).values()))


def seats(screens: Sequence[Glass], known: Mapping[str, str], before: Seats | None = None) -> Seats:
    """Who gets which screen.

    `known` has the identity of the show's screen for sets of screens that somebody arranged; `before` is who had what
    until now. Otherwise the show has the largest of the screens that are not the primary one, and the console that.
    """
    names = {each.name for each in screens}
    if not screens:
        return Seats()
    before = before or Seats()
    console = before.console if before.console in names else ""
    show = before.show if before.show in names else _show(screens, known, console)
    others = [each for each in screens if each.name != show]
    if console in {"", show}:
        console = max(others, key=lambda each: (each.primary, _area(each)), default=Glass("")).name
    return Seats(show, console)


def _show(screens: Sequence[Glass], known: Mapping[str, str], console: str) -> str:
    """The screen for a show that has none."""
    wanted = known.get(together(screens), "")
    named = [name for name, identity in identities(screens).items() if identity == wanted and name != console]
    if named:
        return named[0]
    free = [each for each in screens if each.name != console] or list(screens)
    return max(free, key=lambda each: (not each.primary, _area(each))).name


def _area(screen: Glass) -> int:
    return screen.width * screen.height


def told(before: Seats, after: Seats, *, more: bool) -> Told:
    """What the console says of a change; `more` that there is one more screen than before."""
    if before.show and before.show != after.show:
        return Told.SHOW_MOVED if after.console or not before.console else Told.ONE_LEFT
    if before.console != after.console:
        if not after.console:
            return Told.ONE_LEFT
        return Told.CONSOLE_MOVED if before.console else Told.CONSOLE_CAME
    return Told.SCREEN_CAME if more else Told.NOTHING
