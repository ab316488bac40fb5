"""Whoever steps to the next slide or back to the one before finds it made already."""

from __future__ import annotations

import pytest

from kiosk.deck.load import load


@pytest.fixture
def shown(open_booth, tiny_folder):
    """The small deck's booth at the third slide, which nobody has stepped to, and its slides' places."""
    screen = open_booth(load(tiny_folder), tiny_folder)
    slides = [slide.id for platform in screen.booth.stage.deck.platforms for slide in platform.slides]
    screen.wake()
    screen.booth.stage.open(slides[2])
    return screen


def test_both_neighbours_are_made_whichever_way_somebody_steps(shown):
    for key in ("right", "right", "left", "left", "right", "left"):
        shown.booth.stage.pressed(key)
        at = shown.place.slide
        shown.until(lambda at=at: {at - 1, at, at + 1} <= shown.made())


def test_a_step_waits_for_no_slide_to_be_made(shown):
    at = shown.place.slide
    shown.until(lambda: shown.made() == {at - 1, at, at + 1})
    shown.booth.stage.pressed("right")
    assert at + 2 not in shown.made()
    shown.until(lambda: shown.made() == {at, at + 1, at + 2})
    shown.booth.stage.pressed("left")
    assert at - 1 not in shown.made()
