"""What visitors do is counted by day: charts questioned, answers, languages, and where fingers came down."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from leads.sealing import LINE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tiny import add_leads
from written import Striking

from kiosk.deck.load import load
from kiosk.place import Place, Screen
from kiosk.places import SAMPLE_DECK
from kiosk.stage.visitors import Visitors
from kiosk.visits import database
from kiosk.visits.log import FILE, VisitLog
from kiosk.visits.logged import GRID, Deed, cell, noticed
from kiosk.visits.visit import Ending, Recorder, Stay, Visit


def rows(file, query: str):
    with closing(sqlite3.connect(file)) as log:
        return log.execute(query).fetchall()


@pytest.fixture
def followed(open_booth, real, tmp_path):
    """The real deck's booth with a log, and what gives all that the log has of a visit that is over."""
    now = [0]
    screen = open_booth(real, SAMPLE_DECK, now=lambda: now[0])
    visitors = Visitors(screen.booth.stage, VisitLog(tmp_path), lambda: now[0])

    def end(query: str):
        for _ in range(3):
            now[0] += 150_000
            screen.booth.stage.tick()
        assert screen.place.screen == "attract"
        visitors.close()
        return rows(tmp_path / FILE, query)

    yield screen, end
    visitors.close()


def chart_of(screen) -> int:
    slides = [slide for _, slide in screen.booth.stage.lists.order]
    return next(at for at, slide in enumerate(slides) if slide.layout == "chart" and slide.chart.kind == "bar")


def test_charts_that_were_questioned_are_counted(followed):
    screen, end = followed
    screen.wake()
    screen.booth.stage.openIndex(chart_of(screen))
    slide = screen.booth.stage.lists.order[screen.place.slide][1].id
    chart = screen.booth.stage.chart
    for spot in (0, 1, -1, 1):
        chart.openSpot(spot)
    chart.showTable(True)
    chart.showTable(False)
    assert end("SELECT deed, what, times FROM deeds WHERE deed IN ('table', 'value') ORDER BY deed") == [
        ("table", slide, 1),
        ("value", slide, 3),
    ]


def test_answers_and_what_was_recommended_are_counted(followed):
    screen, end = followed
    stage = screen.booth.stage
    screen.wake()
    stage.openWay("adviser")
    first, *others = stage.deck.questions
    stage.act(lambda navigator: navigator.answer(first.answers[0].id))
    for _ in others:
        stage.act(lambda navigator: navigator.answer(""))
    found = end("SELECT deed, what, times FROM deeds")
    assert ("answer", f"{first.id} {first.answers[0].id}", 1) in found
    assert {("answer", f"{question.id} -", 1) for question in others} <= set(found)
    advised = [what for deed, what, _ in found if deed == "advice"]
    assert 1 <= len(advised) <= 3
    assert set(advised) <= {platform.id for platform in stage.deck.platforms}


def test_the_language_at_the_beginning_and_each_switch(followed):
    screen, end = followed
    screen.wake()
    for _ in range(3):
        screen.tap("bar.language")
    assert end("SELECT deed, what, times FROM deeds WHERE deed IN ('began', 'language') ORDER BY deed, what") == [
        ("began", "en", 1),
        ("language", "en zh", 2),
        ("language", "zh en", 1),
    ]


def test_where_fingers_came_down_and_where_they_left(followed, tmp_path):
    """Not the one that woke the booth; two at once are two."""
    screen, end = followed
    screen.wake()
    at = screen.middle("hub.map")
    screen.tap("hub.map")
    slide = screen.booth.stage.lists.order[screen.place.slide][1].id
    screen.fingers.press(at)
    screen.fingers.press(at * 0.5)
    screen.fingers.lift()
    found = end("SELECT screen, what, tall, cell, times FROM touches ORDER BY screen, what, cell")
    here = cell(at.x() / 1280, at.y() / 720, tall=False)
    half = cell(at.x() / 2560, at.y() / 1440, tall=False)
    assert found == [("hub", "", 0, here, 1), ("slide", slide, 0, half, 1), ("slide", slide, 0, here, 1)]
    assert rows(tmp_path / FILE, "SELECT what FROM deeds WHERE deed = 'left'") == [(f"slide {slide}",)]


