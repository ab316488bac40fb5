"""Idle: the question, the return, and nothing left of the last visitor."""

from __future__ import annotations

from random import Random

import pytest
from clocks import Clock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.deck.load import load
from kiosk.deck.model import Idle


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def quick(open_booth, tiny_folder):
    """A booth that asks after one second and returns after one more."""
    deck = tiny_folder / "deck.yaml"
    text = deck.read_text(encoding="utf-8")
    idle = "idle: {ask_after: 1, return_after: 1, scene: 1}"
    deck.write_text(text.replace("idle: {ask_after: 30, return_after: 10, scene: 5}", idle), encoding="utf-8")
    return open_booth(load(tiny_folder), tiny_folder)


def test_who_stops_touching_is_asked_and_then_the_booth_rests(quick):
    quick.wake()
    quick.tap("hub.one")
    quick.tap("bar.language")
    quick.tap("bar.textSize")
    quick.until(lambda: quick.place.asking)
    assert "还在浏览吗？" in quick.texts()
    quick.until(lambda: quick.place.screen == "attract")
    assert (quick.place.language, quick.place.text_size) == ("en", 0)
    assert "Hello" in quick.texts()


def test_a_touch_answers_the_question_and_presses_nothing_beneath(quick):
    quick.wake()
    quick.tap("hub.overview")
    forward = quick.middle("bar.next")
    quick.until(lambda: quick.place.asking)
    quick.fingers.tap(forward)
    assert not quick.place.asking
    assert quick.place.slide == 0
    quick.fingers.tap(forward)
    assert quick.place.slide == 1


def test_the_attract_loop_goes_on_to_its_next_scene(quick):
    assert quick.place.scene == 0
    quick.until(lambda: quick.place.scene == 1)
    quick.until(lambda: quick.place.scene == 0)


def test_a_touch_puts_the_question_off(open_booth, tiny_folder, clock):
    screen = open_booth(load(tiny_folder), tiny_folder, now=clock)
    screen.wake()
    clock.now = 29_000
    screen.tap("hub.overview")
    clock.now = 58_000
    screen.booth.stage.tick()
    assert not screen.place.asking
    clock.now = 59_000
    screen.booth.stage.tick()
    assert screen.place.asking
    clock.now = 69_000
    screen.booth.stage.tick()
    assert screen.place.screen == "attract"


@pytest.mark.parametrize("days", [24.8, 24.9, 49.7, 400.0])
def test_a_booth_that_is_up_for_months_asks_and_returns_as_on_its_first_day(open_booth, tiny_folder, clock, days):
    clock.now = round(days * 24 * 3_600_000)
    began = clock.now
    screen = open_booth(load(tiny_folder), tiny_folder, now=clock)
    screen.wake()
    clock.now = began + 29_999
    screen.booth.stage.tick()
    assert not screen.place.asking
    clock.now = began + 30_000
    screen.booth.stage.tick()
    assert screen.place.asking
    clock.now = began + 40_000
    screen.booth.stage.tick()
    assert screen.place.screen == "attract"


def test_no_time_of_idleness_is_longer_than_qts_timers_can_wait():
    longest = Idle(ask_after=86_400, return_after=86_400, scene=86_400, long_ask_after=86_400)
    assert (longest.long_ask_after + longest.return_after) * 1000 < 2**31


@pytest.mark.parametrize("rounds", [20, pytest.param(1000, marks=pytest.mark.soak)])
def test_whatever_comes_at_the_instant_of_the_return_the_booth_rests_at_last(open_booth, tiny_folder, clock, rounds):
    screen = open_booth(load(tiny_folder), tiny_folder, now=clock)
    stage, random = screen.booth.stage, Random(1)  # noqa: S311 - no secret

    def pass_to(milliseconds: int) -> None:
        clock.now = milliseconds
        stage.tick()

    what = (
        lambda: screen.fingers.tap(QPoint(random.randrange(1280), random.randrange(720))),
        lambda: QTest.keyClick(screen.window, random.choice([Qt.Key.Key_L, Qt.Key.Key_Right, Qt.Key.Key_Home])),
        lambda: screen.fingers.drag(QPoint(900, 300), QPoint(-500, 0)),
    )
    for _ in range(rounds):
        stage.touched()
        stage.open(random.choice(["trade", "welcome"]))
        pass_to(clock.now + 30_000)
        assert screen.place.asking
        returns = clock.now + 10_000
        for at in sorted(returns + random.randint(-50, 50) for _ in range(3)):
            pass_to(at)
            random.choice(what)()
        for _ in range(2):
            pass_to(clock.now + 200_000)
        assert screen.place.screen == "attract"
        assert (screen.place.language, screen.place.text_size, screen.place.asking) == ("en", 0, False)
