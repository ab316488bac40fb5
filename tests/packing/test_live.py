"""A deck is imported under a booth that runs: its visitors have the new one, where they are."""

from __future__ import annotations

from contextlib import closing

import pytest
from edited import Edited

from kiosk.deck.load import load
from kiosk.packing.bring import go_back, incoming
from kiosk.packing.pack import pack


@pytest.fixture
def edited(open_booth, tiny_folder, tmp_path):
    with closing(Edited(open_booth, tiny_folder, tmp_path / "decks")) as edited:
        yield edited


def test_a_booth_shows_what_was_imported_and_what_came_back(edited, tiny_folder, tmp_path):
    text = (tiny_folder / "overview.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "changed"
    changed.mkdir()
    pack(tiny_folder, load(tiny_folder).deck, tmp_path / "tiny.kiosk")
    with incoming(tmp_path / "tiny.kiosk", changed) as new:
        new.replace()
    (changed / "overview.yaml").write_text(text.replace("is a habit", "is a choice"), encoding="utf-8")
    pack(changed, load(changed).deck, tmp_path / "changed.kiosk")
    edited.open("idea")
    with incoming(tmp_path / "changed.kiosk", tiny_folder) as new:
        new.replace()
    edited.until_read()
    assert "Openness is a choice" in edited.screen.texts()
    go_back(tiny_folder)
    edited.until_read(2)
    assert "Openness is a habit" in edited.screen.texts()
