"""A packed deck comes from a stick: what it would change is said first, and it is there whole, or not at all."""

from __future__ import annotations

import os
import shutil
from datetime import datetime

import pytest
import shiboken6
from packing.hostile import packed
from PySide6.QtCore import QObject

from kiosk.deck.compiled import open_named
from kiosk.deck.load import load
from kiosk.deck.operator_words import OPERATOR_WORDS
from kiosk.machine.file import change, read
from kiosk.packing.pack import pack
from kiosk.session.voice import Voice
from kiosk.stage.reload import Reload

WORDS = OPERATOR_WORDS["en"]


@pytest.fixture
def stick(locked):
    stick = locked.media / "stick"
    stick.mkdir()
    return stick


@pytest.fixture
def carry(tiny_folder, stick, tmp_path, monkeypatch):
    """Packs the booth's deck with other words in it, onto the stick."""

    def carry_(name: str, old: str, new: str, made: str = "2000000000", file: str = "deck.yaml"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", made)
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(tiny_folder, copy, ignore=shutil.ignore_patterns(".*"))
        text = (copy / file).read_text(encoding="utf-8")
        assert old in text
        (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        loaded = load(copy)
        assert loaded.deck is not None
        pack(copy, loaded.deck, stick / name)
        return stick / name

    return carry_


def open_import(machine) -> None:
    machine.open_panel()
    machine.screen.tap("panel.import")


def said(machine) -> str:
    return machine.screen.item("import.said").property("text")


def choose(machine) -> None:
    machine.screen.until(lambda: "import.deck.0" in names(machine))
    machine.screen.tap("import.deck.0")


def names(machine) -> list[str]:
    from kiosk.stage.complete import visible_items

    return [item.objectName() for item in visible_items(machine.screen.window)]


def test_a_deck_from_a_stick_is_looked_at_taken_and_given_back(locked, carry, tiny_folder):
    before = (tiny_folder / "deck.yaml").read_bytes()
    carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    locked.screen.until(lambda: "Small" in locked.screen.texts())
    assert any(text.startswith(f"new.kiosk  ·  packed {day_of(2_000_000_000)}") for text in locked.screen.texts())
    choose(locked)
    locked.screen.until(lambda: "title (en) `Tiny` becomes `Small`" in locked.screen.texts())
    assert "Changes: 1" in said(locked)
    assert {"Changed", "The deck itself"} <= set(locked.screen.texts())
    assert (tiny_folder / "deck.yaml").read_bytes() == before, "nothing is replaced before that is said"
    locked.screen.tap("import.replace")
    locked.screen.until(lambda: said(locked) == WORDS.replaced)
    assert b"en: Small" in (tiny_folder / "deck.yaml").read_bytes()
    locked.screen.tap("import.back")
    locked.screen.until(lambda: said(locked) == WORDS.went_back)
    assert (tiny_folder / "deck.yaml").read_bytes() == before
    assert locked.asked == [("again", None)] * 2


def test_the_booth_shows_what_was_imported_at_its_place(locked, carry, tiny_folder, tmp_path):
    screen, owner = locked.screen, QObject()
    loaded, name = open_named(tiny_folder, tmp_path / "decks")
    reload = Reload(screen.booth, tiny_folder, tmp_path / "decks", loaded, name, lambda each: each, Voice(), owner)
    locked.operating.follow(reload)
    carry("new.kiosk", "Two zones", "Zones")
    open_import(locked)
    choose(locked)
    screen.until(lambda: "import.replace" in names(locked))
    screen.tap("import.replace")
    screen.until(lambda: dict(screen.booth.stage.deck.groups[1].name.texts)["en"] == "Zones", timeout=60_000)
    assert locked.asked == []
    assert screen.place.desk == "import"
    reload.close()
    shiboken6.delete(owner)


def day_of(moment: int) -> str:
    """The day of a moment where this machine stands."""
    return f"{datetime.fromtimestamp(moment):%Y-%m-%d}"  # noqa: DTZ006 - as whoever reads it


def test_an_older_deck_is_said_to_be_one(locked, carry, tiny_folder):
    new = carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    choose(locked)
    locked.screen.until(lambda: "import.replace" in names(locked))
    locked.screen.tap("import.replace")
    locked.screen.until(lambda: said(locked) == WORDS.replaced)
    new.unlink()
    carry("old.kiosk", "en: Small", "en: Old", made="1000000000")
    locked.screen.tap("import.cancel")
    locked.screen.until(lambda: "Old" in locked.screen.texts())
    choose(locked)
    locked.screen.until(lambda: "import.replace" in names(locked))
    assert f"This deck is older. It was packed {day_of(1_000_000_000)}" in said(locked)
    assert f"the one in use {day_of(2_000_000_000)}" in said(locked)
    assert WORDS.replace_older in locked.screen.texts()
    locked.screen.tap("import.cancel")
    locked.screen.until(lambda: said(locked) == WORDS.import_cancelled)
    assert b"en: Small" in (tiny_folder / "deck.yaml").read_bytes()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_not_taken_is_told_in_the_panels_language_and_replaces_nothing(
    locked, stick, tiny_folder, tmp_path, carry, language
):
    words = OPERATOR_WORDS[language]
    whole = carry("whole.kiosk", "en: Tiny", "en: Small").read_bytes()
    (stick / "cut.kiosk").write_bytes(whole[: len(whole) // 2])
    (stick / "text.kiosk").write_text("a text")
    (stick / "whole.kiosk").write_bytes(whole.replace(b"en: Small", b"en: Smalt"))
    before = sorted(path.read_bytes() for path in tiny_folder.iterdir() if path.is_file())
    locked.screen.booth.stage.speak(language)
    open_import(locked)
    locked.screen.until(lambda: words.refused["damaged"] in locked.screen.texts())
    assert words.refused["not_packed"] in locked.screen.texts()
    choose(locked)
    locked.screen.until(lambda: words.refused["damaged"] in said(locked))
    assert sorted(path.read_bytes() for path in tiny_folder.iterdir() if path.is_file()) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".deck")] == []


def test_a_deck_with_mistakes_is_not_taken_and_they_are_named(locked, stick, tiny_folder):
    files = {path.name: path.read_bytes() for path in tiny_folder.iterdir() if path.is_file()}
    (stick / "broken.kiosk").write_bytes(packed(files))  # its pictures are missing
    open_import(locked)
    choose(locked)
    locked.screen.until(lambda: "The deck has mistakes" in said(locked))
    assert any("there is no file `pictures/port.png`" in text for text in locked.screen.texts())
    assert "hill.yaml:18:16" in locked.screen.texts()


def test_a_booth_with_keys_says_who_signed_and_takes_nobody_elses(locked, carry):
    change(locked.config, {("decks", "keys"): ["MCowBQYDK2VwAyEAmLOSvXveZ48MO7afi7aRS6LY54dIjKWw2F766fDfO7I="]})
    carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    locked.screen.until(lambda: any(text.endswith("not signed") for text in locked.screen.texts()))
    choose(locked)
    locked.screen.until(lambda: WORDS.refused["not_signed"] in said(locked))


def test_without_a_stick_or_when_it_is_pulled_out_that_is_said(locked, carry):
    open_import(locked)
    locked.screen.until(lambda: said(locked) == WORDS.import_none)
    file = carry("new.kiosk", "en: Tiny", "en: Small")
    locked.screen.tap("import.look")
    locked.screen.until(lambda: "Small" in locked.screen.texts())
    file.unlink()
    choose(locked)
    locked.screen.until(lambda: WORDS.refused["stick"] in said(locked))
    locked.screen.tap("import.cancel")
    locked.screen.until(lambda: said(locked) == WORDS.import_none)
    locked.screen.tap("import.close")
    assert locked.screen.place.desk == "panel"


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_an_import_that_is_given_up_leaves_nothing(locked, carry, tmp_path, how):
    carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    choose(locked)
    locked.screen.until(lambda: "import.replace" in names(locked))
    assert (tmp_path / ".deck.incoming").is_dir()
    if how == "cancel":
        locked.screen.tap("import.cancel")
    else:
        locked.screen.booth.stage.rest()
    locked.screen.until(lambda: not (tmp_path / ".deck.incoming").exists())
    assert not (tmp_path / ".deck.previous").exists()


@pytest.mark.parametrize("shown", ["the sample", "a packed file"])
def test_a_machine_without_a_folder_of_its_own_gets_one(locked, carry, monkeypatch, shown):
    folder = locked.screen.booth.stage.folder
    if shown == "the sample":
        monkeypatch.setattr("kiosk.stage.owndeck.SAMPLE_DECK", folder)
    else:
        monkeypatch.setenv("KIOSK_CACHE", str(folder.parent))
        (folder.parent / "mine.kiosk").touch()
        change(locked.config, {("", "deck"): "mine.kiosk"})
    carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    choose(locked)
    locked.screen.until(lambda: "import.replace" in names(locked))
    locked.screen.tap("import.replace")
    own = locked.state / "decks" / "deck"
    locked.screen.until(lambda: locked.asked)
    assert locked.asked == [("again", own)]
    assert (read(locked.config).deck, read(locked.config).pin != "") == (str(own), True)
    assert (own / "deck.yaml").is_file()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_that_is_not_the_booths_is_told(locked, carry, tmp_path):
    carry("new.kiosk", "en: Tiny", "en: Small")
    open_import(locked)
    tmp_path.chmod(0o500)
    choose(locked)
    locked.screen.until(lambda: f"may not write to {tmp_path}" in said(locked))
    tmp_path.chmod(0o700)
