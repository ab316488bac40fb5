"""Idle: the question, the return, and nothing left of the last visitor."""

from __future__ import annotations

import pytest

from kiosk.deck.load import load


class Clock:
    """A clock that a test turns; the booth's own timers fire by the real one."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


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
