"""What the visit log says of one day, read while the booth writes to it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

_MOST_SLIDES: Final = 10


@dataclass(frozen=True, slots=True)
class Day:
    """The visits that began on a day and are over."""

    visits: int = 0
    lasted_ms: int = 0
    """All of them together."""
    hours: tuple[int, ...] = (0,) * 24
    """How many began in each hour, by the clock on the wall."""
    languages: tuple[tuple[str, int], ...] = ()
    """How many ended in each, the most frequent one at first."""
    slides: tuple[tuple[str, int], ...] = ()
    """The ids of those that were looked at longest, with the milliseconds."""


def day(file: Path, now: datetime) -> Day:
    """The day of `now`, which knows its zone, from a log's file. Raises sqlite3.Error, and nothing where there is none.

    The booth's own thread writes to the file meanwhile: this connection only reads.
    """
    if not file.is_file():
        return Day()
    import sqlite3  # takes its time

    begins = now.replace(hour=0, minute=0, second=0, microsecond=0)
    span = tuple(each.astimezone(UTC).isoformat(timespec="seconds") for each in (begins, begins + timedelta(days=1)))
    within = "began >= ? AND began < ?"
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as log:
        visits = log.execute(f"SELECT began, lasted_ms, language FROM visits WHERE {within}", span).fetchall()  # noqa: S608
        slides = log.execute(
            "SELECT what, sum(dwell_ms) AS looked FROM stays JOIN visits ON visits.id = stays.visit"  # noqa: S608
            f" WHERE {within} AND screen = 'slide' GROUP BY what ORDER BY looked DESC, what LIMIT {_MOST_SLIDES}",
            span,
        ).fetchall()
    began = Counter(datetime.fromisoformat(row[0]).astimezone(now.tzinfo).hour for row in visits)
    return Day(
        visits=len(visits),
        lasted_ms=sum(row[1] for row in visits),
        hours=tuple(began[hour] for hour in range(24)),
        languages=tuple(Counter(row[2] for row in visits).most_common()),
        slides=tuple((str(what), int(looked)) for what, looked in slides),
    )
