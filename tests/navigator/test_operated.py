"""The navigator: what the operator opens, and what goes on beneath it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import ASK, ATTRACT, CALM, DECK, EMPTY, HOUR, RETURN, WITHOUT_SEVERAL, at, slide

from kiosk.deck.model import Idle
from kiosk.navigator import CLEANING_MS, KEYS, PANEL_MS, PIN_MS, Navigator
from kiosk.place import Desk

PAD, PANEL = replace(slide(2), desk=Desk.PIN), replace(slide(2), desk=Desk.PANEL)
PATIENT = replace(DECK, idle=Idle(ask_after=300, return_after=20, scene=5, long_ask_after=300))


PAD, PANEL = replace(slide(2), desk=Desk.PIN), replace(slide(2), desk=Desk.PANEL)
PATIENT = replace(DECK, idle=Idle(ask_after=300, return_after=20, scene=5, long_ask_after=300))


@pytest.mark.parametrize(("desk", "stays"), [(Desk.PIN, PIN_MS), (Desk.PANEL, PANEL_MS), (Desk.TEST, PANEL_MS)])
def test_what_the_operator_opened_closes_by_itself_and_the_visit_goes_on(desk, stays):
    navigator = at(slide(2), PATIENT)
    navigator.open_desk(desk, 1_000)
    assert navigator.place == replace(slide(2), desk=desk)
    assert navigator.deadline() == 1_000 + stays
    navigator.tick(999 + stays)
    assert navigator.place.desk is desk
    navigator.touched(999 + stays)
    assert navigator.deadline() == 999 + 2 * stays
    navigator.tick(999 + 2 * stays)
    assert navigator.place == slide(2)


def test_the_operator_leaves_nothing_open_to_the_next_visitor():
    navigator = at(slide(2))
    navigator.open_desk(Desk.PANEL, 0)
    navigator.tick(ASK)
    assert navigator.place == replace(PANEL, asking=True)
    navigator.tick(ASK + RETURN)
    assert navigator.place == ATTRACT


@pytest.mark.parametrize("key", [*KEYS, "2"])
def test_no_key_moves_anything_beneath_the_panel(key):
    for place in (PAD, PANEL):
        navigator = at(place)
        assert navigator.key(key)
        assert navigator.place == (slide(2) if key == "escape" else place)


def test_nothing_answers_while_the_screen_is_cleaned():
    """Neither touches nor keys, and nobody is sent away meanwhile, however impatient the deck is."""
    hasty = replace(DECK, idle=Idle(ask_after=5, return_after=5, scene=5))
    navigator = at(slide(2), hasty)
    navigator.open_desk(Desk.CLEANING, 0)
    for now in (1_000, 9_000, CLEANING_MS - 1):
        assert navigator.touched(now)
        navigator.tick(now)
        assert navigator.place == replace(slide(2), desk=Desk.CLEANING)
    assert navigator.deadline() == CLEANING_MS
    navigator.tick(CLEANING_MS)
    assert navigator.place == PANEL
    assert not navigator.touched(CLEANING_MS)


def test_a_changed_deck_leaves_the_panel_open():
    navigator = at(PANEL)
    navigator.reload(WITHOUT_SEVERAL, 0)
    assert navigator.place == PANEL


@pytest.mark.parametrize("deck", [DECK, EMPTY])
def test_a_booth_that_was_started_again_from_the_panel_comes_back_to_it(deck):
    navigator = Navigator(deck, 0)
    navigator.resume(at(slide(2)).kept() | {"desk": "panel"}, 0)
    assert navigator.place == (PANEL if deck is DECK else replace(CALM, desk=Desk.PANEL))
    navigator.tick(PANEL_MS)
    assert navigator.place.desk is Desk.NONE


def test_a_calm_booth_can_be_operated_too():
    navigator = Navigator(EMPTY, 0)
    navigator.open_desk(Desk.PIN, 0)
    assert navigator.place == replace(CALM, desk=Desk.PIN)
    navigator.tick(PIN_MS)
    assert navigator.place == CALM


def test_who_attends_a_booth_closes_the_panel_themselves():
    navigator = at(PANEL, attended=True)
    assert navigator.deadline() is None
    navigator.tick(HOUR)
    assert navigator.place == PANEL


def test_visitors_find_the_text_as_the_operator_set_it():
    navigator = Navigator(DECK, 0, text_size=1)
    assert navigator.place == replace(ATTRACT, text_size=1)
    navigator.touched(0)
    navigator.next_text_size()
    navigator.rest()
    assert navigator.place == replace(ATTRACT, text_size=1)
    navigator.set_text_size(2)
    navigator.next_text_size()
    navigator.rest()
    assert navigator.place == replace(ATTRACT, text_size=2)
