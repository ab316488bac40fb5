"""The navigator: a deck that is read anew: the place is kept as far as it is still there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import (
    ASK,
    ATTRACT,
    CALM,
    CHOOSER,
    COMPARED,
    DECK,
    EMPTY,
    ENGLISH,
    FEWER_QUESTIONS,
    FIRST,
    HUB,
    ONE_OF_SEVERAL,
    OPENED,
    PICKING,
    RESULT,
    SCENE,
    SECOND,
    TAKE_HOME,
    WITHOUT_ALONE,
    WITHOUT_SEVERAL,
    at,
    changed_chart,
    compared,
    slide,
    suited,
    without_slide,
)

from kiosk.navigator import Navigator
from kiosk.place import View


@pytest.mark.parametrize(
    ("place", "deck", "there"),
    [
        (ATTRACT, DECK, ATTRACT),
        (replace(ATTRACT, scene=1), replace(DECK, attract=()), ATTRACT),
        (HUB, DECK, HUB),
        (replace(HUB, language="zh", text_size=2), DECK, replace(HUB, language="zh", text_size=2)),
        (replace(HUB, language="zh"), ENGLISH, HUB),
        (suited(HUB), DECK, suited(HUB)),
        (suited(slide(5)), WITHOUT_ALONE, suited(slide(3))),
        (suited(CHOOSER), WITHOUT_SEVERAL, suited(HUB)),
        (CHOOSER, DECK, CHOOSER),
        (CHOOSER, WITHOUT_SEVERAL, HUB),
        (CHOOSER, ONE_OF_SEVERAL, slide(4)),
        (slide(5), DECK, slide(5)),
        (slide(5), WITHOUT_ALONE, slide(3)),
        (slide(3), WITHOUT_ALONE, HUB),
        (replace(slide(5), language="zh"), ENGLISH, slide(5)),
        (OPENED, DECK, OPENED),
        (OPENED, WITHOUT_ALONE, replace(OPENED, slide=3)),
        (OPENED, replace(DECK, sources=()), replace(OPENED, source="")),
        (OPENED, changed_chart(DECK), replace(OPENED, spot=-1, view=View(), hidden=())),
        (slide(6), without_slide("second-1"), slide(5)),
        (slide(5), without_slide("second-0"), slide(5)),
        (replace(slide(6), origin=slide(5)), WITHOUT_ALONE, replace(slide(4), origin=slide(3))),
        (replace(slide(6), origin=slide(5)), without_slide("second-0"), slide(5)),
        (replace(slide(6), origin=COMPARED), WITHOUT_ALONE, slide(4)),
        (replace(ATTRACT, scene=1), DECK, replace(ATTRACT, scene=1)),
        (COMPARED, DECK, COMPARED),
        (replace(PICKING, origin=slide(2), language="zh"), DECK, replace(PICKING, origin=slide(2), language="zh")),
        (COMPARED, WITHOUT_ALONE, compared("first", "second")),
        (COMPARED, WITHOUT_SEVERAL, HUB),
        (COMPARED, EMPTY, CALM),
        (RESULT, DECK, RESULT),
        (SECOND, FEWER_QUESTIONS, SECOND),
        (RESULT, FEWER_QUESTIONS, FIRST),
        (replace(FIRST, answers=("trade",)), FEWER_QUESTIONS, FIRST),
        (SECOND, replace(DECK, questions=()), HUB),
        (replace(TAKE_HOME, part=99), DECK, TAKE_HOME),
        (slide(5), EMPTY, CALM),
        (HUB, EMPTY, CALM),
        (CHOOSER, EMPTY, CALM),
        (ATTRACT, EMPTY, CALM),
    ],
)
def test_a_changed_deck_keeps_the_place_as_far_as_it_is_still_there(place, deck, there):
    navigator = at(place)
    navigator.reload(deck, 7)
    assert navigator.place == there


def test_a_changed_deck_leaves_the_idle_clock_and_the_attract_loops_as_they_were():
    navigator = at(slide(5))
    navigator.touched(1000)
    navigator.reload(WITHOUT_ALONE, 20_000)
    assert navigator.deadline() == 1000 + ASK
    resting = Navigator(DECK, 0)
    resting.reload(WITHOUT_ALONE, 3000)
    assert resting.deadline() == SCENE


def test_a_deck_that_becomes_sound_wakes_a_calm_booth():
    for attended, there in ((False, ATTRACT), (True, slide(0))):
        navigator = Navigator(EMPTY, 0, attended=attended)
        navigator.reload(DECK, 5)
        assert navigator.place == there
