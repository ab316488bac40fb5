"""The list models are sound by Qt's own tester, and every row has a value for every role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from spread import spread

from kiosk.deck.load import load
from kiosk.deck.model import LAYOUTS
from kiosk.deck.shown import CARD, SCENE, SLIDE, SOURCE
from kiosk.deck.typeset import untied
from kiosk.stage.rows import Rows

LISTS = {"slides": SLIDE, "scenes": SCENE, "groups": CARD, "others": CARD, "members": CARD, "sheet": SOURCE}
ROWS = {"slides": 11, "scenes": 2, "groups": 2, "others": 1, "members": 2, "sheet": 2}


@pytest.fixture
def stage(open_booth, tiny_folder):
    """The stage of a deck in which every list has rows: a chooser is shown, and a sheet with two sources is open."""
    hill = (tiny_folder / "hill.yaml").read_text(encoding="utf-8")
    for slide in ("history", "sights", "more"):
        hill = hill.replace(f"id: {slide}", f"id: dale-{slide}")
    (tiny_folder / "dale.yaml").write_text(hill, encoding="utf-8")
    stage = open_booth(load(tiny_folder), tiny_folder).booth.stage
    stage.touched()
    stage.openGroup("two")
    stage.openSources("bureau press")
    return stage


def nested(rows: Rows) -> list[Rows]:
    """A list, and every list in it."""
    inner = [rows.data(rows.index(row), role) for row in range(rows.rowCount()) for role in rows.roleNames()]
    return [rows, *(one for value in inner if isinstance(value, Rows) for one in nested(value))]


@pytest.mark.parametrize(("name", "language"), spread(LISTS, ["en", "zh"]))
def test_qts_tester_finds_nothing_wrong_while_a_list_changes(stage, name, language):
    """It warns of what is wrong, and a warning of Qt fails a test."""
    rows = getattr(stage.lists, name)
    assert rows.rowCount() == ROWS[name]
    testers = look_at(rows)
    stage.speak(language)
    stage.theme.changed.emit()
    testers += look_at(rows)
    stage.openGroup("one")
    stage.openSources("")
    stage.take(stage.deck)  # the same deck, as after a reload
    assert testers


def look_at(rows: Rows) -> list[QAbstractItemModelTester]:
    """Testers for a list and every list in it, to be kept while they test."""
    return [
        QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning) for each in nested(rows)
    ]


@pytest.mark.parametrize(("name", "language"), spread(LISTS, ["zh", "en"]))
def test_every_role_of_every_row_has_a_value(stage, name, language):
    stage.speak(language)
    rows = getattr(stage.lists, name)
    roles = {number: bytes(role).decode() for number, role in rows.roleNames().items()}
    assert tuple(roles.values()) == LISTS[name]
    assert all(number >= Qt.ItemDataRole.UserRole for number in roles)
    for row in range(rows.rowCount()):
        values = {role: rows.data(rows.index(row), number) for number, role in roles.items()}
        given = {role for role, value in values.items() if value is not None}
        assert given == set(LISTS[name]) if name != "slides" else {"slideId", "layout", "title", "origin"} <= given


def test_there_is_nothing_beyond_a_list(stage):
    rows = stage.lists.slides
    first, beyond = rows.index(0), Qt.ItemDataRole.UserRole + len(SLIDE)
    for role in (beyond, Qt.ItemDataRole.UserRole - 1, Qt.ItemDataRole.DisplayRole, -1):
        assert rows.data(first, role) is None
    assert rows.data(QModelIndex(), Qt.ItemDataRole.UserRole) is None
    assert not rows.index(rows.rowCount()).isValid()
    assert rows.rowCount(first) == 0


def test_a_list_says_which_row_it_shows(stage):
    layout, title = (Qt.ItemDataRole.UserRole + SLIDE.index(name) for name in ("layout", "title"))
    rows = stage.lists.slides
    assert {rows.data(rows.index(row), layout) for row in range(rows.rowCount())} == set(LAYOUTS)
    assert rows.data(rows.index(0), title) == "Welcome"
    stage.speak("zh")
    assert untied(rows.data(rows.index(0), title)) == "欢迎"
