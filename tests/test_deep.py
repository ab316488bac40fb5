"""The deep check: what only shows when a screen is rendered, named with the slide's file and line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from kiosk.deck.load import load
from kiosk.deep import examine

WIDE, TALL = QSize(1920, 1080), QSize(1080, 1920)


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("deep")


@pytest.fixture
def look(qapp, cache, tiny_folder, monkeypatch):
    """Changes a text of the tiny deck, and looks deeply."""
    assert qapp
    monkeypatch.chdir(tiny_folder)

    def look_(file: str = "", old: str = "", new: str = "", sizes=(WIDE,)) -> list[str]:
        if file:
            path = tiny_folder / file
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1
            path.write_text(text.replace(old, new), encoding="utf-8")
        loaded = load(tiny_folder)
        assert loaded.problems == ()
        return [str(problem) for problem in examine(loaded, tiny_folder, sizes, cache, lambda *_: None)]

    return look_


def test_a_sound_deck_has_no_deep_problems_in_either_shape(look):
    assert look(sizes=(WIDE, TALL)) == []


def test_a_title_that_is_far_too_long_is_named(look):
    found = look("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 40}")
    assert found
    for line in found:
        assert line.startswith("hill.yaml:16:1: error: “Sights to be seen")
        assert "does not fit: shorten it (en, 1920x1080)" in line


def test_a_title_that_is_shrunk_to_its_limit_is_a_warning(look):
    found = look("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 7}")
    assert len(found) == 1
    assert found[0].startswith("hill.yaml:16:1: warning: “Sights to be seen")
    assert "was shrunk to the limit" in found[0]


@pytest.mark.parametrize("letter", ["\U00013000", "\U0001f600", "\u0e01"])
def test_a_character_that_the_font_lacks_is_named(look, letter):
    found = look("hill.yaml", "caption: {en: The port", f"caption: {{en: The {letter} port")
    assert found == [
        f"hill.yaml:16:1: error: “The {letter} port” has characters that the font lacks: {letter} (en, 1920x1080)"
    ]


def test_a_fault_of_the_hub_is_one_of_the_decks_file(look):
    found = look("deck.yaml", "name: {en: Two zones, zh: 两区}", f"name: {{en: {'Zoneandzone ' * 40}, zh: 两区}}")
    assert found
    assert all(line.startswith("deck.yaml:1:1: error: ") for line in found)


def test_progress_is_told_up_to_the_last_screen(qapp, cache, tiny_folder):
    assert qapp
    told = []
    examine(load(tiny_folder), tiny_folder, (WIDE,), cache, lambda done, total: told.append((done, total)))
    assert told == [(done, 22) for done in range(1, 23)]
