"""An operator chooses the deck's theme by its looks, and makes one of the deck's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from kiosk.deck.load import load


def sky(desk) -> QColor:
    """The background of the screen in the preview."""
    return desk.opened.booth.theme.skyTop


def test_the_theme_is_chosen_by_what_it_looks_like(desk):
    desk.choose("deck.yaml:-2")
    desk.until_shown()
    desk.tap("theme.two-rivers")
    desk.until_shown()
    assert sky(desk) == QColor("#10233a")
    desk.save()
    assert desk.diff() == ["-theme: day", "+theme: two-rivers"]
    desk.choose("deck.yaml:-1")
    desk.scroll_to("theme.day")
    desk.tap("theme.day")
    desk.save()
    assert desk.diff() == []


def new_theme(desk) -> None:
    """A theme of the deck's own, chosen in the list."""
    desk.choose("deck.yaml:-2")
    desk.tap("tool.slide")
    desk.until_shown()


def test_a_new_theme_is_a_copy_that_the_deck_has(desk):
    new_theme(desk)
    assert desk.editor.chosen == "themes/own.yaml:-1"
    desk.save()
    loaded = load(desk.folder)
    assert not loaded.problems
    assert loaded.deck.theme == "own"
    assert dict(loaded.themes)["own"].colours == dict(loaded.themes)["day"].colours
    for _ in range(2):
        desk.tap("undo")
        desk.save()
    assert desk.diff() == []
    assert not (desk.folder / "themes" / "own.yaml").exists()
    assert desk.editor.chosen == "deck.yaml:-2"


def test_a_colour_is_typed_and_seen(desk):
    new_theme(desk)
    desk.write("entry.colours/sky_top", "102030")
    desk.until_shown()
    assert sky(desk) == QColor("#102030")
    desk.save()
    assert 'sky_top: "#102030"' in (desk.folder / "themes" / "own.yaml").read_text(encoding="utf-8")
    desk.choose("overview.yaml:0")
    desk.until_shown()
    assert sky(desk) == QColor("#102030")


def test_a_colour_is_picked_among_the_themes_own(desk):
    new_theme(desk)
    before = desk.editor.files.tree("themes/own.yaml")["colours"]
    desk.tap("colour.colours/contour")
    desk.tap(f"swatch.{before['river_one']}")
    assert desk.items("sheet") == []
    assert desk.editor.files.tree("themes/own.yaml")["colours"] == before | {"contour": before["river_one"]}
    desk.tap("colour.colours/contour")
    desk.key(Qt.Key.Key_Escape)
    assert desk.items("sheet") == []


@pytest.mark.long
def test_a_theme_is_looked_at_although_the_deck_has_another(desk):
    new_theme(desk)
    desk.write("entry.colours/sky_top", "#102030")
    desk.choose("deck.yaml:-2")
    desk.until_shown()
    desk.tap("theme.day")
    desk.until_shown()
    assert sky(desk) != QColor("#102030")
    desk.choose("themes/own.yaml:-1")
    assert sky(desk) == QColor("#102030")
    desk.choose("overview.yaml:0")
    assert sky(desk) != QColor("#102030")


def test_a_colour_that_cannot_be_read_is_named_and_a_tap_leads_to_it(desk):
    new_theme(desk)
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.write("entry.colours/sky_top", "#26323f")
    desk.until_shown()
    problems = desk.editor.problems
    texts = [problems.data(problems.index(row), role) for row in range(problems.rowCount()) for role in (0x101,)]
    assert any(text.startswith("Body text, on background, upper edge: the contrast is ") for text in texts)
    row = next(number for number, text in enumerate(texts) if text.startswith("Body text"))
    desk.choose("overview.yaml:0")
    desk.until_shown()
    desk.tap(f"problem.{row}")
    assert desk.editor.chosen == "themes/own.yaml:-1"
    desk.until(lambda: desk.items("entry.colours/text_soft"))
    assert desk.item("note.colours/text_soft").property("text") == texts[row]


@pytest.mark.long
def test_what_is_no_colour_is_told_and_the_preview_stays(desk):
    new_theme(desk)
    desk.write("entry.colours/sky_top", "blue")
    desk.until_shown()
    assert desk.item("preview.old")
    assert "is not a colour" in desk.item("note.colours/sky_top").property("text")


@pytest.mark.long
def test_themes_are_copied_and_deleted(desk):
    new_theme(desk)
    desk.tap("tool.duplicate")
    assert desk.editor.chosen == "themes/own-2.yaml:-1"
    desk.tap("tool.delete")
    desk.until_shown()
    desk.save()
    assert desk.editor.chosen == "deck.yaml:-2"
    assert desk.item("problems.title").property("text") == "No problems found"
    assert [path.name for path in (desk.folder / "themes").iterdir()] == ["own.yaml"]
    assert load(desk.folder).deck.theme == "two-rivers"
