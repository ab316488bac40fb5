"""A deck that is read again: what did not change is not read twice, and what is read is what the files say now."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kiosk.deck.compiled import fingerprint, open_named, read_again, remembered
from kiosk.deck.load import load
from kiosk.deck.memory import Memory


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


class Amid(Memory):
    """Of a reader during whose first reading somebody writes a table."""

    def __init__(self, table: Path) -> None:
        super().__init__()
        self.table = table

    def keep(self, *given) -> None:
        """Keep what a file said; its table is another by now."""
        if "90.25" in self.table.read_text(encoding="utf-8"):
            changed(self.table, "90.25", "90.5")
        super().keep(*given)


def platforms(loaded):
    return {platform.id: platform for platform in loaded.deck.platforms}


def test_a_file_that_is_as_it_was_is_not_read_again(tiny: Path):
    memory = Memory()
    before = platforms(load(tiny, memory))
    changed(tiny / "hill.yaml", "Founded", "Begun")
    after = load(tiny, memory)
    assert after == load(tiny)
    assert platforms(after)["river"] is before["river"]
    assert platforms(after)["hill"] != before["hill"]


def test_a_table_that_changed_is_on_its_slide(tiny: Path):
    memory = Memory()
    before = platforms(load(tiny, memory))
    changed(tiny / "trade.csv", "150,95", "151,95")
    after = load(tiny, memory)
    assert after == load(tiny)
    assert platforms(after)["river"] != before["river"]
    assert platforms(after)["hill"] is before["hill"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("sources.yaml", "bureau:", "office:"),
        ("deck.yaml", "languages: [en, zh]", "languages: [en]"),
        ("deck.yaml", "- id: area", "- id: size"),
        ("deck.yaml", "- id: two", "- id: three"),
        ("overview.yaml", "- id: idea", "- id: sights"),
        ("pictures/port.png", "", ""),
    ],
)
def test_a_file_that_refers_to_what_changed_is_read_again_and_once_more_when_it_is_mended(
    tiny: Path, file: str, old: str, new: str
):
    memory = Memory()
    sound = load(tiny, memory)
    whole = (tiny / file).read_bytes()
    if old:
        changed(tiny / file, old, new)
    else:
        (tiny / file).unlink()
    broken = load(tiny, memory)
    assert broken == load(tiny)
    assert broken.problems != sound.problems
    (tiny / file).write_bytes(whole)
    assert load(tiny, memory) == sound


def test_whatever_is_changed_it_reads_as_if_for_the_first_time(tiny: Path):
    dice = random.Random(7)  # noqa: S311 - a test's
    memory = Memory()
    files = [path for path in sorted(tiny.iterdir()) if path.is_file()]
    first = {path: path.read_text(encoding="utf-8") for path in files}
    for _ in range(60):
        path = dice.choice(files)
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True) or first[path].splitlines(keepends=True)
        at = dice.randrange(len(lines))
        way = dice.random()
        if way < 0.3:
            path.write_text(first[path], encoding="utf-8")
        elif way < 0.65:
            path.write_text("".join(lines[:at] + lines[at + 1 :]), encoding="utf-8")
        else:
            path.write_text("".join([*lines[: at + 1], lines[dice.randrange(len(lines))], *lines[at + 1 :]]), "utf-8")
        assert load(tiny, memory) == load(tiny)


def test_a_deck_that_was_opened_is_remembered_by_another_process(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    cache = tmp_path_factory.mktemp("cache")
    loaded, name = open_named(tiny, cache)
    memory = remembered(cache, name)
    known = memory.recall(tiny / "river.yaml")
    assert known
    changed(tiny / "hill.yaml", "Founded", "Begun")
    after = load(tiny, memory)
    assert platforms(after)["river"] is known.platform
    assert platforms(after)["river"] == platforms(loaded)["river"]
    assert after == load(tiny)


def test_a_cache_that_is_broken_has_nothing_to_remember(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    cache = tmp_path_factory.mktemp("cache")
    _, name = open_named(tiny, cache)
    (compiled,) = cache.iterdir()
    compiled.write_bytes(compiled.read_bytes()[:-9])
    memory = remembered(cache, name)
    assert memory.recall(tiny / "river.yaml") is None
    assert load(tiny, memory) == load(tiny)


def test_what_was_read_while_files_were_being_written_is_forgotten(tiny: Path):
    """A file may have been read in one version, and looked at for changes in the next."""
    memory = Amid(tiny / "trade.csv")
    assert read_again(tiny, memory, fingerprint(tiny))[0] is None
    assert memory.recall(tiny / "river.yaml") is None
    assert read_again(tiny, memory, fingerprint(tiny)) == (load(tiny), fingerprint(tiny), True)
