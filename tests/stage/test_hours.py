"""Outside its opening hours the booth is dark, and a touch wakes it for as long as somebody uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.deck.load import load
from kiosk.deck.model import Hours
from kiosk.stage.hours import OpeningHours

OPEN, CLOSED = map(datetime.fromisoformat, ("2026-05-20 12:00", "2026-05-20 22:00"))


class Clocks:
    """The clock on the wall, and the one that only goes forward."""

    wall, ms = CLOSED, 0


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def closed(open_booth, tiny_folder, clocks, monkeypatch):
    """A booth outside its hours, with the clock that it looks at."""
    monkeypatch.setattr("kiosk.stage.hours.clock", lambda: clocks.ms)
    loaded = load(tiny_folder)
    loaded = replace(loaded, deck=replace(loaded.deck, hours=Hours(open="09:00", close="18:00")))
    screen = open_booth(loaded, tiny_folder, now=lambda: clocks.ms)
    assert screen.place.screen == "attract"
    screen.hours = OpeningHours(screen.booth.stage, screen.booth.stage, lambda: clocks.wall)
    return screen


def test_it_is_dark_and_says_what_wakes_it(closed):
    assert closed.place.screen == "dark"
    closed.until(lambda: any("Touch to begin" in text for text in closed.texts()))
    dark = closed.item("dark")
    assert (dark.width(), dark.height()) == (closed.window.width(), closed.window.height())


def test_a_touch_wakes_it_and_it_goes_dark_again_when_nobody_is_left(closed, clocks):
    closed.wake()
    clocks.wall = CLOSED.replace(minute=1)
    closed.hours.look()
    assert closed.place.screen == "hub"
    clocks.ms += 3_600_000
    closed.booth.stage.tick()
    assert closed.place.screen == "dark"


def test_it_opens_by_the_clock_even_one_that_was_set(closed, clocks):
    clocks.wall = OPEN.replace(day=1)
    closed.hours.look()
    assert closed.place.screen == "attract"
    clocks.wall = CLOSED.replace(year=2036)
    closed.hours.look()
    assert closed.place.screen == "dark"


def test_nobody_is_sent_away_when_it_closes(closed, clocks):
    clocks.wall = OPEN
    closed.hours.look()
    closed.wake()
    clocks.wall = CLOSED
    closed.hours.look()
    assert closed.place.screen == "hub"
