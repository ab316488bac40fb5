"""Takes away leads that are too old."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.leads.store import Store, count_unsent
from kiosk.sparing import tell

_DAYS: Final = {"d": 1, "w": 7}
_MOST: Final = 36_500


def age(text: str) -> int:
    """The days that `30d` or `4w` means. Raises ValueError."""
    found = re.fullmatch(r"(\d{1,5})([dw])", text.strip().lower())
    days = int(found[1]) * _DAYS[found[2]] if found else 0
    if not found or days > _MOST:
        raise ValueError(text)
    return days


def purge(file: Path, days: int, now: datetime) -> tuple[int, int]:
    """Take away the leads of a store that are older than so many days.

    How many there were, and how many of them no broker had taken yet. Raises sqlite3.Error or OSError.
    """
    before = (now.astimezone(UTC) - timedelta(days=days)).date().isoformat()
    unsent = count_unsent(file, before)
    with closing(Store(file, tell)) as store:
        return store.purge(before), unsent
