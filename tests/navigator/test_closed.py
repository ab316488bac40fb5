"""The navigator: outside the opening hours."""

from __future__ import annotations

import pytest
from navigator.places import ASK, ATTRACT, CALM, DECK, HOUR, HUB, RETURN, VISIT, WITHOUT_ALONE

from kiosk.navigator import Navigator
from kiosk.place import Place, Screen

DARK = Place(Screen.DARK, "en")


def closed(place: Place = ATTRACT, *, attended: bool = False) -> Navigator:
    navigator = Navigator(DECK, 0, attended=attended)
    navigator.place = place
    navigator.close(0, closed=True)
    return navigator


@pytest.mark.parametrize(("place", "there"), [(ATTRACT, DARK), (HUB, HUB), (VISIT, VISIT), (CALM, CALM)])
def test_a_booth_that_closes_goes_dark_where_nobody_uses_it(place, there):
    navigator = closed(place)
    assert navigator.place == there
    navigator.close(HOUR, closed=False)
    assert navigator.place == place


def test_a_dark_booth_waits_for_a_touch_and_is_dark_again_after_it():
    navigator = closed()
    assert navigator.deadline() is None
    navigator.tick(HOUR)
    assert navigator.place == DARK
    assert navigator.touched(HOUR)
    assert navigator.place == HUB
    navigator.tick(HOUR + ASK + RETURN)
    assert navigator.place == DARK


def test_a_changed_deck_leaves_a_dark_booth_dark():
    navigator = closed()
    navigator.reload(WITHOUT_ALONE, HOUR)
    assert navigator.place == DARK
