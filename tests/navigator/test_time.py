"""The navigator: what time does: who stops touching is asked and then left, films, scenes and callouts end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import (
    ASK,
    ATTRACT,
    CHOOSER,
    DECK,
    HOUR,
    HUB,
    LONG_ASK,
    PICKING,
    RESULT,
    RETURN,
    SCENE,
    SECOND,
    TAKE_HOME,
    at,
    does,
    slide,
    suited,
)

from kiosk.deck.model import Idle
from kiosk.navigator import CALLOUT_MS, LONGEST_FILM_MS, Navigator
from kiosk.place import Place, Screen


@pytest.mark.parametrize("place", [ATTRACT, HUB, CHOOSER, slide(3), PICKING, SECOND])
def test_an_attended_booth_waits_for_ever(place):
    navigator = at(place, attended=True)
    assert navigator.deadline() is None
    navigator.tick(100 * HOUR)
    assert navigator.place == place


def test_the_first_touch_only_wakes_the_booth():
    navigator = at(replace(ATTRACT, scene=1))
    assert navigator.touched(1000)
    assert navigator.place.screen is Screen.HUB
    assert not navigator.touched(1001)


@pytest.mark.parametrize("place", [HUB, CHOOSER, slide(3), PICKING, RESULT, replace(slide(3), source="bureau")])
def test_who_stops_touching_is_asked_and_then_left(place):
    navigator = at(place)
    navigator.touched(1000)
    navigator.tick(1000 + ASK - 1)
    assert navigator.place == place
    navigator.tick(1000 + ASK)
    assert navigator.place == replace(place, asking=True)
    navigator.tick(1000 + ASK + RETURN - 1)
    assert navigator.place.asking
    navigator.tick(1000 + ASK + RETURN)
    assert navigator.place == ATTRACT


@pytest.mark.parametrize("place", [TAKE_HOME, replace(slide(3), table=True)])
def test_who_scans_a_code_or_reads_a_table_is_asked_later(place):
    navigator = at(place)
    assert navigator.deadline() == LONG_ASK
    navigator.tick(LONG_ASK - 1)
    assert navigator.place == place
    navigator.tick(LONG_ASK)
    assert navigator.place.asking
    assert navigator.deadline() == LONG_ASK + RETURN
    navigator.tick(LONG_ASK + RETURN)
    assert navigator.place == ATTRACT


def test_nobody_is_asked_earlier_where_there_is_more_to_read():
    navigator = at(TAKE_HOME, replace(DECK, idle=Idle(ask_after=300, long_ask_after=10)))
    assert navigator.deadline() == 300_000


def test_a_touch_answers_the_question_and_does_nothing_else():
    navigator = at(slide(3))
    navigator.tick(ASK)
    assert navigator.touched(ASK + 5)
    assert navigator.place == slide(3)
    assert navigator.deadline() == ASK + 5 + ASK


def test_nothing_of_the_last_visitor_is_left():
    navigator = at(suited(Place(Screen.SLIDE, "zh", slide=5, spot=1, source="bureau")))
    navigator.tick(ASK + RETURN)
    assert navigator.place == ATTRACT


def test_nobody_is_asked_while_a_film_plays():
    navigator = at(slide(3))
    navigator.film(1000, playing=True)
    navigator.tick(ASK + RETURN + 1000)
    assert navigator.place == slide(3)
    navigator.film(100_000, playing=False)
    assert navigator.deadline() == 100_000 + ASK
    navigator.tick(100_000 + ASK)
    assert navigator.place.asking


@pytest.mark.parametrize("event", [does("next"), does("home"), does("open_group", "several")])
def test_a_film_that_is_left_keeps_nothing_off(event):
    navigator = at(slide(3))
    navigator.film(1000, playing=True)
    navigator.touched(2000)
    name, *arguments = event
    getattr(navigator, name)(*arguments)
    assert navigator.deadline() == 2000 + ASK


def test_a_film_of_which_no_end_is_told_does_not_hold_the_booth_for_ever():
    navigator = at(slide(3))
    navigator.film(0, playing=True)
    navigator.tick(LONGEST_FILM_MS + ASK + RETURN)
    assert navigator.place == ATTRACT


def test_a_clock_that_stands_still_changes_nothing():
    navigator = at(slide(3))
    for _ in range(1000):
        navigator.tick(0)
    assert navigator.place == slide(3)
    assert navigator.deadline() == ASK


@pytest.mark.parametrize("place", [HUB, CHOOSER, slide(3), replace(slide(3), asking=True)])
def test_a_clock_that_jumps_by_hours_leads_to_a_rested_booth(place):
    navigator = at(place)
    navigator.tick(5 * HOUR)
    assert navigator.place == ATTRACT
    assert navigator.deadline() == 5 * HOUR + SCENE


def test_scenes_follow_one_another_and_begin_anew():
    navigator = Navigator(DECK, 0)
    seen = []
    for _ in range(4):
        navigator.tick(navigator.deadline())
        seen.append(navigator.place.scene)
    assert seen == [1, 0, 1, 0]


def test_a_single_scene_needs_no_clock():
    assert Navigator(replace(DECK, attract=DECK.attract[:1]), 0).deadline() is None
    assert Navigator(replace(DECK, attract=()), 0).deadline() is None


def test_a_callout_closes_after_eight_seconds():
    navigator = at(slide(3))
    navigator.open_spot(2, 1000)
    assert navigator.deadline() == 1000 + CALLOUT_MS == 9000
    navigator.tick(8999)
    assert navigator.place.spot == 2
    navigator.tick(9000)
    assert navigator.place == slide(3)
