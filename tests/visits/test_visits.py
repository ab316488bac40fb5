"""The visit log: what it keeps of a visit, and what it does when the disk fails it."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from processes import ROOT, until

from kiosk.stage.visitors import Visitors
from kiosk.visits.database import add, open_database, rotate
from kiosk.visits.log import FILE, VisitLog
from kiosk.visits.visit import Ending, Recorder, Stay, Visit

SECOND = 1000


def a_visit(began: str = "2026-05-08T09:00:00+00:00", stays: int = 3) -> Visit:
    return Visit(began, "en", 9_000, Ending.IDLE, [Stay("slide", f"slide-{at}", 3_000) for at in range(stays)])


def rows(file, query: str):
    database = sqlite3.connect(file)
    found = database.execute(query).fetchall()
    database.close()
    return found


@pytest.fixture
def open_log(tmp_path):
    logs = []

    def open_(**options) -> VisitLog:
        logs.append(VisitLog(tmp_path / "state", **options))
        return logs[-1]

    yield open_
    for log in logs:
        log.close()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / FILE


def test_a_visit_by_touch_is_kept_with_its_places(open_booth, real, open_log, file):
    """From the touch that woke the booth to the return to the loop, by a clock that only goes forward."""
    from kiosk.places import SAMPLE_DECK

    now = [0]
    screen = open_booth(real, SAMPLE_DECK, now=lambda: now[0])
    log = open_log()
    visitors = Visitors(screen.booth.stage, log, lambda: now[0])
    screen.wake()
    now[0] += 4 * SECOND
    screen.tap("hub.map")
    slide = screen.place.slide
    now[0] += 7 * SECOND
    screen.tap("bar.language")
    now[0] += 2 * SECOND
    screen.tap("bar.home")
    for _ in range(3):
        now[0] += 70 * SECOND
        screen.booth.stage.tick()
    assert screen.place.screen == "attract"
    visitors.close()
    (visit,) = rows(file, "SELECT began, lasted_ms, ending, language FROM visits")
    stays = rows(file, "SELECT screen, what, dwell_ms FROM stays ORDER BY place")
    assert stays[:2] == [
        ("hub", "", 4 * SECOND),
        ("slide", screen.booth.stage.lists.order[slide][1].id, 9 * SECOND),
    ]
    assert stays[2][0] == "hub"
    assert visit[1] == sum(dwell for _, _, dwell in stays)
    assert visit[2:] == ("idle", "zh")
    assert visit[0].endswith("+00:00")


def test_a_visit_is_kept_when_the_booth_is_closed_amid_it():
    kept = []
    recorder = Recorder(iter(range(0, 100_000, SECOND)).__next__, kept.append)
    recorder.show("attract", "", "en", rests=True)
    recorder.show("hub", "", "en", rests=False)
    recorder.close()
    assert kept[0].stays == [Stay("hub", "", SECOND)]
    assert kept[0].ending is Ending.CLOSED
    assert len(kept) == 1


def test_nothing_is_kept_where_nobody_came():
    kept = []
    recorder = Recorder(lambda: 0, kept.append)
    for _ in range(3):
        recorder.show("attract", "", "en", rests=True)
    recorder.close()
    assert not kept


def test_it_keeps_nothing_but_when_how_long_and_what(file):
    open_database(file, print).close()
    columns = {
        table: {name for _, name, *_ in rows(file, f"PRAGMA table_info({table})")}
        for (table,) in rows(file, "SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    assert columns == {
        "visits": {"id", "began", "lasted_ms", "ending", "language", "day", "hour"},
        "outbox": {"number", "id", "bytes", "payload"},
        "outbox_state": {"bytes", "dropped"},
        "stays": {"visit", "place", "screen", "what", "dwell_ms"},
        "dwells": {"screen", "what", "day", "seconds", "times", "dwell_ms"},
        "steps": {"day", "from_screen", "from_what", "screen", "what", "times"},
        "deeds": {"day", "deed", "what", "times"},
        "touches": {"screen", "what", "tall", "day", "cell", "times"},
    }


def test_fifty_broken_files_are_each_set_aside_and_a_new_one_is_begun(tmp_path):
    """Bytes changed, cut off, emptied, overwritten: whatever is there, the next visit is kept."""
    made = tmp_path / "made.db"
    database = open_database(made, print)
    add(database, [a_visit() for _ in range(200)])
    database.close()
    whole = made.read_bytes()
    chance = random.Random(5)  # noqa: S311
    aside = 0
    for number in range(50):
        folder = tmp_path / str(number)
        folder.mkdir()
        data = bytearray(whole)
        how = number % 4
        if how == 0:
            for _ in range(chance.randint(1, 300)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        elif how == 1:
            del data[chance.randrange(len(data)) :]
        elif how == 2:
            start = chance.randrange(len(data))
            data[start : start + 4096] = chance.randbytes(4096)
        else:
            data[:] = chance.randbytes(chance.randrange(1, 5000))
        (folder / FILE).write_bytes(data)
        log = VisitLog(folder)
        log.keep(a_visit())
        until(lambda log=log: not log.waiting, seconds=5)
        log.close()
        assert rows(folder / FILE, "PRAGMA quick_check") == [("ok",)]
        found = list(folder.glob(f"{FILE}.corrupt-*"))
        aside += bool(found)
        assert bool(log.problems) == bool(found)
    assert aside > 20


def test_a_file_of_a_newer_kiosk_is_set_aside_and_not_written_over(file, open_log):
    database = open_database(file, print)
    database.execute("PRAGMA user_version = 99")
    database.close()
    log = open_log()
    log.keep(a_visit())
    until(lambda: log.problems)
    (aside,) = file.parent.glob(f"{FILE}.corrupt-*[0-9]")
    assert rows(aside, "PRAGMA user_version") == [(99,)]


def test_a_folder_that_cannot_be_written_is_told_once_and_heals(tmp_path, file, open_log, caplog):
    """A file stands where the folder should be: that stops root, too."""
    (tmp_path / "state").write_text("in the way")
    log = open_log(again_s=0.02)
    log.keep(a_visit())
    until(lambda: log.problems)
    time.sleep(0.1)  # several attempts
    assert len(caplog.records) == 1
    assert "cannot be written" in log.problems[0]
    (tmp_path / "state").unlink()
    until(lambda: not log.problems)
    assert rows(file, "SELECT count(*) FROM visits") == [(1,)]


def test_memory_is_bounded_while_nothing_can_be_written(tmp_path, open_log):
    (tmp_path / "state").write_text("in the way")
    log = open_log(again_s=0.02)
    until(lambda: log.problems)
    for _ in range(10_000):
        log.keep(a_visit())
    assert log.waiting == 2_000


def test_a_full_disk_loses_nothing_once_it_is_freed(file, open_log):
    """Files of this process may not grow, then they may."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = open_log(again_s=0.02)
    log.keep(a_visit())
    until(lambda: file.exists() and not log.waiting)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, limits[1]))
        for _ in range(300):
            log.keep(a_visit(stays=20))
        until(lambda: log.problems)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    until(lambda: not log.problems)
    until(lambda: not log.waiting)
    assert rows(file, "SELECT count(*) FROM visits") == [(301,)]
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]


