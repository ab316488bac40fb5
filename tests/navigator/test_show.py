"""The navigator: a booth that is handed over to a presenter, led through a show, and given back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from navigator.places import (
    ATTRACT,
    CALM,
    CHOOSER,
    COMPARED,
    EMPTY,
    ENGLISH,
    HOUR,
    HUB,
    LONG,
    OPENED,
    ROUTED,
    SHORT,
    VISIT,
    WITHOUT_ALONE,
    at,
    built,
    platform,
    slide,
    without_slide,
    words,
)

from kiosk.deck.model import Idle, IndicatorKind, Point, Profile, Statement, TextSlide
from kiosk.navigator import Navigator
from kiosk.place import WHOLE, Blank, Desk, Place, Screen, Show, View
from kiosk.show import KEYS, SECONDS, WELCOME_SECONDS, Rules

BACK = 600_000


def showing(route: str = "", deck=ROUTED, **how) -> Navigator:
    navigator = Navigator(deck, 0)
    navigator.place = HUB
    navigator.begin_show(0, route, **how)
    return navigator


def stands(navigator: Navigator) -> tuple[int, int, int]:
    """Slide, position and step."""
    show = navigator.place.show
    assert show is not None
    return navigator.place.slide, show.at, show.step


@pytest.mark.parametrize("place", [ATTRACT, HUB, CHOOSER, COMPARED, VISIT, OPENED])
def test_a_show_begins_at_the_slide_that_is_on_screen_with_nothing_of_the_visitors_but_the_language(place):
    navigator = at(place, ROUTED)
    navigator.begin_show(7)
    shown = place.slide if place.screen is Screen.SLIDE else 0
    show = Show(at=shown, picked=shown, began=7)
    assert navigator.place == Place(Screen.SLIDE, place.language, slide=shown, show=show)
    assert navigator.seen == ()


def test_there_is_no_show_of_a_deck_without_slides():
    navigator = at(CALM, EMPTY)
    navigator.begin_show(0)
    assert navigator.place == CALM


def test_a_route_begins_at_its_first_slide_or_at_the_one_on_screen():
    assert stands(showing("long")) == (5, 0, 0)
    navigator = at(slide(2), ROUTED)
    navigator.begin_show(0, "long")
    assert stands(navigator) == (2, 3, 0)
    assert showing("gone").place.show.route == ""
    assert stands(showing(at_slide=4)) == (4, 4, 0)


def test_each_part_of_a_slide_is_a_step_forward_and_back():
    navigator = showing("long")
    went = []
    for _ in range(6):
        navigator.show_next(0)
        went.append(stands(navigator))
    assert went == [(6, 1, 0), (1, 2, 0), (1, 2, 1), (1, 2, 2), (2, 3, 0), (2, 3, 0)]
    for _ in range(5):
        navigator.show_previous(0)
        went.append(stands(navigator))
    assert went[6:] == [(1, 2, 2), (1, 2, 1), (1, 2, 0), (6, 1, 0), (5, 0, 0)]
    assert navigator.show_order() == (5, 6, 1, 2)
    navigator.show_jump(2)
    assert navigator.show_steps() == 2


def test_a_welcome_stands_before_the_first_slide_and_the_talks_clock_with_it():
    navigator = showing("short", guest="Friends")
    assert (navigator.place.screen, navigator.place.show.began) == (Screen.WELCOME, -1)
    assert navigator.place.show.elapsed(9000) == 0
    navigator.show_next(5000)
    assert stands(navigator) == (2, 0, 0)
    navigator.show_previous(6000)
    assert (navigator.place.screen, navigator.place.show.guest) == (Screen.WELCOME, "Friends")
    navigator.show_next(7000)
    assert navigator.place.show.elapsed(9000) == 4000
    navigator.show_pause(9000)
    assert navigator.place.show.elapsed(99_000) == 4000
    navigator.show_pause(100_000)
    assert navigator.place.show.elapsed(101_000) == 5000


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("b", {"blank": Blank.BLACK}),
        ("period", {"blank": Blank.BLACK}),
        ("b b", {}),
        ("b w", {"blank": Blank.WHITE}),
        ("b right", {}),
        ("b escape", {}),
        ("w left", {}),
        ("f1", {"help": True}),
        ("f1 f1", {}),
        ("f1 space", {}),
        ("g", {"grid": True}),
        ("g g", {}),
        ("g escape", {}),
        ("escape", {"grid": True, "leaving": True}),
        ("escape f5", {}),
        ("f5", {}),
        ("g right", {"grid": True, "picked": 1}),
        ("g down", {"grid": True, "picked": 3}),
        ("g right up", {"grid": True}),
        ("escape right", {"grid": True, "picked": 1}),
        ("escape right escape", {}),
        ("1", {"typed": "1"}),
        ("1 2 3 4 5", {"typed": "2345"}),
        ("1 2 backspace", {"typed": "1"}),
        ("1 escape", {}),
        ("9 enter", {}),
        ("0 enter", {}),
        ("b home", {}),
        ("plus minus", {}),
        ("minus", {}),
        ("plus escape", {}),
        ("plus f5", {}),
        ("plus b b", {}),
        ("plus g g", {}),
        ("plus plus", {"near": View(5 / 18, 5 / 18, 4 / 9)}),
    ],
)
def test_keys_that_stay_on_the_slide(keys, there):
    navigator = showing("long")
    navigator.across = 3
    begun = navigator.place.show
    for key in keys.split():
        assert navigator.key(key)
    there.setdefault("picked", 0)
    assert replace(navigator.place.show, picked=there["picked"]) == replace(begun, **there)
    assert navigator.place.slide == 5


@pytest.mark.parametrize(
    ("keys", "there"),
    [
        ("right", (6, 1, 0)),
        ("end", (2, 3, 0)),
        ("end home", (5, 0, 0)),
        ("3 enter", (1, 2, 0)),
        ("g right enter", (6, 1, 0)),
        ("g right f5", (6, 1, 0)),
        ("g end", (2, 3, 0)),
        ("3 enter right right right", (2, 3, 0)),
        ("3 enter right g enter", (1, 2, 1)),
        ("2 enter b b n p", (6, 1, 0)),
    ],
)
def test_keys_that_lead_through_the_slides(keys, there):
    navigator = showing("long")
    for key in keys.split():
        assert navigator.key(key)
    assert stands(navigator) == there


def test_a_part_of_a_slide_comes_near_until_another_slide_is_shown():
    navigator = showing("long")
    navigator.show_near(-0.5, 0.9, 0.1)
    assert navigator.place.show.near == View(0, 0.75, 0.25)
    navigator.show_next(1)
    assert navigator.place.show.near == WHOLE
    navigator = showing("short")
    navigator.show_near(0, 0, 0.5)
    is_welcome = navigator.place.screen is Screen.WELCOME
    assert (navigator.place.show.near == WHOLE) == is_welcome


def test_a_show_knows_its_keys_and_hands_on_those_of_a_console():
    navigator = showing()
    assert not navigator.key("x")
    before = navigator.place
    for key in "dest":
        assert navigator.key(key)
    assert navigator.key("l")
    assert navigator.place == before
    assert navigator.key("shift+l")
    assert navigator.place.language == "zh"
    assert {"b", "period", "w", "f5", "f1", "g", "escape"} <= KEYS.keys()


def test_a_step_closes_the_sheet_of_a_source_first():
    navigator = showing("long")
    for key in ("right", "left", "escape"):
        navigator.open_source("bureau")
        navigator.key(key)
        assert (navigator.place.source, stands(navigator)) == ("", (5, 0, 0))


def test_escape_twice_gives_the_booth_back():
    navigator = showing()
    navigator.set_language("zh")
    navigator.key("escape")
    navigator.key("escape")
    assert navigator.place == ATTRACT


def test_whatever_is_opened_in_a_show_stays_in_it():
    navigator = showing("long")
    for leads in (navigator.home, navigator.take_home, navigator.compare, navigator.open_adviser, navigator.back):
        leads()
        assert stands(navigator) == (5, 0, 0)
    navigator.open_group("several")
    assert stands(navigator) == (5, 0, 0)
    navigator.open_slide("alone-0")
    assert (stands(navigator), navigator.place.show.route) == ((2, 3, 0), "long")
    navigator.open_platform("first")
    assert (stands(navigator), navigator.place.show.route) == ((4, 4, 0), "")
    navigator.choose_route("long")
    assert stands(navigator) == (5, 0, 0)
    navigator.next()
    navigator.choose_route("")
    assert stands(navigator) == (6, 6, 0)
    navigator.turn_back()
    assert stands(navigator) == (5, 5, 0)


def test_nobody_who_presents_is_asked_and_the_booth_returns_by_itself_after_the_decks_time():
    navigator = showing()
    assert navigator.deadline() == BACK
    navigator.tick(BACK - 1)
    assert navigator.place.show is not None
    assert not navigator.place.asking
    assert not navigator.touched(BACK - 1)
    navigator.tick(BACK)
    assert navigator.place.show is not None
    navigator.tick(2 * BACK - 1)
    assert navigator.place == ATTRACT
    quick = showing(deck=replace(ROUTED, idle=Idle(show_return_after=5)))
    assert quick.deadline() == 5000


def test_a_panel_over_a_show_closes_by_itself_and_the_show_is_there():
    navigator = showing("long")
    navigator.open_desk(Desk.PANEL, 0)
    assert navigator.key("right")
    navigator.tick(60_000)
    assert (navigator.place.desk, stands(navigator)) == (Desk.NONE, (5, 0, 0))


def test_a_booth_that_is_only_a_show_never_rests():
    navigator = Navigator(ROUTED, 0, presenting=Show(route="long"))
    assert stands(navigator) == (5, 0, 0)
    assert navigator.deadline() is None
    for key in ("escape", "escape", "escape", "home"):
        navigator.key(key)
        navigator.tick(HOUR)
        assert navigator.place.show is not None
    navigator.show_next(0)
    navigator.end_show()
    assert stands(navigator) == (5, 0, 0)
    navigator.reload(EMPTY, 0)
    assert navigator.place.screen is Screen.CALM
    navigator.reload(ROUTED, 0)
    assert stands(navigator) == (5, 0, 0)


def test_planned_seconds_are_a_slides_own_or_its_share_of_the_routes_time():
    deck = built(ROUTED, "overview-1", 2, seconds=240)
    assert Rules(deck).seconds("long") == (100, 100, 240, 100)
    assert Rules(deck).seconds("") == (SECONDS, 240, *[SECONDS] * 5)
    assert Rules(built(ROUTED, "second-0", 0, seconds=600)).seconds("long") == (600, 5, 5, 5)
    assert showing("short").show_seconds() == (30, 30)
    assert at(HUB, ROUTED).show_seconds() == ()


def test_a_show_goes_on_by_itself_and_begins_anew():
    navigator = Navigator(ROUTED, 0, presenting=Show(route="short", auto=True))
    went, times = [], []
    for _ in range(4):
        times.append(navigator.deadline())
        navigator.tick(times[-1])
        went.append((navigator.place.screen, navigator.place.slide))
    assert went == [(Screen.SLIDE, 2), (Screen.SLIDE, 4), (Screen.WELCOME, 0), (Screen.SLIDE, 2)]
    begins = WELCOME_SECONDS * 1000
    assert times == [begins, begins + 30_000, begins + 60_000, 2 * begins + 60_000]
    navigator.key("b")
    assert navigator.deadline() is None


def test_a_changed_deck_keeps_the_shows_place():
    for deck, there in [
        (ROUTED, (1, 2, 1)),
        (replace(ROUTED, routes=()), (1, 1, 1)),
        (replace(WITHOUT_ALONE, routes=(LONG,)), (1, 2, 0)),
        (replace(without_slide("overview-1"), routes=(LONG,)), (5, 1, 0)),
        (replace(without_slide("overview-1"), routes=(replace(LONG, slides=("first",)),)), (3, 0, 0)),
    ]:
        navigator = showing("long")
        for key in ("3", "enter", "right", "b"):
            navigator.key(key)
        navigator.reload(deck, 0)
        assert stands(navigator) == there, deck.routes
        assert navigator.place.show.blank is Blank.BLACK
    navigator.reload(EMPTY, 0)
    assert navigator.place == CALM


def test_a_welcome_stays_while_its_route_has_one():
    navigator = showing("short")
    navigator.set_language("zh")
    navigator.reload(replace(ENGLISH, routes=(SHORT,)), 0)
    assert (navigator.place.screen, navigator.place.language) == (Screen.WELCOME, "en")
    navigator.reload(replace(ENGLISH, routes=(replace(SHORT, welcome=words("")),)), 0)
    assert stands(navigator) == (2, 0, 0)


def test_a_show_goes_on_after_a_crash_without_its_guests_name():
    navigator = showing("long", guest="Friends")
    for key in ("3", "enter", "right", "w"):
        navigator.key(key)
    kept = navigator.kept()
    assert "Friends" not in repr(kept)
    again = Navigator(ROUTED, 9)
    again.resume(kept, 9)
    assert again.place == replace(navigator.place, show=replace(navigator.place.show, guest=""))
    assert again.deadline() == 9 + BACK
    elsewhere = Navigator(WITHOUT_ALONE, 9)
    elsewhere.resume(kept, 9)
    assert (elsewhere.place.slide, elsewhere.place.show.route, elsewhere.place.show.step) == (1, "", 0)
    greets = showing("short")
    again.resume(greets.kept(), 9)
    assert again.place.screen is Screen.WELCOME


@pytest.mark.parametrize(
    ("made", "parts"),
    [
        (Statement(id="x", title=words("x"), build=True), 0),
        (TextSlide(id="x", title=words("x"), build=True, points=(Point(name=words("a")), Point(name=words("b")))), 2),
        (TextSlide(id="x", title=words("x"), points=(Point(name=words("a")),)), 0),
        (Profile(id="x", title=words("x"), build=True), 1),
    ],
)
def test_a_slide_has_as_many_steps_as_parts_where_it_is_built_up(made, parts):
    area = IndicatorKind(id="area", label=words("Area"))
    known = replace(platform("known", "one", 1, known=True), slides=(made,))
    assert Rules(replace(ROUTED, platforms=(known,), indicators=(area,))).steps(0) == parts
