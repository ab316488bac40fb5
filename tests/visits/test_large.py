"""A visit log as large as it may become (D10): today's page is there at once."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.visits.database import MOST_BYTES, add, open_database, rotate
from kiosk.visits.log import FILE
from kiosk.visits.today import day
from kiosk.visits.visit import Ending, Stay, Visit

MOST_S = 0.5
PER_DAY, DAYS = 2_000, 200
"""Visits: ten times what a booth has on a good day, and somewhat more than the file takes."""


@pytest.mark.soak
def test_a_day_of_the_largest_log_is_read_in_half_a_second(tmp_path):
    """D10: the file holds no million visits, since it is bounded; it is filled to that bound."""
    file, last = tmp_path / FILE, datetime(2026, 5, 8, 9, tzinfo=UTC)
    stays = [Stay("slide", f"slide-{at}", 3_000) for at in range(8)]
    with closing(open_database(file, print)) as database:
        for before in range(DAYS, -1, -1):
            began = (last - timedelta(days=before)).isoformat(timespec="seconds")
            add(database, [Visit(began, "en", 9_000, Ending.IDLE, stays)] * PER_DAY)
        rotate(database)
        (visits,) = database.execute("SELECT count(*) FROM visits").fetchone()
        (all_stays,) = database.execute("SELECT count(*) FROM stays").fetchone()
    wal = file.with_name(f"{FILE}-wal")
    began_s = time.process_time()
    assert day(file, last).visits == PER_DAY
    took = time.process_time() - began_s
    sys.stdout.write(f"{visits} visits, {all_stays} places, {file.stat().st_size >> 20} MB: read in {took:.3f} s\n")
    assert file.stat().st_size <= MOST_BYTES * 1.2
    assert not wal.exists() or wal.stat().st_size <= 16 << 20
    assert took < MOST_S
