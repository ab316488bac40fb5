"""What a report asks of visit logs: of some days, of one booth or of several, and soon enough."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest
from visits.crowd import Crowd

from kiosk.visits.database import add, open_database, rotate
from kiosk.visits.figures import Logs, Spot
from kiosk.visits.visit import Ending, Stay, Touched, Visit

MOST_S = 0.5
FIRST, LAST = date(2026, 5, 4), date(2026, 5, 6)


def visit(day: int, hour: int, *stays: tuple[str, str, int], **more) -> Visit:
    began = datetime(2026, 5, day, hour, 30).astimezone(UTC).isoformat(timespec="seconds")
    told = [Stay(*stay) for stay in stays]
    return Visit(began, "en", sum(stay.dwell_ms for stay in told), Ending.IDLE, told, **more)


def write(file, *visits: Visit):
    with closing(open_database(file, print)) as log:
        add(log, visits)
    return file


@pytest.fixture
def logs(tmp_path):
    """Two booths' logs: three visits within the days, one before and one after them."""
    hub, a, b = ("hub", "", 4_000), ("slide", "a", 10_000), ("slide", "b", 70_000)
    touches = {Touched("slide", "a", False, 5): 2, Touched("slide", "a", True, 7): 1}
    one = write(
        tmp_path / "one.db",
        visit(3, 9, hub, b),
        visit(4, 9, hub, a, b, first_language="zh", deeds={("value", "a"): 2}, touches=touches),
        visit(6, 17, hub, first_language="en"),
        visit(7, 9, hub, b),
    )
    other = write(tmp_path / "other.db", visit(4, 9, hub, a, first_language="en", deeds={("value", "a"): 1}))
    with Logs([one, other]) as opened:
        yield opened


def test_the_days_of_several_booths_together(logs):
    found = logs.figures(FIRST, LAST)
    assert (found.visits, found.lasted_ms, found.median_ms) == (3, 102_000, 14_500)
    assert found.days == {"2026-05-04": 2, "2026-05-06": 1}
    assert {hour: count for hour, count in enumerate(found.hours) if count} == {9: 2, 17: 1}
    assert (found.began, found.ended) == ({"en": 2, "zh": 1}, {"en": 3})
    assert found.deeds == {"value": {"a": 3}}
    assert logs.span() == (date(2026, 5, 3), date(2026, 5, 7))


def test_how_long_where_from_where_to_where_and_where_they_left(logs):
    found = logs.figures(FIRST, LAST)
    hub, a, b = Spot("hub"), Spot("slide", "a"), Spot("slide", "b")
    assert [(each.spot, each.times, each.dwell_ms) for each in found.looked] == [
        (b, 1, 70_000),
        (a, 2, 20_000),
        (hub, 3, 12_000),
    ]
    assert [round(each.median_ms / 1000) for each in found.looked] == [75, 10, 4]
    assert found.steps == {(hub, a): 2, (a, b): 1}
    assert found.left == {b: 1, hub: 1, a: 1}
    assert found.never_seen(["a", "b", "c"]) == ("c",)
    assert found.times(a) == 2


def test_where_fingers_came_down(logs):
    found = logs.touch_map(FIRST, LAST, Spot("slide", "a"))
    assert (found.tall, found.times, found.cells[5], found.across) == (False, 2, 2, 24)
    assert logs.touched(FIRST, LAST) == {Spot("slide", "a"): 3}
    assert list(logs.touch_cells(FIRST, LAST)) == [(Spot("slide", "a"), False, 5, 2), (Spot("slide", "a"), True, 7, 1)]
    assert logs.touch_map(FIRST, LAST, Spot("hub")).times == 0


def test_days_without_visits_have_none(logs):
    found = logs.figures(date(2025, 1, 1), date(2025, 1, 2))
    assert (found.visits, found.median_ms, found.looked, found.days) == (0, 0, (), {})


def test_a_log_of_an_older_kiosk_is_read_as_it_is_and_not_changed(tmp_path):
    from kiosk.visits import database

    with closing(sqlite3.connect(tmp_path / "old.db")) as old:
        old.executescript(database._MIGRATIONS[0])  # noqa: SLF001 - what the first Kiosk wrote
        old.executescript(
            "PRAGMA user_version = 1; INSERT INTO visits VALUES (1, '2026-05-04T12:00:00+00:00', 9000, 'idle', 'zh');"
            "INSERT INTO stays VALUES (1, 0, 'hub', '', 9000);"
        )
    before = (tmp_path / "old.db").read_bytes()
    with Logs([tmp_path / "old.db"]) as logs:
        assert logs.figures(FIRST, LAST).ended == {"zh": 1}
    assert (tmp_path / "old.db").read_bytes() == before


@pytest.mark.parametrize("content", [b"no database" * 1000, b""])
def test_what_is_no_visit_log_is_told_in_plain_words(tmp_path, content):
    (tmp_path / "x.db").write_bytes(content)
    if content:
        with pytest.raises(ValueError, match=r"x\.db cannot be read as a visit log"):
            Logs([tmp_path / "x.db"])
    else:  # nothing was written to it yet
        with Logs([tmp_path / "x.db"]) as logs:
            assert logs.span() is None
    with pytest.raises(FileNotFoundError):
        Logs([tmp_path / "nowhere.db"])


@pytest.mark.long
def test_a_million_places_answer_everything_in_half_a_second(tmp_path, real):
    """Each question by itself, on one processor; the file is not cut."""
    begin = date(2026, 3, 1)
    with closing(open_database(tmp_path / "v.db", print)) as log:
        visits = Crowd(real.deck).visits(begin, 100, 130_000)
        while batch := list(islice(visits, 2_000)):
            add(log, batch)
        rotate(log, most_days=100_000)
        (stays,) = log.execute("SELECT count(*) FROM stays").fetchone()
        (kept,) = log.execute("SELECT count(*) FROM visits").fetchone()
    assert stays >= 1_000_000
    assert kept == 130_000
    last = begin + timedelta(days=100)
    with Logs([tmp_path / "v.db"]) as logs:
        asked = {
            "figures": lambda: logs.figures(begin, last),
            "touched": lambda: logs.touched(begin, last),
            "touch map": lambda: logs.touch_map(begin, last, Spot("hub")),
        }
        took = {}
        for name, ask in asked.items():
            began_s = time.process_time()
            assert ask()
            took[name] = time.process_time() - began_s
    size = (tmp_path / "v.db").stat().st_size >> 20
    sys.stdout.write(f"{stays} places, {size} MB: { ({name: round(each, 3) for name, each in took.items()}) }\n")
    assert max(took.values()) < MOST_S
