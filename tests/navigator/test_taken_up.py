"""The navigator: a booth that was started again takes up the visit."""

from __future__ import annotations

import pytest
from navigator.places import (
    ASK,
    ATTRACT,
    CALM,
    COMPARED,
    DECK,
    EMPTY,
    HUB,
    PICKING,
    RETURN,
    SECOND,
    TAKE_HOME,
    VISIT,
)

from kiosk.navigator import Navigator
from kiosk.place import Place, Screen


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (ATTRACT, ATTRACT),
        (HUB, HUB),
        (VISIT, VISIT),
        (COMPARED, COMPARED),
        (PICKING, COMPARED),
        (SECOND, HUB),
        (TAKE_HOME, HUB),
        (Place(Screen.SLIDE, "en", slide=3, table=True, asking=True), Place(Screen.SLIDE, "en", slide=3)),
    ],
)
def test_a_booth_that_was_started_again_takes_up_the_visit(place, there):
    """But for what the visitor said, which is told to nobody."""
    before, after = Navigator(DECK, 0), Navigator(DECK, 5_000)
    before.place = place
    after.resume(before.kept(), 1_000)
    assert after.place == there
    assert "make" not in str(before.kept())


def test_the_idle_clock_of_a_visit_that_was_taken_up_runs_on():
    navigator = Navigator(DECK, ASK)
    navigator.resume(Navigator(DECK, 0, attended=True).kept(), 1_000)
    assert navigator.place == Place(Screen.SLIDE, "en", slide=0)
    assert navigator.deadline() == ASK + 1_000
    navigator.tick(ASK + RETURN + 1_000)
    assert navigator.place == ATTRACT


@pytest.mark.parametrize("kept", [{"screen": "slide", "slide": "gone"}, {"screen": "group", "group": "empty"}, {}])
def test_what_the_deck_has_no_longer_leads_to_the_hub(kept):
    navigator = Navigator(DECK, 0)
    navigator.resume(kept | {"language": "xx"}, 0)
    assert navigator.place == HUB


def test_a_calm_booth_stays_calm_when_a_visit_is_to_be_taken_up():
    navigator = Navigator(EMPTY, 0)
    navigator.resume({"screen": "slide", "slide": "alone-1"}, 0)
    assert navigator.place == CALM
