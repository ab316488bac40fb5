"""What helps those who see, move or reach less: each setting by one touch, and everything touchable named and large."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor
from spread import rather, rather_these, spread

from kiosk.deck.load import load
from kiosk.places import SAMPLE_DECK
from kiosk.stage.pictures import StagePicture
from kiosk.stage.targets import Target, spoken, targets
from kiosk.walk import stops

WIDE, TALL = (1280, 720), (720, 1280)
SETTINGS = {"bar.contrast": "high_contrast", "bar.motion": "reduced_motion", "bar.reach": "low_reach"}
MM_PER_INCH = 25.4


@pytest.fixture(params=[WIDE, TALL], ids=["landscape", "portrait"])
def either(request, open_booth, tiny_folder):
    """The small deck's booth on a wide and on a tall screen."""
    return open_booth(load(tiny_folder), tiny_folder, size=request.param)


@pytest.mark.parametrize(("name", "either"), spread(SETTINGS, [WIDE, TALL]), indirect=["either"])
def test_each_setting_is_one_touch_away_on_every_screen_with_a_bar(either, name):
    either.wake()
    for there in ("bar.home", "hub.one"):
        either.tap(there)
        either.tap(name)
        assert getattr(either.place, SETTINGS[name])
        either.tap("bar.language")
        assert getattr(either.place, SETTINGS[name]), "a change of language keeps it"
        either.tap(name)
        assert not getattr(either.place, SETTINGS[name])


def test_a_visitor_who_leaves_takes_every_setting_along(screen):
    screen.wake()
    for name in (*SETTINGS, "bar.textSize"):
        screen.tap(name)
    theme = screen.booth.theme
    assert theme.highContrast
    screen.booth.stage.rest()
    assert not any(getattr(screen.place, field) for field in (*SETTINGS.values(), "text_size"))
    assert not theme.highContrast


def colour_at(screen, across: float, down: float) -> str:
    picture = screen.window.grabWindow()
    return picture.pixelColor(round(across * (picture.width() - 1)), round(down * (picture.height() - 1))).name()


def test_high_contrast_is_plain_and_reaches_the_charts(screen):
    screen.wake()
    screen.tap("hub.one")
    screen.tap("bar.next")
    screen.until_complete()
    assert colour_at(screen, 0.5, 0.01) != "#ffffff"
    picture = screen.item("chart.trade").findChild(StagePicture)
    drawn = picture.base
    screen.tap("bar.contrast")
    screen.until_complete()
    for across in (0.02, 0.5, 0.98):
        assert colour_at(screen, across, 0.01) == "#ffffff"
    assert picture.base != drawn
    job = screen.booth.stage.drawings.job("trade", 400, 300, 1.0, 1.0)
    assert (job.palette.ground, job.palette.text) == ("#ffffff", "#000000")
    assert screen.booth.theme.text == QColor("#000000")


def test_less_motion_cuts_where_the_booth_would_glide(open_booth, tiny_folder):
    screen = open_booth(load(tiny_folder), tiny_folder, transitions=True)
    screen.wake()
    theme = screen.booth.theme
    assert min(theme.slide, theme.fade, theme.reveal) > 0
    screen.tap("bar.motion")
    assert (theme.slide, theme.fade, theme.reveal) == (0, 0, 0)
    screen.until(lambda: "Overview" in screen.texts())
    screen.tap("hub.overview")
    slides = screen.item("slides")
    screen.tap("bar.next")
    assert slides.property("contentX") == screen.window.width(), "it is there at once"
    screen.tap("bar.next")
    assert "5,105" in screen.texts(), "and no number counts up"
    screen.tap("bar.motion")
    screen.tap("bar.previous")
    assert slides.property("contentX") > screen.window.width()
    screen.until(lambda: slides.property("contentX") == screen.window.width())


def test_without_transitions_nothing_a_visitor_sets_brings_them_back(screen):
    screen.wake()
    for _ in range(2):
        screen.tap("bar.motion")
        assert screen.booth.theme.slide == 0


def controls(screen) -> list[Target]:
    """What can be touched, but for charts and cards that open a source, as the line at the foot does too."""
    named = [target for target in targets(screen.window) if target.item.objectName()]
    return [target for target in named if not target.item.objectName().startswith("chart.trade")]


def test_a_low_reach_brings_every_control_into_the_lower_third(either):
    either.wake()
    either.tap("bar.reach")
    third = either.window.height() * 2 / 3 - 1
    seen = set()
    for _ in range(either.booth.stage.lists.slides.rowCount() + 1):
        for target in controls(either):
            assert target.seen.top() >= third, target.item.objectName()
            seen.add(target.item.objectName())
        either.tap("bar.next")
    assert {"hub.one", "hub.two", "hub.overview", "chart.numbers", "series.0", "source"} <= seen


def test_a_low_reach_brings_a_groups_platforms_down(open_booth, real):
    screen = open_booth(real, SAMPLE_DECK, size=TALL)
    screen.wake()
    screen.tap("bar.reach")
    for group in ("hub.two", "hub.seven", "hub.nine"):
        screen.tap(group)
        chosen = [target for target in controls(screen) if target.item.objectName().startswith("chooser.")]
        assert len(chosen) > 1
        assert min(target.seen.top() for target in chosen) >= TALL[1] * 2 / 3 - 1
        screen.tap("bar.home")
    screen.tap("hub.two")
    screen.tap("chooser.ftz")
    assert "ftz" in screen.booth.stage.lists.slides.data(screen.booth.stage.lists.slides.index(screen.place.slide), 256)


def test_a_low_reach_brings_the_way_out_of_the_sources_down(either):
    either.wake()
    either.tap("bar.reach")
    either.tap("hub.one")
    either.tap("source")
    assert either.item("sheet.close").mapToScene(QPoint(0, 0)).y() >= either.window.height() * 2 / 3 - 1
    either.tap("sheet.close")
    assert not either.place.source


