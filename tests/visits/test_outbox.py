"""Visits for the organiser wait in the log's own file: none is in one and not in the other, and the oldest go first."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from processes import until

from kiosk.visits.database import add, open_database
from kiosk.visits.log import FILE, Sends, VisitLog
from kiosk.visits.outbox import Held, Outbox, put
from kiosk.visits.visit import Ending, Stay, Visit


def a_visit(name: str = "hub") -> Visit:
    return Visit("2026-05-08T09:00:00+00:00", "en", 3_000, Ending.IDLE, [Stay(name, "", 3_000)])


def made(name: str, visit: Visit) -> bytes:
    return f"{name} {visit.stays[0].screen}".encode()


@pytest.fixture
def file(tmp_path):
    return tmp_path / FILE


def test_a_visit_that_is_kept_waits_and_is_gone_when_it_has_arrived(tmp_path, file):
    heard = []
    log = VisitLog(tmp_path, outbox=Sends(made, lambda: heard.append(1)))
    for name in ("one", "two", "three"):
        log.keep(a_visit(name))
    until(lambda: heard and not log.waiting)
    log.close()
    outbox = Outbox(file)
    parcels = outbox.waiting(9)
    assert [each.payload.split()[1] for each in parcels] == [b"one", b"two", b"three"]
    assert all(each.payload.split()[0].decode() == each.id for each in parcels)
    outbox.remove([parcels[0].id])
    assert outbox.waiting(9) == parcels[1:]
    assert outbox.waiting(1) == parcels[1:2]
    assert outbox.held() == Held(2, 0)


def test_without_an_organiser_nothing_waits(tmp_path, file):
    log = VisitLog(tmp_path)
    log.keep(a_visit())
    log.close()
    assert Outbox(file).held() == Held(0, 0)


def test_one_that_cannot_be_put_there_is_not_in_the_log_either(file):
    def breaks(_name: str, _visit: Visit) -> bytes:
        raise UnicodeError

    with closing(open_database(file, print)) as database:
        with pytest.raises(UnicodeError):
            add(database, [a_visit()], breaks)
        assert database.execute("SELECT count(*) FROM visits").fetchone() == (0,)


def test_where_it_is_full_the_oldest_go_and_are_counted_for_good(file):
    with closing(open_database(file, print)) as database:
        for at in range(10):
            put(database, lambda *_, at=at: bytes([at]) * 100, a_visit(), most_bytes=350)
    assert Outbox(file).held() == Held(3, 7)
    assert [each.payload[0] for each in Outbox(file).waiting(99)] == [7, 8, 9]


def test_a_log_that_is_not_there_has_nothing_in_it(file):
    assert Outbox(file).waiting(9) == []
    Outbox(file).remove(["1"])
    assert Outbox(file).held() == Held(0, 0)


def test_a_file_that_is_none_is_told_as_such(file):
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.Error):
        Outbox(file).waiting(9)
