"""An operator edits a deck by touch, mouse and key; the files then differ by just that."""

from __future__ import annotations

from desks import CTRL
from PySide6.QtCore import Qt

from kiosk.deck.load import load


def test_a_text_is_edited_seen_and_saved(desk):
    desk.tap("row.overview.yaml:0")
    desk.write("entry.slides/0/title.0", "Come in")
    assert desk.item("status").property("text") == "Not saved yet: overview.yaml"
    desk.until_shown()
    assert "Come in" in desk.texts()
    assert desk.diff() == []
    desk.save()
    assert desk.diff() == ["-    title: {en: Welcome, zh: 欢迎}", "+    title: {en: Come in, zh: 欢迎}"]
    assert desk.item("status").property("text") == "Everything is saved"
    assert not load(desk.folder).problems


def test_undo_and_redo_by_key_and_by_touch(desk):
    desk.tap("row.overview.yaml:0")
    desk.write("entry.slides/0/title.0", "Come in")
    desk.write("entry.slides/0/subtitle.0", "Here")
    desk.key(Qt.Key.Key_Z, CTRL)
    desk.key(Qt.Key.Key_Z, CTRL)
    assert not desk.editor.dirty
    assert desk.item("entry.slides/0/title.0").property("text") == "Welcome"
    desk.tap("redo")
    assert desk.item("entry.slides/0/title.0").property("text") == "Come in"
    desk.key(Qt.Key.Key_Y, CTRL)
    assert desk.item("entry.slides/0/subtitle.0").property("text") == "Here"
    desk.tap("undo")
    desk.save()
    assert desk.diff() == ["-    title: {en: Welcome, zh: 欢迎}", "+    title: {en: Come in, zh: 欢迎}"]


def test_a_cell_of_a_table_is_edited(desk):
    desk.choose("river.yaml:1")
    desk.click("cell.2.1")
    desk.type("125")
    desk.key(Qt.Key.Key_Return)
    desk.save()
    assert desk.diff() == ["-2019,120,90.25,about,press,", "+2019,125,90.25,about,press,"]


def test_a_chart_is_made_another_kind_by_its_picture(desk):
    desk.choose("river.yaml:1")
    desk.tap("kind.line")
    desk.until_shown()
    desk.save()
    assert desk.diff() == ["-      kind: bar", "+      kind: line"]


def test_slides_are_put_in_another_order_by_dragging(desk):
    desk.click("row.hill.yaml:2")
    desk.drag("grip.hill.yaml:2", "row.hill.yaml:0")
    desk.save()
    assert [slide.id for slide in load(desk.folder).deck.platforms[2].slides] == ["more", "history", "sights"]
    assert sorted(desk.files()["hill.yaml"].splitlines()) == sorted(desk.before["hill.yaml"].splitlines())
    assert desk.editor.chosen == "hill.yaml:0"
    desk.tap("undo")
    desk.save()
    assert desk.diff() == []
