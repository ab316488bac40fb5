"""What every SQLite file of Kiosk needs: it is looked through when it is opened, and set aside where it is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

WAIT_S: Final = 5.0
"""For a lock that somebody else holds, before it is tried again later."""


def opened(
    file: Path, opens: Callable[[Path], sqlite3.Connection], tell: Callable[[Exception, Path], None]
) -> sqlite3.Connection:
    """The database that `opens` opens; a broken one is set aside, and `tell` hears why and where it is now.

    Raises sqlite3.Error or OSError.
    """
    try:
        return opens(file)
    except (sqlite3.Error, ValueError, OverflowError) as error:  # random bytes are no text, and may be any number
        if isinstance(error, sqlite3.OperationalError) and not _is_broken(error):
            raise  # locked, full, read-only: the file itself may be whole
        tell(error, set_aside(file))
        return opens(file)


def connect(file: Path) -> sqlite3.Connection:
    """A connection that loses nothing that it said was written, to a file that was looked through."""
    database = sqlite3.connect(file, timeout=WAIT_S, isolation_level=None)
    try:
        database.execute("PRAGMA auto_vacuum = INCREMENTAL")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")  # NORMAL loses what came since the last checkpoint
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA journal_size_limit = 4194304")
        _check(database)
    except BaseException:
        database.close()
        raise
    return database


def _check(database: sqlite3.Connection) -> None:
    said = database.execute("PRAGMA quick_check(1)").fetchone()
    if said != ("ok",):
        raise sqlite3.DatabaseError(said[0] if said else "not readable")


def migrate(database: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Bring a database to the newest form, from one `user_version` to the next."""
    there = version(database, len(migrations))
    for number, script in enumerate(migrations[there:], start=there + 1):
        database.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")


def version(database: sqlite3.Connection, newest: int) -> int:
    """The version of a database. Raises sqlite3.DatabaseError for one that is not known here."""
    found = int(database.execute("PRAGMA user_version").fetchone()[0])
    if not 0 <= found <= newest:
        raise sqlite3.DatabaseError(f"its version is {found}, and this Kiosk knows {newest}")
    return found


def set_aside(file: Path) -> Path:
    """Rename a broken file and what belongs to it; the file's new path."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%f")
    aside = file.with_name(f"{file.name}.corrupt-{stamp}")
    file.replace(aside)
    for ending in ("-wal", "-shm"):
        beside = file.with_name(file.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))
    return aside


def is_damage(error: Exception) -> bool:
    """Whether a file that was opened turned out to be broken."""
    return getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def reading(file: Path) -> sqlite3.Connection:
    """A connection that only reads, whoever writes to the file meanwhile. Raises sqlite3.Error."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def copy(file: Path, to: Path) -> None:
    """A whole copy of a database that is written meanwhile. Raises OSError."""
    try:
        with closing(reading(file)) as source, closing(sqlite3.connect(to)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # else nobody reads it where nothing can be written
    except sqlite3.Error as error:
        raise OSError(0, str(error), str(file)) from error


def _is_broken(error: sqlite3.OperationalError) -> bool:
    """Whether the file's content is at fault: a table is missing, SQL in it makes no sense, a text is none."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR
