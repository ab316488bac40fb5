"""The deep check: what only shows when a screen is rendered, named with the slide's file and line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from kiosk.deck.load import load
from kiosk.deep import examine
from kiosk.walk import stops

WIDE, TALL = QSize(1920, 1080), QSize(1080, 1920)


@pytest.fixture
def change(tiny_folder):
    """Changes a text of the tiny deck."""

    def change_(file: str, old: str, new: str) -> None:
        path = tiny_folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change_


@pytest.fixture
def look(qapp, drawn, change, tiny_folder, monkeypatch):
    """Changes a text of the tiny deck, and looks deeply."""
    assert qapp
    monkeypatch.chdir(tiny_folder)

    def look_(file: str = "", old: str = "", new: str = "", sizes=(WIDE,)) -> list[str]:
        if file:
            change(file, old, new)
        loaded = load(tiny_folder)
        assert loaded.problems == ()
        return [str(problem) for problem in examine(loaded, tiny_folder, sizes, drawn / "charts", lambda *_: None)]

    return look_


def test_a_sound_deck_has_no_deep_problems_in_either_shape(look):
    assert look(sizes=(WIDE, TALL)) == []


def test_a_title_that_is_far_too_long_is_named(look):
    found = look("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 40}")
    quoted = "“Sights to be seen Sights to be seen Sigh…”"
    assert found == [
        f"hill.yaml:14:5: error: {quoted} does not fit: shorten it (en, 1920x1080)",
        f"hill.yaml:14:5: warning: {quoted} was shrunk to the limit, from 76 to 44 pixels: shorten it (en, 1920x1080)",
    ]


def test_a_title_that_is_shrunk_but_fits_is_no_problem(change, look):
    change("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 8}")
    change("hill.yaml", "title: {en: History", f"title: {{en: {'Sights to be seen ' * 4}")
    assert look("hill.yaml", "title: {en: More", f"title: {{en: {'Sights to be seen ' * 12}") == []


def test_a_character_that_the_font_lacks_is_named(look):
    found = look("hill.yaml", "caption: {en: The port", "caption: {en: \U00013000 \U0001f600 \u0e01")
    lacking = "has characters that the font lacks: \u0e01 \U00013000 \U0001f600"
    assert found == [f"hill.yaml:14:5: error: “\U00013000 \U0001f600 \u0e01” {lacking} (en, 1920x1080)"]


def test_a_character_that_the_font_lacks_is_named_in_a_chart_too(change, look):
    """In a label, a row's note, a series, the heading, and the chart's note."""
    change("trade.csv", "2018,", "20\u0e0118,")
    change("trade.csv", "first full year", "first \u0e01 year")
    change("river.yaml", "name: {en: Exports", "name: {en: Ex\u0e01ports")
    change("river.yaml", "title: {en: Trade, zh: 进出口}", "title: {en: Trade, zh: 进\u0e01口}")
    found = look("river.yaml", "unit: billion CNY", "unit: billion CNY\n      note: {en: a\u0e01b, zh: 注}")
    lacking = "in the chart has characters that the font lacks: \u0e01"
    texts = {"en": ("20\u0e0118", "first \u0e01 year", "Ex\u0e01ports", "a\u0e01b")}
    texts["zh"] = ("20\u0e0118", "first \u0e01 year", "进\u0e01口，亿元")
    assert {line for line in found if "in the chart" in line} == {
        f"river.yaml:16:5: error: “{text}” {lacking} ({language}, 1920x1080)"
        for language, of in texts.items()
        for text in of
    }
    assert all("\u0e01" in line for line in found), "a series stands on its switch, too"


@pytest.mark.long
def test_an_invisible_character_is_a_box_in_a_chart_and_named_by_its_number(look):
    found = look("river.yaml", "name: {en: Exports", "name: {en: Ex\u200bports")
    assert [line.rpartition(": ")[2] for line in found] == ["U+200B (en, 1920x1080)"]


def test_an_indicator_of_the_same_name_is_not_taken_for_the_slide(look, tiny_folder):
    """Nor is one that stands in a file before the slide's."""
    river = tiny_folder / "river.yaml"
    river.write_text(river.read_text(encoding="utf-8").replace("id: trade", "id: focus"), encoding="utf-8")
    found = look("river.yaml", "title: {en: Trade by year", "title: {en: Trade \u0e01 by year")
    assert [line.partition(": error")[0] for line in found] == ["river.yaml:16:5"]


def test_a_slide_named_as_the_hub_is_not_blamed_for_it(look, tiny_folder):
    hill = tiny_folder / "hill.yaml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("id: sights", "id: hub"), encoding="utf-8")
    found = look("deck.yaml", "name: {en: Two zones, zh: 两区}", "name: {en: Two \u0e01 zones, zh: 两区}")
    assert {line.partition(": error")[0] for line in found} == {"deck.yaml:1:1"}


def test_a_fault_of_the_hub_is_one_of_the_decks_file(look):
    found = look("deck.yaml", "name: {en: Two zones, zh: 两区}", f"name: {{en: {'Zoneandzone ' * 40}, zh: 两区}}")
    assert [line.partition(" “")[0] for line in found] == ["deck.yaml:1:1: error:", "deck.yaml:1:1: warning:"]


def test_progress_is_told_up_to_the_last_screen(qapp, drawn, tiny_folder):
    assert qapp
    told = []
    screens = 2 * len(list(stops(load(tiny_folder).deck)))  # in both languages
    examine(load(tiny_folder), tiny_folder, (WIDE,), drawn / "charts", lambda done, total: told.append((done, total)))
    assert told == [(done, screens) for done in range(1, screens + 1)]


def test_a_target_that_a_finger_misses_is_a_warning_at_its_slide(look):
    """So many indicators that their cards have no room for a finger."""
    kinds = "".join(f"  - id: more{at}\n    label: {{en: More, zh: 多}}\n" for at in range(30))
    given = "".join(f"  - id: more{at}\n    text: {{en: a{at}, zh: b{at}}}\n    source: press\n" for at in range(30))
    look("deck.yaml", "units:\n  - id: boats", f"{kinds}units:\n  - id: boats")
    found = look("river.yaml", "slides:\n  - id: river-profile", f"{given}slides:\n  - id: river-profile")
    told = [line for line in found if "for a finger" in line]
    assert len(told) == 2 * 32, "each card in each language"
    assert told[0].startswith("river.yaml:103:5: warning: “")
    assert told[0].endswith("pixels for a finger at 1080 lines, less than 88 (en, 1920x1080)")
