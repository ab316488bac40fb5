"""The visit log's file: opened or begun anew, brought to the newest form, written to, kept small."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from kiosk.databases import WAIT_S, connect, migrate, opened, version
from kiosk.sentences import sentence
from kiosk.visits.logged import Deed
from kiosk.visits.outbox import put
from kiosk.visits.visit import Ending, Visit

MOST_BYTES: Final = 128 * 1024 * 1024
"""More than a million places, with what is counted of them: years of fairs, and still copied to a stick in seconds."""
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
    """
    ALTER TABLE visits ADD COLUMN day TEXT NOT NULL DEFAULT '';
    ALTER TABLE visits ADD COLUMN hour INTEGER NOT NULL DEFAULT 0;
    UPDATE visits SET
        day = coalesce(date(began, 'localtime'), ''),
        hour = coalesce(CAST(strftime('%H', began, 'localtime') AS INTEGER), 0);
    CREATE INDEX visits_day ON visits (day, hour, language, lasted_ms);
    CREATE TABLE dwells (
        screen TEXT NOT NULL,
        what TEXT NOT NULL,
        seconds INTEGER NOT NULL,
        day TEXT NOT NULL,
        times INTEGER NOT NULL,
        dwell_ms INTEGER NOT NULL,
        PRIMARY KEY (screen, what, seconds, day)
    ) WITHOUT ROWID;
    INSERT INTO dwells
        SELECT screen, what,
            CASE WHEN dwell_ms < 20000 THEN dwell_ms / 1000 WHEN dwell_ms < 60000 THEN dwell_ms / 2000 * 2
                WHEN dwell_ms < 300000 THEN dwell_ms / 10000 * 10 ELSE min(dwell_ms / 60000 * 60, 3600) END AS took,
            day, count(*), sum(dwell_ms)
        FROM stays JOIN visits ON visits.id = stays.visit GROUP BY screen, what, took, day;
    CREATE TABLE steps (
        from_screen TEXT NOT NULL,
        from_what TEXT NOT NULL,
        screen TEXT NOT NULL,
        what TEXT NOT NULL,
        day TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (from_screen, from_what, screen, what, day)
    ) WITHOUT ROWID;
    INSERT INTO steps
        SELECT one.screen, one.what, other.screen, other.what, day, count(*)
        FROM stays AS one JOIN stays AS other ON other.visit = one.visit AND other.place = one.place + 1
            JOIN visits ON visits.id = one.visit
        GROUP BY one.screen, one.what, other.screen, other.what, day;
    CREATE TABLE deeds (
        day TEXT NOT NULL,
        deed TEXT NOT NULL,
        what TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (day, deed, what)
    ) WITHOUT ROWID;
    INSERT INTO deeds
        SELECT day, 'lasted',
            CASE WHEN lasted_ms < 20000 THEN lasted_ms / 1000 WHEN lasted_ms < 60000 THEN lasted_ms / 2000 * 2
                WHEN lasted_ms < 300000 THEN lasted_ms / 10000 * 10 ELSE min(lasted_ms / 60000 * 60, 3600) END AS took,
            count(*)
        FROM visits GROUP BY day, took;
    INSERT INTO deeds
        SELECT day, 'left', screen || ' ' || what AS spot, count(*)
        FROM visits JOIN stays ON stays.visit = visits.id
        WHERE ending = 'idle' AND place = (SELECT max(place) FROM stays WHERE visit = visits.id)
        GROUP BY day, spot;
    CREATE TABLE touches (
        screen TEXT NOT NULL,
        what TEXT NOT NULL,
        tall INTEGER NOT NULL,
        day TEXT NOT NULL,
        cell INTEGER NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (screen, what, tall, day, cell)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE outbox (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        bytes INTEGER NOT NULL,
        payload BLOB NOT NULL
    );
    CREATE TABLE outbox_state (bytes INTEGER NOT NULL, dropped INTEGER NOT NULL);
    INSERT INTO outbox_state VALUES (0, 0);
    CREATE TRIGGER outbox_more AFTER INSERT ON outbox BEGIN
        UPDATE outbox_state SET bytes = bytes + NEW.bytes;
    END;
    CREATE TRIGGER outbox_less AFTER DELETE ON outbox BEGIN
        UPDATE outbox_state SET bytes = bytes - OLD.bytes;
    END;
    """,
)
"""From one `user_version` to the next; a new one goes to the end, none is ever changed."""
_COLUMNS: Final = {
    "visits": "began, lasted_ms, ending, language, day, hour",
    "stays": "visit, place, screen, what, dwell_ms",
    "dwells": "screen, what, day, seconds, times, dwell_ms",
    "steps": "day, from_screen, from_what, screen, what, times",
    "deeds": "day, deed, what, times",
    "touches": "screen, what, tall, day, cell, times",
    "outbox": "number, id, bytes, payload",
    "outbox_state": "bytes, dropped",
}
"""What a file must have to be written to."""
_BY_DAY: Final = ("dwells", "steps", "deeds", "touches")
"""The tables that count days, and know no visit."""
_VISIT: Final = (
    "INSERT INTO visits (began, lasted_ms, ending, language, day, hour)"
    " VALUES (?1, ?, ?, ?, coalesce(date(?1, 'localtime'), ''),"
    " coalesce(CAST(strftime('%H', ?1, 'localtime') AS INTEGER), 0)) RETURNING id, day"
)
_DWELL: Final = (
    "INSERT INTO dwells VALUES (?, ?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET times = times + 1,"
    " dwell_ms = dwell_ms + excluded.dwell_ms"
)
_STEP: Final = "INSERT INTO steps VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1"
_DEED: Final = "INSERT INTO deeds VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET times = times + excluded.times"
_TOUCH: Final = "INSERT INTO touches VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET times = times + excluded.times"
SPANS: Final = ((20, 1), (60, 2), (300, 10), (3660, 60))
"""How finely stays are counted: up to so many seconds, in steps of so many; the last step has all that took longer."""


def open_database(file: Path, tell: Callable[[str], None]) -> sqlite3.Connection:
    """The database in a file; one that is broken is set aside, and `tell` hears so. Raises sqlite3.Error or OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)

    def told(error: Exception, aside: Path) -> None:
        tell(f"The visit log was damaged ({error}): it is kept as {aside.name}, and a new one is begun.")

    return opened(file, _open, told)


