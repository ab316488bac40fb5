"""Where sealed leads are kept: an SQLite file in which nothing stands but them, and the day of each."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from kiosk.atomic import keep_names
from kiosk.databases import connect, migrate, opened, reading

FOLDER: Final = "leads"
FILE: Final = "leads.db"
_MIGRATIONS: Final = (
    """
    CREATE TABLE leads (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        sealed BLOB NOT NULL
    );
    CREATE INDEX leads_day ON leads (day);
    """,
    """
    ALTER TABLE leads ADD COLUMN uid TEXT NOT NULL DEFAULT '';
    ALTER TABLE leads ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;
    UPDATE leads SET uid = lower(hex(randomblob(16)));
    """,
)
"""From one `user_version` to the next; a new one goes to the end, none is ever changed."""


class Unsent(NamedTuple):
    """A lead for the organiser, who knows it by its id if it comes twice."""

    number: int
    uid: str
    day: str
    sealed: bytes


class Counted(NamedTuple):
    """What a store holds."""

    leads: int
    first: str
    """The day of the oldest lead, ISO 8601; "" where there is none."""
    last: str
    broken: int = 0
    """How many files were set aside because they were damaged."""


class Store:
    """The leads in a file, which is begun where there is none. Raises sqlite3.Error or OSError, as every method does.

    A damaged file is set aside, and `tell` hears so.
    """

    def __init__(self, file: Path, tell: Callable[[str], None]) -> None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

        def told(error: Exception, aside: Path) -> None:
            tell(f"kiosk: The store of contacts was damaged ({error}): it is kept as {aside}, and a new one is begun.")

        self._database = opened(file, _open, told)

    def keep(self, sealed: bytes, day: str) -> int:
        """Have a lead on the disk, and give its number; what raises has kept nothing.

        It is in the journal first, and then in the file itself: that disk has answered twice which is believed.
        """
        kept = "INSERT INTO leads (day, sealed, uid) VALUES (?, ?, ?)"
        number = int(self._database.execute(kept, (day, sealed, uuid.uuid4().hex)).lastrowid or 0)
        try:
            _empty_journal(self._database)
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                self._database.execute("DELETE FROM leads WHERE id = ?", (number,))
            raise
        return number

    def keep_once(self, leads: dict[str, tuple[bytes, str]]) -> int:
        """Have another booth's leads and their days on the disk by their ids, all or none; how many were new."""
        with self._database as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute("CREATE TABLE IF NOT EXISTS taken (id TEXT PRIMARY KEY) WITHOUT ROWID")
            new = [
                (*lead, uid)
                for uid, lead in leads.items()
                if database.execute("INSERT OR IGNORE INTO taken VALUES (?)", (uid,)).rowcount
            ]  # by a table of its own, which knows those too that have been purged since
            database.executemany("INSERT INTO leads (sealed, day, uid, taken) VALUES (?, ?, ?, 1)", new)
        _empty_journal(self._database)
        return len(new)

    def remove(self, number: int) -> None:
        """Take a lead away; its place in the file is written over."""
        self._database.execute("DELETE FROM leads WHERE id = ?", (number,))
        _empty_journal(self._database)

    def purge(self, before: str) -> int:
        """Take away every lead from before a day; how many there were."""
        gone = self._database.execute("DELETE FROM leads WHERE day < ?", (before,)).rowcount
        self._database.executescript("PRAGMA incremental_vacuum")  # `execute` would give back a single page
        _empty_journal(self._database)
        return gone

    def unsent(self) -> list[Unsent]:
        """What no broker has taken yet, in the order in which it came."""
        query = "SELECT id, uid, day, sealed FROM leads WHERE NOT taken ORDER BY id"
        return [Unsent(*row) for row in self._database.execute(query).fetchall()]

    def mark(self, sent: Iterable[Unsent]) -> None:
        """A broker has taken these: they stay here until they are purged, and are not sent again."""
        with self._database:
            self._database.execute("BEGIN IMMEDIATE")
            for each in sent:  # the number alone may be another's by now
                self._database.execute("UPDATE leads SET taken = 1 WHERE id = ? AND uid = ?", (each.number, each.uid))
        _empty_journal(self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def file_in(state: Path) -> Path:
    """The store's file in a state folder."""
    return state / FOLDER / FILE


def count(file: Path) -> Counted:
    """What is in a store, which only reads it. Raises sqlite3.Error."""
    broken = sum(not path.name.endswith(("-wal", "-shm")) for path in file.parent.glob(f"{file.name}.corrupt-*"))
    if not file.is_file():
        return Counted(0, "", "", broken)
    with closing(reading(file)) as store:
        number, first, last = store.execute("SELECT count(*), min(day), max(day) FROM leads").fetchone()
    return Counted(int(number), str(first or ""), str(last or ""), broken)


def count_unsent(file: Path, before: str = "") -> int:
    """How many leads of a store no broker has taken yet, all or those from before a day. Raises sqlite3.Error."""
    if not file.is_file():
        return 0
    with closing(reading(file)) as store:
        is_old = "taken" not in {column[1] for column in store.execute("PRAGMA table_info(leads)")}
        query = f"SELECT count(*) FROM leads WHERE {1 if is_old else 'NOT taken'} AND (day < ?1 OR ?1 = '')"  # noqa: S608
        return int(store.execute(query, (before,)).fetchone()[0])


def each(file: Path) -> Iterator[bytes]:
    """Every sealed lead of a store in the order in which they came. Raises sqlite3.Error."""
    with closing(reading(file)) as store:
        for (sealed,) in store.execute("SELECT sealed FROM leads ORDER BY id"):
            yield bytes(sealed)


def _open(file: Path) -> sqlite3.Connection:
    if not file.exists():
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite gives its journal the mode of the file
        keep_names(file.parent)
        keep_names(file.parent.parent)
    file.chmod(0o600)
    database = connect(file)
    try:
        database.execute("PRAGMA secure_delete = ON")
        migrate(database, _MIGRATIONS)
        database.execute("SELECT day, sealed, uid, taken FROM leads LIMIT 1")
    except BaseException:
        database.close()
        raise
    return database


def _empty_journal(database: sqlite3.Connection) -> None:
    """Have everything that was done in the file, and nothing of it in the journal; not while somebody reads."""
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
