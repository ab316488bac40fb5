"""A show on the booth's own screen: taken over and given back by keys, led by keys and fingers."""

from __future__ import annotations

import pytest
from clocks import Clock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.deck.load import load

Key = Qt.Key
ROUTES = """\
routes:
  - id: short
    title: {en: Ten minutes, zh: 十分钟}
    minutes: 10
    welcome: {en: Good to have you here, zh: 欢迎莅临}
    guest: {en: Friends from the river, zh: 江畔来宾}
    slides: [numbers, trade, idea, hill]
"""
BUILT = {"numbers": "figures", "more": "text"}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tiny_folder):
    """The small deck, with a route, and with slides that are built up."""
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + ROUTES, encoding="utf-8")
    for file in ("overview.yaml", "hill.yaml"):
        text = (tiny_folder / file).read_text(encoding="utf-8")
        for layout in BUILT.values():
            text = text.replace(f"layout: {layout}\n", f"layout: {layout}\n    build: true\n")
        (tiny_folder / file).write_text(text, encoding="utf-8")
    return tiny_folder


@pytest.fixture
def booth(open_booth, folder, clock):
    return open_booth(load(folder), folder, now=clock)


@pytest.fixture
def present(open_booth, folder, clock):
    return lambda **options: open_booth(load(folder), folder, now=clock, presenting=True, **options)


def press(screen, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(screen.window, key, modifiers)


def shown(screen) -> str:
    """The id of the slide on screen."""
    return screen.booth.stage.lists.order[screen.place.slide][1].id


def open_slide(screen, name: str) -> None:
    screen.wake()
    screen.booth.stage.open(name)


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period, Key.Key_F5])
def test_a_clickers_key_hands_the_booth_over_at_the_slide_that_is_on_screen(booth, key):
    open_slide(booth, "trade")
    press(booth, key)
    assert booth.place.show is not None
    assert shown(booth) == "trade"
    assert "All platforms" not in booth.texts()


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_F5])
def test_a_booth_at_rest_is_handed_over_at_once(booth, key):
    press(booth, key)
    assert booth.place.show is not None
    assert shown(booth) == "welcome"


def test_b_hands_over_and_then_takes_the_slide_away_and_brings_it_back(booth):
    press(booth, Key.Key_B)
    press(booth, Key.Key_B)
    assert booth.item("show.blank").property("color") == "black"
    press(booth, Key.Key_B)
    assert booth.place.show.blank == ""
    press(booth, Key.Key_W)
    assert booth.item("show.blank").property("color") == "white"
    press(booth, Key.Key_Right)
    assert (booth.place.show.blank, booth.place.show.at) == ("", 0)


def test_a_button_that_sends_f5_and_escape_in_turn_ends_nothing(booth):
    open_slide(booth, "trade")
    for _ in range(20):
        press(booth, Key.Key_F5)
        assert (shown(booth), booth.place.show.grid) == ("trade", False)
        press(booth, Key.Key_Escape)
        assert (shown(booth), booth.place.show.grid) == ("trade", True)
    assert booth.window.isVisible()


def test_escape_twice_gives_the_booth_back_to_the_visitors_with_nothing_left(booth):
    open_slide(booth, "trade")
    press(booth, Key.Key_F5, Key.Key_L)
    press(booth, Key.Key_L, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert booth.place.language == "zh"
    press(booth, Key.Key_Escape)
    assert "再按一次Esc键，返回参观模式" in booth.texts()
    press(booth, Key.Key_Escape)
    assert (booth.place.screen, booth.place.language, booth.place.show) == ("attract", "en", None)


def test_a_show_that_nobody_goes_on_with_is_over_after_the_decks_time(booth, clock):
    press(booth, Key.Key_F5)
    clock.now = 599_000
    booth.booth.stage.tick()
    assert booth.place.show is not None
    assert not booth.place.asking
    press(booth, Key.Key_Right)
    clock.now = 1_198_000
    booth.booth.stage.tick()
    assert booth.place.show is not None
    clock.now = 1_199_000
    booth.booth.stage.tick()
    assert (booth.place.screen, booth.place.show) == ("attract", None)