def test_a_lock_held_by_another_keeps_nobody_waiting(file, open_log):
    log = open_log(again_s=0.05)
    log.keep(a_visit())
    until(lambda: file.exists() and not log.waiting)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    longest = 0.0
    end = time.monotonic() + 1
    while time.monotonic() < end:
        began = time.monotonic()
        log.keep(a_visit())
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.02)
    other.execute("COMMIT")
    other.close()
    assert longest < 0.1
    until(lambda: not log.waiting)


def test_old_visits_go_and_a_large_file_shrinks(file):
    database = open_database(file, print)
    add(database, [a_visit("2020-01-01T00:00:00+00:00"), *(a_visit("2099-01-01T00:00:00+00:00") for _ in range(2000))])
    rotate(database)
    assert rows(file, "SELECT count(*) FROM visits") == [(2000,)]
    rotate(database, most_bytes=60_000)
    (left,) = rows(file, "SELECT count(*) FROM visits")[0]
    assert 0 < left < 1000
    assert rows(file, "SELECT count(*) FROM stays") == [(3 * left,)]
    database.close()
    assert file.stat().st_size < 150_000


WRITES = """
import sys
from pathlib import Path
from kiosk.visits.log import VisitLog
from kiosk.visits.visit import Ending, Stay, Visit
log = VisitLog(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    log.keep(Visit("2026-05-08T09:00:00+00:00", "en", 9, Ending.IDLE, [Stay("slide", "a", 3)] * 4))
    __import__("time").sleep(0.0005)
"""


def kill_while_it_writes(folder, times: int) -> None:
    chance = random.Random(7)  # noqa: S311
    for _ in range(times):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITES, folder], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        )
        writer.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.2))
        writer.kill()
        writer.wait()
        writer.stdout.close()
        if (folder / FILE).exists():
            assert rows(folder / FILE, "PRAGMA integrity_check") == [("ok",)]


def test_killed_while_it_writes_the_file_stays_whole(tmp_path):
    kill_while_it_writes(tmp_path, 3)


@pytest.mark.soak
def test_killed_fifty_times_while_it_writes_the_file_stays_whole(tmp_path):
    kill_while_it_writes(tmp_path, 50)
    assert rows(tmp_path / FILE, "SELECT count(*) > 0 FROM visits") == [(1,)]
    assert not list(tmp_path.glob("*corrupt*"))