def open_to_read(file: Path) -> sqlite3.Connection:
    """A log to be read, which another program may write to; one of an older Kiosk as if it were of this one.

    Raises FileNotFoundError, and ValueError in plain words for what is no sound visit log.
    """
    if not file.is_file():
        raise FileNotFoundError(2, "No such file", str(file))
    try:
        return _read(f"{file.absolute().as_uri()}?mode=ro")
    except sqlite3.OperationalError:  # a log on a medium that cannot be written to, if nothing else is wrong
        try:
            return _read(f"{file.absolute().as_uri()}?immutable=1")
        except sqlite3.Error as error:
            raise ValueError(
                sentence("{file} cannot be read as a visit log: {error}.", file=file, error=error)
            ) from error
    except sqlite3.Error as error:
        raise ValueError(sentence("{file} cannot be read as a visit log: {error}.", file=file, error=error)) from error


def _read(uri: str) -> sqlite3.Connection:
    log = sqlite3.connect(uri, uri=True, timeout=WAIT_S, isolation_level=None)
    try:
        if version(log, len(_MIGRATIONS)) == len(_MIGRATIONS):
            _verify(log)
            return log
        memory = sqlite3.connect(":memory:", isolation_level=None)
        log.backup(memory)
    except BaseException:
        log.close()
        raise
    log.close()
    try:
        migrate(memory, _MIGRATIONS)
        _verify(memory)
    except BaseException:
        memory.close()
        raise
    return memory


