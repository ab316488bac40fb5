"""The navigator: where each touch, key and stretch of time leads, from every screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.deck.model import (
    Answer,
    Deck,
    Figure,
    Figures,
    Group,
    Idle,
    Indicator,
    Platform,
    Question,
    Reason,
    Scene,
    Source,
    TextSlide,
)
from kiosk.deck.souvenir import souvenir
from kiosk.deck.values import AnswerId, SourceId, Unit, Words
from kiosk.navigator import (
    CALLOUT_MS,
    CLEANING_MS,
    KEYS,
    LONGEST_FILM_MS,
    PANEL_MS,
    PIN_MS,
    TEXT_SIZES,
    Desk,
    Navigator,
    Place,
    Screen,
    View,
)

HOUR = 3_600_000
ASK, RETURN, SCENE, LONG_ASK = 30_000, 10_000, 5_000, 90_000


def words(text: str) -> Words:
    return Words((("", text),))


def platform(name: str, group: str, slides: int, *, known: bool = False) -> Platform:
    """A platform; one that is `known` says something to an indicator, and suits somebody."""
    made = tuple(TextSlide(id=f"{name}-{number}", title=words(name)) for number in range(slides))
    if not known:
        return Platform(id=name, name=words(name), group=group, slides=made)
    area = Indicator(id="area", value=1, source=SourceId("bureau"))
    suits = Reason(answer=AnswerId("make"), because=words(name), source=SourceId("bureau"))
    return Platform(id=name, name=words(name), group=group, slides=made, indicators=(area,), suits=(suits,))


def question(name: str, *answers: str) -> Question:
    return Question(id=name, text=words(name), answers=tuple(Answer(id=each, text=words(each)) for each in answers))


def group(name: str, digit: str) -> Group:
    return Group(id=name, name=words(name), digit=digit, colour="gold")


DECK = Deck(
    title=words("Deck"),
    languages=("en", "zh", "fr"),
    idle=Idle(ask_after=ASK // 1000, return_after=RETURN // 1000, scene=SCENE // 1000, long_ask_after=LONG_ASK // 1000),
    attract=(Scene(sentence=words("a")), Scene(sentence=words("b"))),
    map="alone-1",
    questions=(question("business", "make", "trade"), question("route", "rail", "road")),
    sources=(("bureau", Source(title=words("Yearbook"), publisher=words("Bureau"), date="2020")),),
    groups=(group("none", "7"), group("one", "1"), group("several", "2"), group("empty", "9")),
    platforms=(
        platform("overview", "", 2),
        platform("alone", "one", 2, known=True),
        platform("first", "several", 1, known=True),
        platform("second", "several", 2, known=True),
        platform("hollow", "several", 0, known=True),
        platform("bare", "empty", 0),
    ),
)
"""Slides 0 and 1 are the overview's, 2 and 3 of the group of one, 4, 5 and 6 of the group of several."""
LAST = 6
EMPTY = replace(DECK, platforms=())
WITHOUT_ALONE = replace(DECK, platforms=tuple(p for p in DECK.platforms if p.id != "alone"))
WITHOUT_SEVERAL = replace(DECK, platforms=DECK.platforms[:2], groups=DECK.groups[:2])
ONE_OF_SEVERAL = replace(DECK, platforms=DECK.platforms[:3])
FEWER_QUESTIONS = replace(DECK, questions=(question("business", "make", "sell"),))
ENGLISH = replace(DECK, languages=("en", "fr"))

ATTRACT = Place(Screen.ATTRACT, "en")
HUB = Place(Screen.HUB, "en")
CHOOSER = Place(Screen.GROUP, "en", group="several")
TAKE_HOME = Place(Screen.TAKE_HOME, "en")
CALM = Place(Screen.CALM, "en")
COMPARED = Place(Screen.COMPARE, "en", pair=("alone", "first"))
PICKING = replace(COMPARED, picking="left")
FIRST = Place(Screen.ADVISER, "en")
SECOND = replace(FIRST, answers=("make",))
RESULT = replace(FIRST, answers=("make", "rail"))
UNSUITED = replace(FIRST, answers=("", ""))


def slide(index: int) -> Place:
    return Place(Screen.SLIDE, "en", slide=index)


