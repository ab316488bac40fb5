"""The booth's line to its organiser, on a thread of its own: what it tells, and what it hears.

The booth never waits for it, and shows the same whether or not there is a broker.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.fleet.booth.events import LOOK, Answered, Close, Pends

if TYPE_CHECKING:
    from kiosk.fleet.booth.line import Line
    from kiosk.fleet.booth.seen import Seen
    from kiosk.fleet.messages import Command, State

_CLOSE_S: Final = 0.5
"""How long the end of the booth waits for its farewell: its watch waits no longer than 0.8 s for all of it."""


class Pace(NamedTuple):
    """How often what is done, in seconds."""

    soonest: float = 1.0
    """From one status to the next where something changed …"""
    latest: float = 300.0
    """… and where nothing did."""
    lead: float = 15.0
    """A lead goes no sooner; see `LeadQueue`."""
    no_reader: tuple[float, float] = (60.0, 600.0)
    """See `Sender`, and so is the next one."""
    disk: float = 10.0


class Files(NamedTuple):
    """What of the machine's an uplink reads and writes."""

    config: Path
    state: Path
    """Of visits, leads, and what the line itself keeps."""


class Hears(NamedTuple):
    """Whom the uplink tells; all on its thread."""

    command: Callable[[Command], object]
    """Something is to be done; `Uplink.answer` is to be told what became of it."""
    problems: Callable[[], object]
    """`Uplink.problems` are other ones."""
    event: Callable[[str], object]
    """Something that the session's report should name."""
    tell: Callable[[str], None]
    """A line for the operator's log."""


class Uplink:
    """A booth's line, from `begin` to `close`. Every method returns at once; `close` within a second."""

    def __init__(self, files: Files, hears: Hears, pace: Pace | None = None) -> None:
        self._files, self._hears, self._pace = files, hears, pace or Pace()
        self._events: SimpleQueue[object] = SimpleQueue()
        self._problems: dict[str, str] = {}
        self._said: set[str] = set()
        self.card_is_open = False
        """Whether a visitor has the card open on which contacts are left: none is sent meanwhile."""
        self._thread = Thread(target=self._run, name="uplink", daemon=True)

    @property
    def problems(self) -> tuple[str, ...]:
        """What the operator should know, in plain words."""
        return tuple(self._problems.values())

    def begin(self) -> None:
        """Connect, now and whenever it takes."""
        self._thread.start()

    def see(self, seen: Seen) -> None:
        """The booth is another one than before."""
        self._events.put(seen)

    def look(self) -> None:
        """A visit or a lead may be there that was not before."""
        self._events.put(LOOK)

    def answer(self, command: str, state: State, said: str, *, with_deck: bool = False) -> None:
        """Say what became of a command, `with_deck` where the deck may be another one."""
        self._events.put(Answered(command, state, said, with_deck))

    def pend(self, command: str, said: str, then: Callable[[str], object]) -> None:
        """A command is done when the booth has started again: keep that, and go `then` on, on this thread.

        `then` gets why it could not be kept, "" where it was.
        """
        self._events.put(Pends(command, said, then))

    def close(self) -> None:
        """Say that the booth is gone, and let go."""
        self._events.put(Close())
        if self._thread.is_alive():
            self._thread.join(_CLOSE_S)

    # On the thread, and so are the imports

    def _run(self) -> None:
        try:
            line = self._line()
            if line:
                line.live()
        except Exception as error:  # noqa: BLE001 - a booth goes on without its line, whatever is wrong with that
            self._trouble("line", f"The line to the organiser broke: {type(error).__name__}: {error}")

    def _line(self) -> Line | None:
        from kiosk.fleet.access import AccessError, access
        from kiosk.fleet.booth.line import Line
        from kiosk.machine.file import read

        settings = read(self._files.config)
        try:
            way = access(settings, self._files.config.parent)
        except AccessError as error:
            self._trouble("settings", f"There is no line to the organiser: {error}")
            return None
        return Line(self._events, settings, way, self._files, self._pace, self._hears, self._trouble, self._is_held)

    def _is_held(self) -> bool:
        return self.card_is_open

    def _trouble(self, name: str, said: str) -> None:
        """The operator should know this, or, where it is "", something not any more."""
        if said == self._problems.get(name, ""):
            return
        if said:
            self._problems = self._problems | {name: said}
            if said not in self._said:
                self._said.add(said)
                self._hears.tell(f"kiosk: {said}")
        else:
            self._problems = {key: kept for key, kept in self._problems.items() if key != name}
        self._hears.problems()