def add(
    database: sqlite3.Connection, visits: Iterable[Visit], sends: Callable[[str, Visit], bytes] | None = None
) -> None:
    """Write visits, all or none; and with them what `sends` makes of the id that each is given and the visit."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        for visit in visits:
            _add(database, visit)
            if sends:
                put(database, sends, visit)


def add_once(database: sqlite3.Connection, visits: Mapping[str, Visit]) -> int:
    """Write another booth's visits by their ids, all or none, but none that was written before; how many were new."""
    with database:
        database.execute("BEGIN IMMEDIATE")
        database.execute("CREATE TABLE IF NOT EXISTS taken (id TEXT PRIMARY KEY) WITHOUT ROWID")
        new = [
            visit
            for number, visit in visits.items()
            if database.execute("INSERT OR IGNORE INTO taken VALUES (?)", (number,)).rowcount
        ]
        for visit in new:
            _add(database, visit)
    return len(new)


def _add(database: sqlite3.Connection, visit: Visit) -> None:
    """Write a visit, and count it in its day: that of the clock on the booth's wall when it began."""
    stays = visit.stays
    told = (visit.began, visit.lasted_ms, visit.ending.value, visit.language)
    ((number, day),) = database.execute(_VISIT, told).fetchall()
    database.executemany(
        "INSERT INTO stays VALUES (?, ?, ?, ?, ?)",
        [(number, at, stay.screen, stay.what, stay.dwell_ms) for at, stay in enumerate(stays)],
    )
    dwells = [(stay.screen, stay.what, span(stay.dwell_ms)[0], day, stay.dwell_ms) for stay in stays]
    database.executemany(_DWELL, dwells)
    database.executemany(_STEP, [(*one[:2], *other[:2], day) for one, other in pairwise(stays)])
    database.executemany(_DEED, [(day, *deed, times) for deed, times in _deeds(visit)])
    database.executemany(
        _TOUCH, [(at.screen, at.what, at.tall, day, at.cell, times) for at, times in visit.touches.items()]
    )


def _deeds(visit: Visit) -> Iterator[tuple[tuple[str, ...], int]]:
    yield from visit.deeds.items()
    yield (Deed.LASTED, str(span(visit.lasted_ms)[0])), 1
    if visit.first_language:
        yield (Deed.BEGAN, visit.first_language), 1
    if visit.ending is Ending.IDLE and visit.stays:
        yield (Deed.LEFT, " ".join(visit.stays[-1][:2])), 1


def span(dwell_ms: int) -> tuple[int, int]:
    """The seconds that a stay is counted among: from which on, and how many."""
    for below, step in SPANS:
        if dwell_ms < below * 1000:
            return dwell_ms // (step * 1000) * step, step
    below, step = SPANS[-1]
    return below - step, step


def rotate(database: sqlite3.Connection, most_bytes: int = MOST_BYTES, most_days: int = MOST_DAYS) -> None:
    """Drop visits that are too old, and the oldest ones of a file that is too large."""
    oldest = (datetime.now(UTC) - timedelta(days=most_days)).isoformat(timespec="seconds")
    with database:
        database.execute("DELETE FROM visits WHERE began < ?", (oldest,))
        _forget_days(database)
    while _used(database) > most_bytes:
        with database:
            dropped = database.execute(
                "DELETE FROM visits WHERE id IN (SELECT id FROM visits ORDER BY id"
                " LIMIT (SELECT count(*) / ? + 1 FROM visits))",
                (_ROUND,),
            )
            _forget_days(database)
        if not dropped.rowcount:
            return
    database.executescript("PRAGMA incremental_vacuum")  # `execute` would give back a single page


def _forget_days(database: sqlite3.Connection) -> None:
    """Drop what was counted on days of which no visit is left."""
    (first,) = database.execute("SELECT min(day) FROM visits").fetchone()
    for table in _BY_DAY:
        if first is None:
            database.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        else:
            database.execute(f"DELETE FROM {table} WHERE day < ?", (first,))  # noqa: S608 - as above


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
        _verify(database)
    except BaseException:
        database.close()
        raise
    return database


def _verify(database: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError where a file has not what its version says."""
    for table, columns in _COLUMNS.items():
        database.execute(f"SELECT {columns} FROM {table} LIMIT 1")  # noqa: S608 - names of our own