def test_a_mouse_at_a_desk_counts_as_a_finger(followed):
    screen, end = followed
    screen.wake()
    QTest.mouseClick(screen.window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert end("SELECT screen, cell, times FROM touches") == [("hub", 0, 1)]


def test_a_touch_that_nobody_takes_counts_once(followed):
    """Qt sends it again as a mouse's."""
    screen, end = followed
    screen.wake()
    screen.fingers.tap(QPoint(3, 300))
    assert [times for *_, times in end("SELECT screen, times FROM touches")] == [1]


def test_a_visit_after_hours_ends_when_the_booth_is_dark_again(open_booth, real, tmp_path):
    now = [0]
    screen = open_booth(real, SAMPLE_DECK, now=lambda: now[0])
    visitors = Visitors(screen.booth.stage, VisitLog(tmp_path), lambda: now[0])
    screen.booth.stage.act(lambda navigator: navigator.close(0, closed=True))
    assert screen.place.screen == "dark"
    screen.wake()
    for _ in range(3):
        now[0] += 150_000
        screen.booth.stage.tick()
    assert screen.place.screen == "dark"
    visitors.close()
    assert rows(tmp_path / FILE, "SELECT ending FROM visits") == [("idle",)]
    assert rows(tmp_path / FILE, "SELECT DISTINCT screen FROM stays") == [("hub",)]


def test_no_touch_is_counted_while_the_operator_has_something_open(followed):
    screen, end = followed
    screen.wake()
    from kiosk.place import Desk

    screen.booth.stage.open_desk(Desk.PIN)
    screen.fingers.tap(screen.window.contentItem().boundingRect().center().toPoint())
    assert end("SELECT * FROM touches") == []


def test_a_card_on_which_visitors_write_has_no_touches(open_booth, tiny_folder, tmp_path):
    """They would tell which keys were struck; nor has any other screen, while a line is written."""
    add_leads(tiny_folder, LINE)
    screen = open_booth(load(tiny_folder), tiny_folder)
    visitors = Visitors(screen.booth.stage, VisitLog(tmp_path))
    screen.wake()
    screen.tap("hub.lead")
    screen.tap("lead.name")
    Striking(screen).type("ada")
    assert screen.item("lead.name").property("text") == "Ada"
    visitors.close()
    assert rows(tmp_path / FILE, "SELECT DISTINCT screen FROM touches") == [("hub",)]


def test_the_grid_has_a_cell_for_each_point():
    across, down = GRID
    assert (cell(0, 0, tall=False), cell(1, 1, tall=False)) == (0, across * down - 1)
    assert (cell(0.999, 0, tall=False), cell(0.999, 0, tall=True)) == (across - 1, down - 1)
    assert cell(1.0, 1.0, tall=True) == across * down - 1


def test_a_chart_that_is_left_open_is_not_questioned_anew(real):
    before = Place(Screen.SLIDE, "en", slide=1, spot=2, table=True)
    after = Place(Screen.SLIDE, "en", slide=2, spot=2, table=True)
    assert list(noticed(before, after, real.deck, "a")) == []
    assert Deed("value") is Deed.VALUE


def test_a_log_of_the_first_version_is_upgraded_and_counted(tmp_path, monkeypatch):
    """What was written before is counted as if it had been written today."""
    stays = [Stay("hub", "", 4_000), Stay("slide", "a", 25_500), Stay("slide", "b", 400_000), Stay("slide", "a", 1)]
    visits = [Visit(f"2026-05-0{day}T09:00:00+00:00", "en", 9_000, Ending.IDLE, stays) for day in (4, 4, 5)]
    with closing(database.open_database(tmp_path / "new.db", print)) as new:
        database.add(new, visits)
    with monkeypatch.context() as older, closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as old:
        older.setattr(database, "_MIGRATIONS", database._MIGRATIONS[:1])  # noqa: SLF001 - an older Kiosk
        old.executescript(f"{database._MIGRATIONS[0]} PRAGMA user_version = 1;")  # noqa: SLF001
        for visit in visits:
            number = old.execute("INSERT INTO visits VALUES (NULL, ?, ?, ?, ?)", (*visit[:1], 9_000, "idle", "en"))
            told = [(number.lastrowid, at, *stay) for at, stay in enumerate(stays)]
            old.executemany("INSERT INTO stays VALUES (?, ?, ?, ?, ?)", told)
    database.open_database(tmp_path / "old.db", print).close()
    for table in ("stays", "dwells", "steps", "touches", "deeds"):
        query = f"SELECT * FROM {table}"  # noqa: S608 - names of our own
        assert rows(tmp_path / "old.db", query) == rows(tmp_path / "new.db", query)
    query = "SELECT began, lasted_ms, ending, language, day, hour FROM visits"
    assert rows(tmp_path / "old.db", query) == rows(tmp_path / "new.db", query)
    assert rows(tmp_path / "old.db", "PRAGMA user_version") == [(3,)]


def test_days_without_visits_are_forgotten(tmp_path):
    stays = [Stay("hub", "", 4_000), Stay("slide", "a", 25_500)]
    old, new = (Visit(f"{year}-01-01T00:00:00+00:00", "en", 9, Ending.IDLE, stays) for year in (2020, 2099))
    with closing(database.open_database(tmp_path / "v.db", print)) as log:
        database.add(log, [old, new])
        database.rotate(log)
        assert log.execute("SELECT sum(times) FROM dwells").fetchall() == [(2,)]
        assert log.execute("SELECT sum(times) FROM steps").fetchall() == [(1,)]


def test_nothing_is_counted_where_nobody_is():
    kept = []
    recorder = Recorder(lambda: 0, kept.append)
    recorder.touch(3, tall=False)
    recorder.did([(Deed.VALUE, "a")])
    recorder.show("hub", "", "en", rests=False)
    recorder.close()
    assert (kept[0].deeds, kept[0].touches) == ({}, {})
