"""Visits that wait for the organiser's broker: in the visit log's own file, so that none is in one file alone."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from kiosk.databases import WAIT_S, reading
from kiosk.visits.visit import Visit

MOST_BYTES: Final = 32 * 1024 * 1024
"""Some 30,000 visits: weeks of a crowded fair without a network."""
_SINCE: Final = 3
"""The version of the log's file that has an outbox."""


class Parcel(NamedTuple):
    """A visit on its way."""

    id: str
    payload: bytes


class Held(NamedTuple):
    """What is in the outbox."""

    visits: int
    dropped: int
    """Visits that were given up since it was full, ever."""


def put(
    database: sqlite3.Connection, sends: Callable[[str, Visit], bytes], visit: Visit, most_bytes: int = MOST_BYTES
) -> None:
    """Put a visit into the outbox, within whatever is being written; where that is full, the oldest ones go."""
    name = uuid.uuid4().hex
    payload = sends(name, visit)
    database.execute("INSERT INTO outbox (id, bytes, payload) VALUES (?, ?, ?)", (name, len(payload), payload))
    while int(database.execute("SELECT bytes FROM outbox_state").fetchone()[0]) > most_bytes:
        database.execute("DELETE FROM outbox WHERE number = (SELECT min(number) FROM outbox)")
        database.execute("UPDATE outbox_state SET dropped = dropped + 1")


class Outbox:
    """The outbox of a visit log, beside the log that writes it. Each method opens the file anew: it may be set aside.

    Every one raises sqlite3.Error; a log that is not there yet has nothing in it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def waiting(self, most: int) -> list[Parcel]:
        """The parcels that have waited longest."""
        return [Parcel(*row) for row in self._asked("SELECT id, payload FROM outbox ORDER BY number LIMIT ?", (most,))]

    def held(self) -> Held:
        """How much is in it."""
        rows = self._asked("SELECT (SELECT count(*) FROM outbox), dropped FROM outbox_state", ())
        return Held(*rows[0]) if rows else Held(0, 0)

    def remove(self, ids: Iterable[str]) -> None:
        """These have arrived."""
        if not self._file.is_file():
            return
        uri = f"{self._file.absolute().as_uri()}?mode=rw"  # never begun anew here
        with closing(sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)) as database, database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("DELETE FROM outbox WHERE id = ?", [(name,) for name in ids])

    def _asked(self, query: str, values: tuple[int, ...]) -> list[tuple[Any, ...]]:
        if not self._file.is_file():
            return []
        with closing(reading(self._file)) as database:
            if database.execute("PRAGMA user_version").fetchone()[0] < _SINCE:
                return []  # it is just being begun, or brought to the newest form
            return database.execute(query, values).fetchall()