OPENED = replace(slide(5), spot=1, view=View(0.5, 0, 0.5), hidden=(1,), source="bureau", asking=True, table=True)


def changed(deck: Deck, change) -> Deck:
    """The deck with the slides of each of its platforms changed."""
    return replace(deck, platforms=tuple(replace(each, slides=change(each.slides)) for each in deck.platforms))


def without_slide(name: str) -> Deck:
    return changed(DECK, lambda slides: tuple(each for each in slides if each.id != name))


def changed_chart(deck: Deck) -> Deck:
    """The deck with another chart on each slide: here any object is as good as one."""

    class Charted(TextSlide):
        chart = object()

    return changed(deck, lambda slides: tuple(Charted(id=each.id, title=each.title) for each in slides))


def compared(left: str, right: str, origin: Place | None = None) -> Place:
    return Place(Screen.COMPARE, "en", pair=(left, right), origin=origin)


def suited(place: Place) -> Place:
    """The place of a visitor who has set everything that can be set."""
    return replace(place, text_size=2, high_contrast=True, reduced_motion=True, low_reach=True)


def at(place: Place, deck: Deck = DECK, *, attended: bool = False) -> Navigator:
    """A navigator that stands at a place."""
    navigator = Navigator(deck, 0, attended=attended)
    navigator.place = place
    return navigator


def does(name: str, *arguments) -> tuple:
    return (name, *arguments)


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


@pytest.mark.parametrize("place", [ATTRACT, HUB, CHOOSER, slide(3), PICKING, SECOND])
def test_an_attended_booth_waits_for_ever(place):
    navigator = at(place, attended=True)
    assert navigator.deadline() is None
    navigator.tick(100 * HOUR)
    assert navigator.place == place


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


def test_where_a_booth_begins():
    assert Navigator(DECK, 0).place == ATTRACT
    assert Navigator(DECK, 0, attended=True).place == slide(0)
    assert Navigator(EMPTY, 0).place == CALM
    assert Navigator(EMPTY, 0, attended=True).place == CALM


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


def seen_after(*events: tuple, deck: Deck = DECK) -> tuple[int, ...]:
    navigator = Navigator(deck, 0)
    for event in events:
        happen(navigator, event, 0)
    return navigator.seen


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


def figures(name: str) -> Figures:
    figure = Figure(value=1, unit=Unit("companies"), label=words("x" * 130), source=SourceId("a"))
    return Figures(id=name, title=words(name), figures=(figure, figure))


MUCH = replace(
    DECK,
    platforms=(Platform(id="overview", name=words("o"), slides=tuple(figures(f"f{at}") for at in range(4))),),
    sources=(("a", Source(title=words("a"), publisher=words("a"), date="2020")),),
)
"""More than one code can hold."""


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


EVENTS = st.one_of(
    st.sampled_from(["home", "rest", "next", "previous", "back", "next_language", "next_text_size"]).map(does),
    st.just(does("take_home")),
    st.sampled_from(["toggle_contrast", "toggle_motion", "toggle_reach"]).map(does),
    st.sampled_from([*KEYS, *"0123456789", "?"]).map(lambda key: does("key", key)),
    st.sampled_from([*(g.id for g in DECK.groups), "?"]).map(lambda name: does("open_group", name)),
    st.sampled_from([*(p.id for p in DECK.platforms), "?"]).map(lambda name: does("open_platform", name)),
    st.sampled_from(["second-1", "overview-0", "?"]).map(lambda name: does("open_slide", name)),
    st.sampled_from(["map", "compare", "adviser", "?"]).map(lambda way: does("open_way", way)),
    st.sampled_from(["left", "right", ""]).map(lambda side: does("pick", side)),
    st.sampled_from([*(p.id for p in DECK.platforms), "?"]).map(lambda name: does("choose", name)),
    st.just(does("swap")),
    st.just(does("turn_back")),
    st.sampled_from(["make", "rail", "", "?"]).map(lambda answer: does("answer", answer)),
    st.integers(-1, 3).map(lambda question: does("ask_again", question)),
    st.integers(-2, LAST + 2).map(lambda index: does("open_index", index)),
    st.sampled_from(["en", "zh", "fr", "de", ""]).map(lambda language: does("set_language", language)),
    st.sampled_from(["", "bureau"]).map(lambda source: does("open_source", source)),
    st.integers(-1, 4).map(lambda spot: does("spot", spot)),
    st.sampled_from([DECK, EMPTY, WITHOUT_ALONE, WITHOUT_SEVERAL, ONE_OF_SEVERAL, ENGLISH, FEWER_QUESTIONS]).map(
        lambda deck: does("reload", deck)
    ),
    st.booleans().map(lambda playing: does("film", playing)),
    st.sampled_from(Desk).map(lambda desk: does("open_desk", desk)),
    st.just(does("close_desk")),
    st.just(does("touched")),
    st.just(does("tick")),
    st.just(does("due")),
)


