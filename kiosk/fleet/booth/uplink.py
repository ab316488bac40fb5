"""The booth's line to its organiser, on a thread of its own: what it tells, and what it hears.

The booth never waits for it, and shows the same whether or not there is a broker.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from kiosk.sentences import said_by, sentence

try:
    from _queue import Empty, SimpleQueue  # where `queue` has them from, which imports more: this is on the GUI thread
except ImportError:
    from queue import Empty, SimpleQueue

if TYPE_CHECKING:
    from kiosk.fleet.booth.line import Line
    from kiosk.fleet.booth.pace import Pace
    from kiosk.fleet.booth.seen import Seen
    from kiosk.fleet.messages import Command, State

_CLOSE_S: Final = 0.5
"""How long the end of the booth waits for its farewell: its watch waits no longer than 0.8 s for all of it."""
_AGAIN_S: Final = 60.0
"""After so long a line that broke is begun anew."""
LOOK: Final = object()
"""There may be something else to send."""
CLOSE: Final = object()
"""The booth ends."""


class Hears:
    """Whom the uplink tells; all on its thread."""

    def __init__(
        self,
        command: Callable[[Command], object],
        problems: Callable[[], object],
        event: Callable[[str], object],
        tell: Callable[[str], None],
    ) -> None:
        """`command` is to be done, and `Uplink.answer` to be told what became of it; `problems` are other ones.

        An `event` is something that the session's report should name, and `tell` gets lines for the operator's log.
        """
        self.command, self.problems, self.event, self.tell = command, problems, event, tell


class Uplink:
    """A booth's line, from `begin` to `close`. Every method returns at once; `close` within a second.

    `config` is the machine's file; visits, leads, and what the line itself keeps are in the folder `state`.
    """

    def __init__(self, config: Path, state: Path, hears: Hears, pace: Pace | None = None) -> None:
        self._config, self._state, self._hears, self._pace = config, state, hears, pace
        self._events: SimpleQueue[object] = SimpleQueue()
        self._problems: dict[str, str] = {}
        self._said: set[str] = set()
        self._seen: Seen | None = None
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
        self._seen = seen
        self._events.put(seen)

    def look(self) -> None:
        """A visit or a lead may be there that was not before."""
        self._events.put(LOOK)

    def answer(self, command: str, state: State, said: str, *, with_deck: bool = False) -> None:
        """Say what became of a command, `with_deck` where the deck may be another one."""
        from kiosk.fleet.booth.events import Answered

        self._events.put(Answered(command, state, said, with_deck))

    def pend(self, command: str, said: str, then: Callable[[str], object]) -> None:
        """A command is done when the booth has started again: keep that, and go `then` on, on this thread.

        `then` gets why it could not be kept, "" where it was.
        """
        from kiosk.fleet.booth.events import Pends

        self._events.put(Pends(command, said, then))

    def close(self) -> None:
        """Say that the booth is gone, and let go."""
        self._events.put(CLOSE)
        if self._thread.is_alive():
            self._thread.join(_CLOSE_S)

    # On the thread, and so are the imports

    def _run(self) -> None:
        """A booth goes on without its line, whatever is wrong with that; the line is begun anew after a while."""
        is_over = False
        while not is_over:
            try:
                line = self._line()
                if line:
                    self._events.put(self._seen)
                    line.live()
            except Exception as error:  # noqa: BLE001 - as above
                said = f"{type(error).__name__}: {error}"
                self._trouble("line", sentence("The line to the organiser broke: {said}", said=said))
            else:
                return
            is_over = self._is_closed_within(_AGAIN_S)
            self._trouble("line", "")

    def _is_closed_within(self, seconds: float) -> bool:
        """Wait, unless the booth ends; what it tells meanwhile is on the disk, or told again."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            with suppress(Empty):
                if self._events.get(timeout=left) is CLOSE:
                    return True
        return False

    def _line(self) -> Line | None:
        from kiosk.fleet.access import AccessError, access
        from kiosk.fleet.booth.line import Line
        from kiosk.fleet.booth.pace import Pace
        from kiosk.machine.file import read

        settings, pace = read(self._config), self._pace or Pace()
        try:
            way = access(settings, self._config.parent)
        except AccessError as error:
            self._trouble("settings", sentence("There is no line to the organiser: {why}", why=said_by(error)))
            return None
        return Line(self._events, settings, way, self._state, pace, self._hears, self._trouble, self._is_held)

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
