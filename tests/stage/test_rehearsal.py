"""The charts of a deck are drawn while nobody looks at slides, so that the first visitor waits for none."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kiosk.charts import Charts
from kiosk.deck.load import load


@pytest.fixture(autouse=True)
def _soon_calm(monkeypatch):
    """A booth's calm of three seconds is a third of one here."""
    monkeypatch.setattr("kiosk.stage.rehearsal._CALM_MS", 300)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_the_first_visitor_waits_for_no_chart(open_booth, tmp_path, tiny_folder, size):
    folder = tmp_path / "charts"
    with closing(Charts(folder, workers=1)) as charts:
        screen = open_booth(load(tiny_folder), tiny_folder, size=size, drawn=charts)
        rehearsal = screen.booth.stage.rehearsal
        screen.until(lambda: rehearsal.index >= 0, timeout=60_000)
        screen.until(lambda: rehearsal.index < 0, timeout=60_000)
        screen.until(lambda: len(drawn(folder)) >= 2, timeout=60_000)
        pictures = drawn(folder)
        assert len(pictures) == 2, "the background and the one chart of the deck"
        screen.booth.stage.open("trade")
        screen.until_complete()
        assert screen.item("chart.trade").property("complete")
        assert drawn(folder) == pictures


def drawn(folder: Path) -> set[str]:
    """The pictures in a cache, by their keys; there may be no cache yet."""
    return {path.name for path in folder.glob("?" * 64)}


def test_a_touch_stops_it_and_slides_are_nobodys_rehearsal(screen):
    screen.wake()
    screen.tap("hub.one")
    assert screen.place.screen == "slide"
    assert screen.booth.stage.rehearsal.index == -1


def test_a_screen_that_was_turned_has_its_charts_drawn_ahead_too(open_booth, tmp_path, tiny_folder):
    folder = tmp_path / "charts"
    with closing(Charts(folder, workers=1)) as charts:
        screen = open_booth(load(tiny_folder), tiny_folder, size=(1280, 720), drawn=charts)
        rehearsal = screen.booth.stage.rehearsal
        screen.until(lambda: rehearsal.index >= 0, timeout=60_000)
        drawn_before = drawn(folder)
        screen.booth.window.resize(720, 1280)
        screen.until(lambda: rehearsal.index < 0, timeout=60_000)
        screen.until(lambda: rehearsal.index >= 0, timeout=60_000)
        screen.until(lambda: rehearsal.index < 0, timeout=60_000)
        screen.until(lambda: len(drawn(folder)) > len(drawn_before), timeout=60_000)