def happen(navigator: Navigator, event: tuple, now: int) -> int:
    """Let an event happen, and give the time after it."""
    name, *arguments = event
    if name == "due":
        now = max(now, navigator.deadline() or now)
        navigator.tick(now)
        assert navigator.deadline() is None or navigator.deadline() > now, "whatever was due has been done"
    elif name in {"touched", "tick"}:
        getattr(navigator, name)(now)
    elif name == "film":
        navigator.film(now, playing=arguments[0])
    elif name == "open_desk":
        navigator.open_desk(arguments[0], now)
    elif name == "spot":
        navigator.open_spot(arguments[0], now)
    elif name == "reload":
        navigator.reload(arguments[0], now)
    else:
        getattr(navigator, name)(*arguments)
    return now


def check(navigator: Navigator, deck: Deck, *, attended: bool) -> None:
    place = navigator.place
    shown = [each for each in deck.platforms for _ in each.slides]
    assert len(set(navigator.seen)) == len(navigator.seen)
    assert set(navigator.seen) <= set(range(len(shown)))
    assert place.language in deck.languages
    assert 0 <= place.text_size < TEXT_SIZES
    assert 0 <= place.scene < max(1, len(deck.attract))
    assert (place.screen is Screen.CALM) == (not shown)
    if place.screen is Screen.SLIDE:
        assert navigator.platform() is shown[place.slide]
    else:
        assert place.slide == 0
        assert navigator.platform() is None
    if place.screen is Screen.COMPARE:
        left, right = place.pair
        assert left != right
        assert {left, right} <= {each.id for each in shown if each.indicators}
    else:
        assert (place.pair, place.picking) == ((), "")
    if place.origin is not None:
        assert place.screen in {Screen.SLIDE, Screen.COMPARE}
        assert place.origin.origin is None
    if place.screen is Screen.ADVISER:
        assert "adviser" in navigator.ways()
    assert len(place.answers) <= len(deck.questions)
    members = sum(each.group == place.group and bool(each.slides) for each in deck.platforms)
    assert members > 1 if place.screen is Screen.GROUP else place.group == ""
    assert not (place.asking and (attended or place.screen in {Screen.ATTRACT, Screen.CALM}))


@settings(max_examples=150, deadline=None)
@given(st.booleans(), st.lists(st.tuples(EVENTS, st.integers(0, 2 * ASK)), max_size=40))
def test_no_sequence_of_events_leads_out_of_the_deck(attended, events):
    """Whatever happens, in whatever order: the place is one that can be shown, and nothing is due twice."""
    deck, now = DECK, 0
    navigator = Navigator(deck, now, attended=attended)
    for event, passes in events:
        now = happen(navigator, event, now + passes)
        deck = event[1] if event[0] == "reload" else deck
        check(navigator, deck, attended=attended)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, max_size=25))
def test_a_visitor_who_leaves_always_leaves_a_rested_booth(events):
    """Led by its own deadlines alone, a booth is at its attract loop in the first language before long."""
    deck, now = DECK, 0
    navigator = Navigator(deck, now)
    for event in events:
        navigator.touched(now)
        now = happen(navigator, event, now)
        deck = event[1] if event[0] == "reload" else deck
    for _ in range(4):
        now = happen(navigator, does("due"), now)
    rested = Screen.ATTRACT if any(each.slides for each in deck.platforms) else Screen.CALM
    assert navigator.place.screen is rested
    assert navigator.seen == ()
    if rested is Screen.ATTRACT:
        assert replace(navigator.place, scene=0) == Place(rested, deck.languages[0])


VISIT = replace(CHOOSER, language="zh", text_size=2, high_contrast=True, low_reach=True)


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
