"""The navigator: whatever happens, in whatever order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from navigator.places import (
    ASK,
    ASKING,
    DECK,
    EMPTY,
    ENGLISH,
    FEWER_QUESTIONS,
    LAST,
    ONE_OF_SEVERAL,
    ROUTED,
    WITHOUT_ALONE,
    WITHOUT_SEVERAL,
    does,
    happen,
)

from kiosk.deck.model import Deck
from kiosk.moves import TEXT_SIZES
from kiosk.navigator import KEYS, Navigator
from kiosk.place import Blank, Desk, LeadStep, Place, Screen
from kiosk.show import KEYS as PRESENTERS_KEYS
from kiosk.show import Rules

EVENTS = st.one_of(
    st.sampled_from(["home", "rest", "next", "previous", "back", "next_language", "next_text_size"]).map(does),
    st.just(does("take_home")),
    st.sampled_from(["toggle_contrast", "toggle_motion", "toggle_reach"]).map(does),
    st.sampled_from([*KEYS, *"0123456789", "?"]).map(lambda key: does("key", key)),
    st.sampled_from([*(g.id for g in DECK.groups), "?"]).map(lambda name: does("open_group", name)),
    st.sampled_from([*(p.id for p in DECK.platforms), "?"]).map(lambda name: does("open_platform", name)),
    st.sampled_from(["second-1", "overview-0", "?"]).map(lambda name: does("open_slide", name)),
    st.sampled_from(["map", "compare", "adviser", "lead", "?"]).map(lambda way: does("open_way", way)),
    st.sampled_from(["left", "right", ""]).map(lambda side: does("pick", side)),
    st.sampled_from([*(p.id for p in DECK.platforms), "?"]).map(lambda name: does("choose", name)),
    st.just(does("swap")),
    st.sampled_from([step for step in LeadStep if step]).map(lambda step: does("lead_to", step)),
    st.just(does("turn_back")),
    st.sampled_from(["make", "rail", "", "?"]).map(lambda answer: does("answer", answer)),
    st.integers(-1, 3).map(lambda question: does("ask_again", question)),
    st.integers(-2, LAST + 2).map(lambda index: does("open_index", index)),
    st.sampled_from(["en", "zh", "fr", "de", ""]).map(lambda language: does("set_language", language)),
    st.sampled_from(["", "bureau"]).map(lambda source: does("open_source", source)),
    st.integers(-1, 4).map(lambda spot: does("spot", spot)),
    st.sampled_from(
        [DECK, ROUTED, ASKING, EMPTY, WITHOUT_ALONE, WITHOUT_SEVERAL, ONE_OF_SEVERAL, ENGLISH, FEWER_QUESTIONS]
    ).map(lambda deck: does("reload", deck)),
    st.booleans().map(lambda playing: does("film", playing)),
    st.sampled_from(Desk).map(lambda desk: does("open_desk", desk)),
    st.just(does("close_desk")),
    st.sampled_from(["", "short", "long", "?"]).map(lambda route: does("begin_show", route)),
    st.sampled_from(["show_next", "show_previous", "show_pause", "show_grid", "show_uncover", "end_show"]).map(does),
    st.integers(-1, LAST + 1).map(lambda position: does("show_jump", position)),
    st.sampled_from(Blank).map(lambda blank: does("show_blank", blank)),
    st.sampled_from(["", "short", "long", "?"]).map(lambda route: does("choose_route", route)),
    st.sampled_from([*PRESENTERS_KEYS, "shift+l"]).map(lambda key: does("key", key)),
    st.just(does("touched")),
    st.just(does("tick")),
    st.just(does("due")),
)


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
    assert bool(place.lead) == (place.screen is Screen.LEAD)
    assert place.screen is not Screen.LEAD or "lead" in navigator.ways()
    if place.screen is Screen.ADVISER:
        assert "adviser" in navigator.ways()
    assert len(place.answers) <= len(deck.questions)
    members = sum(each.group == place.group and bool(each.slides) for each in deck.platforms)
    assert members > 1 if place.screen is Screen.GROUP else place.group == ""
    check_show(navigator, deck)
    assert not (place.asking and (attended or place.screen in {Screen.ATTRACT, Screen.CALM}))


def check_show(navigator: Navigator, deck: Deck) -> None:
    """A show stands at one of its route's slides, as far as that can be revealed, or before the first of them."""
    place, show, rules = navigator.place, navigator.place.show, Rules(deck)
    if show is None:
        assert place.screen is not Screen.WELCOME
        return
    order = rules.order(show.route)
    assert show.route == "" or rules.route(show.route)
    assert 0 <= show.picked < len(order)
    assert not place.asking
    if place.screen is Screen.WELCOME:
        assert show.at == show.step == 0
        assert rules.route(show.route).welcome
    else:
        assert place.screen is Screen.SLIDE
        assert order[show.at] == place.slide
        assert 0 <= show.step <= rules.steps(place.slide)


@given(st.booleans(), st.lists(st.tuples(EVENTS, st.integers(0, 2 * ASK)), max_size=40))
def test_no_sequence_of_events_leads_out_of_the_deck(attended, events):
    """Whatever happens, in whatever order: the place is one that can be shown, and nothing is due twice."""
    deck, now = ASKING, 0
    navigator = Navigator(deck, now, attended=attended)
    for event, passes in events:
        now = happen(navigator, event, now + passes)
        deck = event[1] if event[0] == "reload" else deck
        check(navigator, deck, attended=attended)


@given(st.lists(EVENTS, max_size=25))
def test_a_visitor_who_leaves_always_leaves_a_rested_booth(events):
    """Led by its own deadlines alone, a booth is at its attract loop in the first language before long."""
    deck, now = ASKING, 0
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
