"""The visit log as the booth uses it: takes visits at once, and writes them on a thread of its own."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from kiosk.visits.visit import Visit

if TYPE_CHECKING:
    import sqlite3
    from logging import Logger

FILE: Final = "visits.db"
_MOST_WAITING: Final = 2_000
"""Visits that are kept while the disk does not take them: a full day's; beyond, the oldest go."""
_AGAIN_S: Final = 10.0
"""From one attempt to the next, while the disk does not take them."""
_CLOSE_S: Final = 0.5
"""How long the end of the booth waits for the last visits."""
_ROTATE_EACH_S: Final = 6 * 3600.0


class Sends(NamedTuple):
    """What else becomes of a visit that is kept; all of it on the log's thread."""

    makes: Callable[[str, Visit], bytes]
    """What goes into the outbox, of the id that the visit is given there and of the visit."""
    kept: Callable[[], object]
    """Hears that there is more in it."""


class VisitLog:
    """Keeps visits in `folder`. Every method returns at once, whatever the disk does."""

    def __init__(self, folder: Path, again_s: float = _AGAIN_S, outbox: Sends | None = None) -> None:
        self._file, self._again_s, self._outbox = folder / FILE, again_s, outbox
        self._changed = threading.Condition()
        self._waiting: deque[Visit] = deque(maxlen=_MOST_WAITING)
        self._closed = self._fails = False
        self._problems: dict[str, str] = {}
        self._database: sqlite3.Connection | None = None
        self._rotated = float("-inf")
        self._thread = threading.Thread(target=self._run, name="visits", daemon=True)
        self._thread.start()

    @property
    def problems(self) -> tuple[str, ...]:
        """What the operator should know, in plain words."""
        return tuple(self._problems.values())

    @property
    def waiting(self) -> int:
        """How many visits are not written yet."""
        return len(self._waiting)

    def keep(self, visit: Visit) -> None:
        """Have a visit written."""
        with self._changed:
            self._waiting.append(visit)
            self._changed.notify_all()

    def close(self) -> None:
        """Write what waits, if the disk takes it soon, and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(_CLOSE_S)

    # On the thread, and so are the imports: SQLite's costs the screen some milliseconds

    def _run(self) -> None:
        while True:
            try:
                self._write()
            except Exception as error:  # noqa: BLE001 - a booth goes on without its log, whatever is wrong with that
                self._failed(error)
            with self._changed:
                if self._closed and (self._fails or not self._waiting):
                    break
                self._changed.wait_for(self._has_work, self._again_s if self._fails else None)
        self._let_go()

    def _has_work(self) -> bool:
        return self._closed or (bool(self._waiting) and not self._fails)

    def _write(self) -> None:
        """Open the file if it is not open, and put into it what waits."""
        from kiosk.visits.database import add, open_database, rotate

        if self._database is None:
            self._database = open_database(self._file, self._damaged)
        if time.monotonic() > self._rotated + _ROTATE_EACH_S:
            rotate(self._database)
            self._rotated = time.monotonic()
        with self._changed:
            batch = list(self._waiting)
        if batch:
            add(self._database, batch, self._outbox.makes if self._outbox else None)
        with self._changed:
            written = set(map(id, batch))
            while self._waiting and id(self._waiting[0]) in written:
                self._waiting.popleft()
        if batch and self._outbox:
            self._outbox.kept()
        if self._fails:
            self._fails = False
            del self._problems["write"]
            _log().warning("The visit log is written again.")

    def _damaged(self, problem: str) -> None:
        self._problems["damage"] = problem
        _log().warning(problem)

    def _failed(self, error: Exception) -> None:
        """Say so once, and try again later with a file that is opened anew."""
        from kiosk.databases import is_damage, set_aside

        self._let_go()
        if is_damage(error):
            try:
                self._damaged(f"The visit log was damaged ({error}): it is kept as {set_aside(self._file).name}.")
            except OSError as worse:
                error = worse
        if not self._fails:
            self._fails = True
            self._problems["write"] = f"Visits cannot be written to {self._file} ({error}); they wait in memory."
            _log().warning(self._problems["write"])

    def _let_go(self) -> None:
        if self._database is not None:
            try:
                self._database.close()
            except Exception as error:  # noqa: BLE001 - as above
                _log().warning("The visit log was not closed well: %s", error)
            self._database = None


def _log() -> Logger:
    import logging

    return logging.getLogger(__name__)