@pytest.mark.parametrize(("size", "bottom"), [(TALL, 500), *rather_these((WIDE, 700), (WIDE, 200), (TALL, 200))])
def test_where_the_screen_hangs_is_known_the_controls_are_between_380_and_1220_mm(
    open_booth, tiny_folder, size, bottom
):
    deck = tiny_folder / "deck.yaml"
    deck.write_text(
        deck.read_text(encoding="utf-8") + f"screen: {{diagonal: 55, bottom: {bottom}}}\n", encoding="utf-8"
    )
    loaded = load(tiny_folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, tiny_folder, size=size)
    screen.wake()
    before = screen.middle("bar.home")
    screen.tap("bar.reach")
    mm = 55 * MM_PER_INCH / (size[0] ** 2 + size[1] ** 2) ** 0.5
    for _ in range(screen.booth.stage.lists.slides.rowCount() + 1):
        for target in controls(screen):
            above = [bottom + (size[1] - edge) * mm for edge in (target.seen.bottom(), target.seen.top())]
            assert 380 <= above[0] < above[1] <= 1221, target.item.objectName()
        screen.tap("bar.next")
    screen.tap("bar.reach")
    assert screen.middle("bar.home") == before


def test_the_bar_shows_what_is_set(screen):
    screen.wake()
    for name in SETTINGS:
        for on in (True, False):
            screen.tap(name)
            assert QAccessible.queryAccessibleInterface(screen.item(name)).state().checked == on


def every_screen(screen, deck):
    """Each screen of a deck in turn."""
    for stop in stops(deck):
        stop.show(screen.booth.stage)
        screen.until(screen.window.isExposed)
        yield stop.id


@pytest.mark.parametrize("either", rather(WIDE, TALL), indirect=True)
def test_everything_that_can_be_touched_has_a_name_and_a_role_in_every_language(either, tiny_folder):
    names = {}
    for language in ("en", "zh"):
        either.booth.stage.rest()
        either.booth.stage.speak(language)
        names[language] = []
        for stop in every_screen(either, load(tiny_folder).deck):
            if stop.startswith("attract"):
                either.booth.stage.speak(language)
            found = list(targets(either.window))
            assert found or stop.startswith(("attract", "operator-cleaning"))
            for target in found:
                described = QAccessible.queryAccessibleInterface(target.item)
                assert described, f"{stop}: {target.item.objectName() or target.item}"
                assert spoken(target.item).strip(), f"{stop}: {target.item.objectName() or target.item}"
                assert described.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}
                names[language].append((stop, target.item.objectName(), spoken(target.item)))
    english, chinese = (set(names[language]) for language in ("en", "zh"))
    assert len(english) == len(chinese)
    bar = {"bar.home", "bar.textSize", *SETTINGS, "bar.previous", "bar.next"}
    for name in bar:
        assert {said for _, item, said in english if item == name}.isdisjoint(
            said for _, item, said in chinese if item == name
        ), name


def test_what_a_screen_reader_presses_is_pressed(screen):
    screen.wake()
    pressed = QAccessible.queryAccessibleInterface(screen.item("bar.contrast")).actionInterface()
    pressed.doAction("Press")
    assert screen.place.high_contrast
    QAccessible.queryAccessibleInterface(screen.item("hub.one")).actionInterface().doAction("Press")
    assert screen.place.screen == "slide"


def overlapping(found: list[Target]) -> list[str]:
    """Pairs of targets of which one answers where the other is drawn."""
    wrong = []
    for one, other in combinations(found, 2):
        if one.item.isAncestorOf(other.item) or other.item.isAncestorOf(one.item):
            continue
        for felt, seen in ((one.felt, other.seen), (other.felt, one.seen)):
            both = felt.intersected(seen)
            if min(both.width(), both.height()) > 0.5:
                wrong.append(f"{spoken(one.item)!r} and {spoken(other.item)!r}")
    return wrong


def small(found: list[Target]) -> list[str]:
    """Targets that a finger misses."""
    return [spoken(target.item) for target in found if min(target.felt.width(), target.felt.height()) < 88]


@pytest.mark.parametrize(
    ("size", "reach"),
    [
        pytest.param((1920, 1080), False, id="landscape"),
        pytest.param((1920, 1080), True, id="landscape, low reach"),
        pytest.param((1080, 1920), False, id="portrait"),
        pytest.param((1080, 1920), True, id="portrait, low reach"),
    ],
)
@pytest.mark.long
def test_every_target_of_the_real_deck_has_room_for_a_finger(open_booth, real, size, reach):
    assert check_room(open_booth(real, SAMPLE_DECK, size=size), real.deck, reach) > 500


@pytest.mark.parametrize(("size", "reach"), [((1080, 1920), True), ((1920, 1080), False)], ids=["low reach", "wide"])
def test_those_of_the_small_deck_have_it_too(open_booth, tiny_folder, size, reach):
    loaded = load(tiny_folder)
    assert check_room(open_booth(loaded, tiny_folder, size=size), loaded.deck, reach) > 100


def check_room(screen, deck, reach) -> int:
    """88 x 88 pixels at 1080 lines with the margin around it, and none answers in another's place; how many."""
    count = 0
    for stop in every_screen(screen, deck):
        if screen.place.low_reach != reach and not stop.startswith("attract"):
            screen.booth.stage.comfort.toggleReach()
        for _ in range(20):  # a screen is laid out when its next frame is drawn
            found = list(targets(screen.window))
            wrong = [*small(found), *overlapping(found)]
            if not wrong:
                break
            screen.window.grabWindow()
        assert not wrong, stop
        count += len(found)
    return count
