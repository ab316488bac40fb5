"""The visit log's file: opened or begun anew, brought to the newest form, written to, kept small."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.databases import connect, migrate, opened
from kiosk.visits.visit import Visit

MOST_BYTES: Final = 50 * 1024 * 1024
"""Some 300,000 visits of six places: years of fairs, and still quick to copy to a stick."""
MOST_DAYS: Final = 400
"""A year's fair can be set beside the last one's."""
_ROUND: Final = 20
"""This part of the visits is dropped at a time when the file is too large."""

_MIGRATIONS: Final = (
    """
    CREATE TABLE visits (
        id INTEGER PRIMARY KEY,
        began TEXT NOT NULL,
        lasted_ms INTEGER NOT NULL,
        ending TEXT NOT NULL,
        language TEXT NOT NULL
    );
    CREATE TABLE stays (
        visit INTEGER NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        screen TEXT NOT NULL,
        what TEXT NOT NULL,
        dwell_ms INTEGER NOT NULL,
        PRIMARY KEY (visit, place)
    ) WITHOUT ROWID;
    CREATE INDEX visits_began ON visits (began);
    """,
)
"""From one `user_version` to the next; a new one goes to the end, none is ever changed."""


def open_database(file: Path, tell: Callable[[str], None]) -> sqlite3.Connection:
    """The database in a file; one that is broken is set aside, and `tell` hears so. Raises sqlite3.Error or OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)

    def told(error: Exception, aside: Path) -> None:
        tell(f"The visit log was damaged ({error}): it is kept as {aside.name}, and a new one is begun.")

    return opened(file, _open, told)


def add(database: sqlite3.Connection, visits: Iterable[Visit]) -> None:
    """Write visits, all or none."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        for visit in visits:
            row = database.execute(
                "INSERT INTO visits (began, lasted_ms, ending, language) VALUES (?, ?, ?, ?)",
                (visit.began, visit.lasted_ms, visit.ending.value, visit.language),
            )
            database.executemany(
                "INSERT INTO stays VALUES (?, ?, ?, ?, ?)",
                [(row.lastrowid, at, stay.screen, stay.what, stay.dwell_ms) for at, stay in enumerate(visit.stays)],
            )


def rotate(database: sqlite3.Connection, most_bytes: int = MOST_BYTES, most_days: int = MOST_DAYS) -> None:
    """Drop visits that are too old, and the oldest ones of a file that is too large."""
    oldest = (datetime.now(UTC) - timedelta(days=most_days)).isoformat(timespec="seconds")
    with database:
        database.execute("DELETE FROM visits WHERE began < ?", (oldest,))
    while _used(database) > most_bytes:
        with database:
            dropped = database.execute(
                "DELETE FROM visits WHERE id IN (SELECT id FROM visits ORDER BY id"
                " LIMIT (SELECT count(*) / ? + 1 FROM visits))",
                (_ROUND,),
            )
        if not dropped.rowcount:
            return
    database.executescript("PRAGMA incremental_vacuum")  # `execute` would give back a single page


def _used(database: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, size = (
        int(database.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _open(file: Path) -> sqlite3.Connection:
    database = connect(file)
    try:
        migrate(database, _MIGRATIONS)
        database.execute("SELECT began, lasted_ms, ending, language FROM visits LIMIT 1")
        database.execute("SELECT visit, place, screen, what, dwell_ms FROM stays LIMIT 1")
    except BaseException:
        database.close()
        raise
    return database
