"""The navigator: where each event leads, from every screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import (
    ATTRACT,
    CALM,
    CHOOSER,
    COMPARED,
    DECK,
    EMPTY,
    FIRST,
    HOUR,
    HUB,
    LAST,
    PICKING,
    RESULT,
    SECOND,
    TAKE_HOME,
    UNSUITED,
    at,
    compared,
    does,
    slide,
    suited,
)

from kiosk.moves import TEXT_SIZES
from kiosk.navigator import Navigator
from kiosk.place import Place, Screen


@pytest.mark.parametrize(
    ("place", "event", "there"),
    [
        (HUB, does("home"), HUB),
        (CHOOSER, does("home"), HUB),
        (slide(3), does("home"), HUB),
        (ATTRACT, does("home"), HUB),
        (HUB, does("next"), slide(0)),
        (HUB, does("previous"), HUB),
        (ATTRACT, does("next"), ATTRACT),
        (ATTRACT, does("previous"), ATTRACT),
        (slide(0), does("next"), slide(1)),
        (slide(1), does("next"), slide(2)),
        (slide(LAST), does("next"), HUB),
        (slide(LAST), does("previous"), slide(LAST - 1)),
        (slide(0), does("previous"), HUB),
        (CHOOSER, does("next"), slide(4)),
        (CHOOSER, does("previous"), HUB),
        (slide(5), does("back"), CHOOSER),
        (slide(3), does("back"), HUB),
        (slide(0), does("back"), HUB),
        (CHOOSER, does("back"), HUB),
        (HUB, does("back"), HUB),
        (HUB, does("open_group", "one"), slide(2)),
        (HUB, does("open_group", "several"), CHOOSER),
        (HUB, does("open_group", "empty"), HUB),
        (HUB, does("open_group", "none"), HUB),
        (HUB, does("open_group", "unheard-of"), HUB),
        (slide(0), does("open_group", "several"), CHOOSER),
        (HUB, does("open_platform", "second"), slide(5)),
        (CHOOSER, does("open_platform", "first"), slide(4)),
        (HUB, does("open_platform", "hollow"), HUB),
        (HUB, does("open_platform", "unheard-of"), HUB),
        (ATTRACT, does("open_platform", "alone"), slide(2)),
        (HUB, does("open_slide", "second-1"), slide(6)),
        (HUB, does("open_way", "map"), slide(3)),
        (HUB, does("open_way", "take_home"), TAKE_HOME),
        (HUB, does("open_way", "unheard-of"), HUB),
        (HUB, does("open_way", "compare"), COMPARED),
        (slide(0), does("open_way", "compare"), compared("alone", "first", slide(0))),
        (slide(6), does("open_way", "compare"), compared("second", "alone", slide(6))),
        (replace(slide(6), spot=1, table=True), does("compare"), compared("second", "alone", slide(6))),
        (HUB, does("compare", "second", "first"), compared("second", "first")),
        (HUB, does("compare", "second", "second"), COMPARED),
        (HUB, does("compare", "second", "overview"), COMPARED),
        (COMPARED, does("pick", "left"), PICKING),
        (PICKING, does("pick", ""), COMPARED),
        (HUB, does("pick", "left"), HUB),
        (PICKING, does("choose", "second"), compared("second", "first")),
        (PICKING, does("choose", "alone"), COMPARED),
        (PICKING, does("choose", "first"), compared("first", "alone")),
        (replace(COMPARED, picking="right"), does("choose", "second"), compared("alone", "second")),
        (replace(COMPARED, picking="right"), does("choose", "alone"), compared("first", "alone")),
        (PICKING, does("choose", "overview"), PICKING),
        (PICKING, does("choose", "hollow"), PICKING),
        (COMPARED, does("choose", "second"), COMPARED),
        (HUB, does("choose", "second"), HUB),
        (COMPARED, does("swap"), compared("first", "alone")),
        (HUB, does("swap"), HUB),
        (COMPARED, does("next"), replace(slide(2), origin=COMPARED)),
        (COMPARED, does("previous"), HUB),
        (PICKING, does("previous"), COMPARED),
        (PICKING, does("next"), COMPARED),
        (compared("second", "alone", slide(6)), does("previous"), slide(6)),
        (compared("second", "alone", slide(6)), does("back"), slide(6)),
        (
            replace(compared("second", "alone", slide(6)), language="zh", text_size=2),
            does("previous"),
            replace(slide(6), language="zh", text_size=2),
        ),
        (COMPARED, does("home"), HUB),
        (COMPARED, does("open_platform", "first"), replace(slide(4), origin=COMPARED)),
        (PICKING, does("open_platform", "first"), replace(slide(4), origin=COMPARED)),
        (replace(slide(4), origin=COMPARED), does("previous"), COMPARED),
        (replace(slide(4), origin=COMPARED), does("back"), COMPARED),
        (replace(slide(4), origin=COMPARED), does("turn_back"), slide(3)),
        (replace(slide(4), origin=COMPARED), does("next"), slide(5)),
        (slide(4), does("turn_back"), slide(3)),
        (HUB, does("open_way", "adviser"), FIRST),
        (replace(HUB, answers=("make",)), does("open_way", "adviser"), SECOND),
        (FIRST, does("answer", "make"), SECOND),
        (FIRST, does("answer", "rail"), FIRST),
        (FIRST, does("answer", ""), replace(FIRST, answers=("",))),
        (SECOND, does("answer", "rail"), RESULT),
        (RESULT, does("answer", "rail"), RESULT),
        (HUB, does("answer", "make"), HUB),
        (FIRST, does("next"), replace(FIRST, answers=("",))),
        (FIRST, does("previous"), HUB),
        (SECOND, does("previous"), FIRST),
        (RESULT, does("previous"), SECOND),
        (RESULT, does("ask_again", 0), FIRST),
        (RESULT, does("ask_again", 1), SECOND),
        (RESULT, does("ask_again", -1), FIRST),
        (FIRST, does("ask_again", 2), FIRST),
        (replace(RESULT, source="bureau"), does("ask_again", 1), SECOND),
        (RESULT, does("next"), replace(slide(2), origin=FIRST, answers=RESULT.answers)),
        (UNSUITED, does("next"), replace(HUB, answers=UNSUITED.answers)),
        (RESULT, does("open_platform", "first"), replace(slide(4), origin=FIRST, answers=RESULT.answers)),
        (replace(slide(4), origin=FIRST, answers=RESULT.answers), does("previous"), RESULT),
        (RESULT, does("compare", "first", "alone"), replace(compared("first", "alone", FIRST), answers=RESULT.answers)),
        (replace(compared("first", "alone", FIRST), answers=RESULT.answers), does("previous"), RESULT),
        (RESULT, does("home"), replace(HUB, answers=RESULT.answers)),
        (RESULT, does("set_language", "zh"), replace(RESULT, language="zh")),
        (replace(RESULT, language="zh", text_size=1), does("rest"), ATTRACT),
        (PICKING, does("set_language", "zh"), replace(PICKING, language="zh")),
        (replace(PICKING, language="zh"), does("rest"), ATTRACT),
        (TAKE_HOME, does("next"), HUB),
        (TAKE_HOME, does("previous"), HUB),
        (TAKE_HOME, does("back"), HUB),
        (TAKE_HOME, does("open_part", 1), TAKE_HOME),
        (replace(TAKE_HOME, part=1), does("next_language"), replace(TAKE_HOME, language="zh")),
        (replace(TAKE_HOME, part=1), does("home"), HUB),
        (HUB, does("open_slide", "unheard-of"), HUB),
        (slide(0), does("open_index", LAST), slide(LAST)),
        (slide(0), does("open_index", LAST + 1), slide(0)),
        (slide(1), does("open_index", -1), slide(1)),
        (slide(1), does("set_language", "zh"), replace(slide(1), language="zh")),
        (slide(1), does("set_language", "de"), slide(1)),
        (HUB, does("next_language"), replace(HUB, language="zh")),
        (replace(CHOOSER, language="fr"), does("next_language"), CHOOSER),
        (HUB, does("next_text_size"), replace(HUB, text_size=1)),
        (replace(HUB, text_size=TEXT_SIZES - 1), does("next_text_size"), HUB),
        (HUB, does("toggle_contrast"), replace(HUB, high_contrast=True)),
        (replace(slide(1), high_contrast=True), does("toggle_contrast"), slide(1)),
        (HUB, does("toggle_motion"), replace(HUB, reduced_motion=True)),
        (replace(slide(1), reduced_motion=True), does("toggle_motion"), slide(1)),
        (HUB, does("toggle_reach"), replace(HUB, low_reach=True)),
        (replace(slide(1), low_reach=True), does("toggle_reach"), slide(1)),
        (replace(slide(1), spot=3), does("toggle_reach"), replace(slide(1), low_reach=True)),
        (suited(slide(1)), does("next"), suited(slide(2))),
        (suited(slide(1)), does("home"), suited(HUB)),
        (suited(HUB), does("open_group", "several"), suited(CHOOSER)),
        (suited(HUB), does("next_language"), replace(suited(HUB), language="zh")),
        (suited(slide(1)), does("rest"), ATTRACT),
        (slide(1), does("open_spot", 3, 0), replace(slide(1), spot=3)),
        (replace(slide(1), sought=(2, 0)), does("open_spot", -1, 0), slide(1)),
        (replace(slide(1), spot=3), does("open_spot", -1, 0), slide(1)),
        (replace(slide(1), spot=3), does("open_source", "bureau"), replace(slide(1), source="bureau")),
        (replace(slide(1), source="bureau"), does("open_source", ""), slide(1)),
        (replace(slide(1), source="bureau", spot=2), does("next"), slide(2)),
        (replace(slide(1), source="bureau", spot=2), does("home"), HUB),
        (replace(slide(1), language="zh", text_size=2), does("next"), replace(slide(2), language="zh", text_size=2)),
        (replace(slide(1), language="zh", text_size=2, spot=1), does("rest"), ATTRACT),
        (slide(1), does("rest", 1), replace(ATTRACT, scene=1)),
        (replace(ATTRACT, scene=1), does("home"), HUB),
    ],
)
def test_where_an_event_leads(place, event, there):
    navigator = at(place)
    name, *arguments = event
    getattr(navigator, name)(*arguments)
    assert navigator.place == there


@pytest.mark.parametrize(
    ("place", "event", "there"),
    [
        (slide(LAST), does("next"), slide(LAST)),
        (slide(0), does("previous"), slide(0)),
        (slide(1), does("next"), slide(2)),
        (slide(1), does("home"), HUB),
        (TAKE_HOME, does("next"), TAKE_HOME),
        (replace(slide(1), language="zh"), does("rest", 1), Place(Screen.ATTRACT, "zh", scene=1)),
    ],
)
def test_an_attended_booth_ends_at_its_first_and_last_slide(place, event, there):
    navigator = at(place, attended=True)
    name, *arguments = event
    getattr(navigator, name)(*arguments)
    assert navigator.place == there


def test_where_a_booth_begins():
    assert Navigator(DECK, 0).place == ATTRACT
    assert Navigator(DECK, 0, attended=True).place == slide(0)
    assert Navigator(EMPTY, 0).place == CALM
    assert Navigator(EMPTY, 0, attended=True).place == CALM


def test_a_deck_without_a_map_offers_none():
    assert Navigator(DECK, 0).ways() == ("map", "compare", "adviser", "take_home")
    assert Navigator(replace(DECK, map=""), 0).ways() == ("compare", "adviser", "take_home")


def test_a_deck_in_which_fewer_than_two_platforms_have_indicators_compares_none():
    for count in (2, 0):  # the overview has none
        deck = replace(DECK, platforms=DECK.platforms[:count])
        navigator = at(HUB, deck)
        assert "compare" not in navigator.ways()
        navigator.open_way("compare")
        navigator.compare()
        assert navigator.place == HUB


def test_a_deck_in_which_nothing_speaks_for_a_platform_asks_nobody():
    for deck in (replace(DECK, platforms=DECK.platforms[:1]), replace(DECK, questions=())):
        navigator = at(HUB, deck)
        assert "adviser" not in navigator.ways()
        navigator.open_adviser()
        assert navigator.place == HUB


@pytest.mark.parametrize(
    "event",
    [
        does("home"),
        does("rest"),
        does("next"),
        does("previous"),
        does("back"),
        does("open_group", "one"),
        does("open_platform", "bare"),
        does("open_slide", "alone-0"),
        does("open_index", 0),
        does("take_home"),
        does("touched", 5),
        does("tick", 100 * HOUR),
    ],
)
def test_an_empty_deck_stays_calm(event):
    navigator = Navigator(EMPTY, 0)
    name, *arguments = event
    assert not getattr(navigator, name)(*arguments)
    assert navigator.place == CALM
    assert navigator.deadline() is None


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        (["right", "down", "pagedown", "space", "enter", "n"], slide(4)),
        (["left", "up", "pageup", "backspace", "p"], slide(2)),
        (["home", "escape"], HUB),
        (["l"], replace(slide(3), language="zh")),
        (["1"], slide(2)),
        (["2"], CHOOSER),
    ],
)
def test_where_a_key_leads(keys, there):
    for key in keys:
        navigator = at(slide(3))
        assert navigator.key(key), key
        assert navigator.place == there, key


@pytest.mark.parametrize("key", ["", "3", "0", "12", "²", "x", "f1", "end", "ctrl"])
def test_a_key_that_the_booth_does_not_know_leads_nowhere(key):
    navigator = at(slide(3))
    assert not navigator.key(key)
    assert navigator.place == slide(3)


def test_a_digit_whose_group_has_nothing_to_show_leads_nowhere():
    navigator = at(slide(3))
    navigator.key("9")
    navigator.key("7")
    assert navigator.place == slide(3)
