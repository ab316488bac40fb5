"""Two platforms side by side, by touch."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from spread import rather

from kiosk.deck.load import load
from kiosk.places import SAMPLE_DECK
from kiosk.stage.complete import visible_items

OF_HILL = """\
indicators:
  - id: area
    value: 40
    qualifier: at_least
    period: {en: since 2019, zh: 2019年起}
    source: press
"""
OF_OVERVIEW = """\
indicators:
  - id: focus
    text: {en: Everything, zh: 一切}
    source: press
"""


@pytest.fixture
def folder(tiny_folder):
    """The small deck, in which three platforms say something."""
    for name, text in (("hill.yaml", OF_HILL), ("overview.yaml", OF_OVERVIEW)):
        file = tiny_folder / name
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return tiny_folder


@pytest.fixture
def booth(open_booth, folder):
    loaded = load(folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, folder)
    screen.wake()
    return screen


@pytest.fixture
def comparing(booth):
    """A booth whose visitor compares the two platforms that are offered first: River and Hill zone."""
    booth.tap("hub.compare")
    assert booth.place.screen == "compare"
    return booth


def wide(screen, name: str, row: int) -> float:
    """How wide a bar of a row is."""
    found = [item for item in visible_items(screen.window) if item.objectName() == f"bar.{row}"]
    within = [item for item in found if screen.item(name).isAncestorOf(item)]
    assert len(within) == 1
    return within[0].width()


def test_the_hub_leads_to_two_platforms_side_by_side(comparing):
    assert comparing.place.pair == ("river", "hill")
    assert {"River", "Hill zone", "Area", "120.5 km²", ">40 km²", "since 2019", "Focus", "Logistics"} <= set(
        comparing.texts()
    )


def test_bars_are_as_long_as_their_numbers_and_a_gap_has_none(comparing):
    longer, shorter = (wide(comparing, "compare.bars.0", row) for row in (0, 1))
    assert shorter / longer == pytest.approx(40 / 120.5, abs=0.01)
    assert "not in our sources" in comparing.texts()
    comparing.tap("compare.change.1")
    comparing.tap("panel.overview")
    assert "no figure" in comparing.texts()
    assert "0 km²" not in comparing.texts()


def test_a_deck_with_one_platform_to_compare_offers_nothing(screen):
    screen.wake()
    assert not [item for item in visible_items(screen.window) if item.objectName() == "hub.compare"]
    screen.tap("hub.one")
    assert "Compare this platform" not in screen.texts()


def test_a_row_opens_the_sources_of_both(comparing):
    comparing.tap("compare.bars.0")
    assert {"Yearbook", "Report"} <= set(comparing.texts())
    comparing.tap("sheet.close")
    assert comparing.place.screen == "compare"
    comparing.tap("compare.words.0")
    assert "Report" in comparing.texts()
    assert "Yearbook" not in comparing.texts()


def test_the_line_beneath_names_every_source(comparing):
    assert "Source: Press, 4 March 2021; Bureau, December 2020" in comparing.texts()


def test_another_platform_is_chosen_from_a_panel(comparing):
    comparing.tap("compare.change.1")
    assert "Choose a platform" in comparing.texts()
    comparing.tap("panel.overview")
    assert comparing.place.pair == ("river", "overview")
    assert "Choose a platform" not in comparing.texts()
    assert "Everything" in comparing.texts()


def test_choosing_the_platform_of_the_other_side_changes_sides(comparing):
    comparing.tap("compare.change.0")
    comparing.tap("panel.hill")
    assert comparing.place.pair == ("hill", "river")


def test_the_panel_closes_by_its_button_beside_it_and_by_back(comparing):
    comparing.tap("compare.change.0")
    comparing.tap("panel.close")
    assert "Choose a platform" not in comparing.texts()
    comparing.tap("compare.change.0")
    comparing.fingers.tap(comparing.window.contentItem().mapToScene(comparing.item("panel").position()).toPoint())
    assert comparing.place.picking == ""
    comparing.tap("compare.change.0")
    comparing.tap("bar.previous")
    assert (comparing.place.screen, comparing.place.picking) == ("compare", "")


def test_a_touch_on_the_panel_does_not_reach_what_is_beneath(comparing):
    comparing.tap("compare.change.0")
    close = comparing.item("panel.close")
    heading = close.mapToScene(close.boundingRect().topLeft()).toPoint()
    heading.setX(heading.x() // 2)
    comparing.fingers.tap(heading)
    assert comparing.place.picking == "left"
    assert comparing.place.source == ""


def test_the_sides_are_swapped(comparing):
    comparing.tap("compare.swap")
    assert comparing.place.pair == ("hill", "river")
    longer, shorter = (wide(comparing, "compare.bars.0", row) for row in (1, 0))
    assert shorter < longer


def test_a_platforms_name_opens_it(comparing):
    comparing.tap("compare.open.1")
    assert comparing.place.screen == "slide"
    assert "History" in comparing.texts()


def test_the_language_switch_keeps_the_comparison(comparing):
    comparing.tap("compare.swap")
    comparing.tap("bar.language")
    assert comparing.place.pair == ("hill", "river")
    assert {"对比两个平台", "江", "120.5平方公里", "2019年起"} <= set(comparing.texts())


def test_previous_leads_back_to_the_hub(comparing):
    comparing.tap("bar.previous")
    assert comparing.place.screen == "hub"
    comparing.tap("hub.compare")
    assert comparing.place.screen == "compare"
    assert "120.5 km²" in comparing.texts()


def test_a_profile_leads_to_its_platform_compared_and_back(booth):
    booth.tap("hub.one")
    slide = booth.place.slide
    booth.tap("profile.compare")
    assert booth.place.pair == ("river", "hill")
    booth.tap("bar.previous")
    assert (booth.place.screen, booth.place.slide) == ("slide", slide)


def test_home_leads_home(comparing):
    comparing.tap("bar.home")
    assert comparing.place.screen == "hub"


def test_nothing_of_the_comparison_is_left_for_the_next_visitor(open_booth, folder):
    time = [0]
    screen = open_booth(load(folder), folder, now=lambda: time[0])
    screen.wake()
    screen.tap("hub.compare")
    screen.tap("compare.swap")
    screen.tap("compare.change.0")
    time[0] += 40_001
    screen.booth.stage.tick()
    assert screen.place.screen == "attract"
    screen.wake()
    screen.tap("hub.compare")
    assert (screen.place.pair, screen.place.picking) == (("river", "hill"), "")
    assert "Choose a platform" not in screen.texts()


def test_a_changed_deck_is_compared_at_once(comparing, folder):
    hill = folder / "hill.yaml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("value: 40", "value: 60"), encoding="utf-8")
    comparing.booth.stage.take(load(folder).deck)
    assert ">60 km²" in comparing.texts()


@pytest.mark.parametrize("size", [(1280, 720), *rather((720, 1280), (2560, 1080))])
def test_it_fits_screens_of_every_shape(open_booth, real, size):
    screen = open_booth(real, SAMPLE_DECK, size=size)
    screen.wake()
    screen.tap("hub.compare")
    assert not screen.item("compare.rows").property("interactive"), "every row is on screen"
    screen.tap("compare.change.0")
    screen.tap("panel.science-city")
    assert screen.place.pair[0] == "science-city"


def test_a_finger_scrolls_rows_that_a_screen_has_no_room_for(open_booth, real):
    screen = open_booth(real, SAMPLE_DECK, size=(1024, 600))
    screen.wake()
    screen.tap("hub.compare")
    for _ in range(2):
        screen.tap("bar.textSize")
    rows = screen.item("compare.rows")
    assert rows.property("interactive")
    middle = rows.mapToScene(rows.boundingRect().center()).toPoint()
    screen.fingers.drag(middle, QPoint(0, -middle.y()), steps=20)
    assert rows.property("contentY") > 0
    assert screen.place.source == "", "a drag is no tap"
