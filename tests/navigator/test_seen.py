"""The navigator: what a visitor has seen, and the codes to take it home."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import ASK, DECK, EMPTY, HUB, RETURN, TAKE_HOME, WITHOUT_ALONE, does, happen, words

from kiosk.deck.model import Deck, Figure, Figures, Platform, Source
from kiosk.deck.souvenir import souvenir
from kiosk.deck.values import SourceId, Unit
from kiosk.navigator import Navigator


def seen_after(*events: tuple, deck: Deck = DECK) -> tuple[int, ...]:
    navigator = Navigator(deck, 0)
    for event in events:
        happen(navigator, event, 0)
    return navigator.seen


def figures(name: str) -> Figures:
    figure = Figure(value=1, unit=Unit("companies"), label=words("x" * 130), source=SourceId("a"))
    return Figures(id=name, title=words(name), figures=(figure, figure))


MUCH = replace(
    DECK,
    platforms=(Platform(id="overview", name=words("o"), slides=tuple(figures(f"f{at}") for at in range(4))),),
    sources=(("a", Source(title=words("a"), publisher=words("a"), date="2020")),),
)
"""More than one code can hold."""


@pytest.mark.parametrize(
    ("events", "seen"),
    [
        ([], ()),
        ([does("home")], ()),
        ([does("next"), does("home"), does("next"), does("next")], (0, 1)),
        ([does("home"), *[does("next")] * 3], (0, 1, 2)),
        ([does("home"), does("next"), does("next"), does("previous")], (1, 0)),
        ([does("open_slide", "second-1"), does("take_home"), does("set_language", "zh")], (6,)),
        ([does("open_group", "several"), does("open_index", 3), does("open_way", "map")], (3,)),
        ([does("open_slide", "second-1"), does("rest")], ()),
        ([does("open_slide", "second-1"), does("open_index", 2), does("reload", WITHOUT_ALONE)], (4,)),
        ([does("open_slide", "second-1"), does("reload", EMPTY)], ()),
    ],
)
def test_the_slides_that_a_visitor_has_seen(events, seen):
    assert seen_after(*events) == seen


def test_nothing_of_what_was_seen_is_left_for_the_next_visitor():
    navigator = Navigator(DECK, 0)
    navigator.touched(0)
    navigator.next()
    navigator.tick(ASK + RETURN)
    assert navigator.seen == ()


def test_an_attended_booth_has_seen_the_slide_that_it_begins_with():
    assert Navigator(DECK, 0, attended=True).seen == (0,)


def test_steps_lead_from_code_to_code_and_out():
    navigator = Navigator(MUCH, 0)
    navigator.home()
    for _ in range(4):
        navigator.next()
    navigator.take_home()
    count = len(souvenir(MUCH, "en", navigator.seen).cards)
    assert count > 1
    navigator.open_part(count)
    assert navigator.place.part == 0
    for part in range(1, count):
        navigator.next()
        assert navigator.place == replace(TAKE_HOME, part=part)
    navigator.next()
    assert navigator.place == HUB
    navigator.take_home()
    navigator.open_part(1)
    navigator.previous()
    assert navigator.place == TAKE_HOME
