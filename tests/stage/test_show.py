"""A show on the booth's own screen: taken over and given back by keys, led by keys and fingers."""

from __future__ import annotations

from ast import literal_eval
from contextlib import closing
from sqlite3 import connect

import pytest
from clocks import Clock
from edited import Edited
from operated import Machine
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.deck.load import load
from kiosk.glass import PALM, Glass
from kiosk.place import Desk
from kiosk.stage.complete import visible_items
from kiosk.stage.pictures import StagePicture
from kiosk.stage.targets import spoken, targets
from kiosk.stage.visitors import Visitors
from kiosk.visits.log import VisitLog

Key = Qt.Key
ROUTES = """\
routes:
  - id: short
    title: {en: Ten minutes, zh: 十分钟}
    minutes: 10
    welcome: {en: Good to have you here, zh: 欢迎莅临}
    guest: {en: Friends from the river, zh: 江畔来宾}
    slides: [numbers, trade, idea, hill]
"""
BUILT = {"numbers": "figures", "more": "text"}


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tiny_folder):
    """The small deck, with a route, and with slides that are built up."""
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + ROUTES, encoding="utf-8")
    for file in ("overview.yaml", "hill.yaml"):
        text = (tiny_folder / file).read_text(encoding="utf-8")
        for layout in BUILT.values():
            text = text.replace(f"layout: {layout}\n", f"layout: {layout}\n    build: true\n")
        (tiny_folder / file).write_text(text, encoding="utf-8")
    return tiny_folder


@pytest.fixture
def booth(open_booth, folder, clock):
    return open_booth(load(folder), folder, now=clock)


@pytest.fixture
def present(open_booth, folder, clock):
    return lambda **options: open_booth(load(folder), folder, now=clock, presenting=True, **options)


def press(screen, *keys, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(screen.window, key, modifiers)


def shown(screen) -> str:
    """The id of the slide on screen."""
    return screen.booth.stage.lists.order[screen.place.slide][1].id


def open_slide(screen, name: str) -> None:
    screen.wake()
    screen.booth.stage.open(name)


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period, Key.Key_F5])
def test_a_clickers_key_hands_the_booth_over_at_the_slide_that_is_on_screen(booth, key):
    open_slide(booth, "trade")
    press(booth, key)
    assert booth.place.show is not None
    assert shown(booth) == "trade"
    assert "All platforms" not in booth.texts()


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_F5])
def test_a_booth_at_rest_is_handed_over_at_once(booth, key):
    press(booth, key)
    assert booth.place.show is not None
    assert shown(booth) == "welcome"


def test_b_hands_over_and_then_takes_the_slide_away_and_brings_it_back(booth):
    press(booth, Key.Key_B)
    press(booth, Key.Key_B)
    assert booth.item("show.blank").property("color") == "black"
    press(booth, Key.Key_B)
    assert booth.place.show.blank == ""
    press(booth, Key.Key_W)
    assert booth.item("show.blank").property("color") == "white"
    press(booth, Key.Key_Right)
    assert (booth.place.show.blank, booth.place.show.at) == ("", 0)


def test_a_button_that_sends_f5_and_escape_in_turn_ends_nothing(booth):
    open_slide(booth, "trade")
    for _ in range(20):
        press(booth, Key.Key_F5)
        assert (shown(booth), booth.place.show.grid) == ("trade", False)
        press(booth, Key.Key_Escape)
        assert (shown(booth), booth.place.show.grid) == ("trade", True)
    assert booth.window.isVisible()


def test_escape_twice_gives_the_booth_back_to_the_visitors_with_nothing_left(booth):
    open_slide(booth, "trade")
    press(booth, Key.Key_F5, Key.Key_L)
    press(booth, Key.Key_L, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert booth.place.language == "zh"
    press(booth, Key.Key_Escape)
    assert "再按一次Esc键，返回参观模式" in booth.texts()
    press(booth, Key.Key_Escape)
    assert (booth.place.screen, booth.place.language, booth.place.show) == ("attract", "en", None)


def test_a_show_that_nobody_goes_on_with_is_over_after_the_decks_time(booth, clock):
    press(booth, Key.Key_F5)
    clock.now = 599_000
    booth.booth.stage.tick()
    assert booth.place.show is not None
    assert not booth.place.asking
    press(booth, Key.Key_Right)
    clock.now = 1_198_000
    booth.booth.stage.tick()
    assert booth.place.show is not None
    clock.now = 1_199_000
    booth.booth.stage.tick()
    assert (booth.place.screen, booth.place.show) == ("attract", None)


def revealed(screen) -> list[str]:
    """Which of a slide's figures can be seen."""
    texts = [item for item in visible_items(screen.window) if item.inherits("QQuickText") and is_seen(item)]
    return [number for number in ("5,105", "32.08") if number in [item.property("text") for item in texts]]


def is_seen(item) -> bool:
    """Whether nothing that an item is in hides it."""
    while (item := item.parentItem()) is not None:
        if item.opacity() == 0:
            return False
    return True


def test_a_slide_is_built_up_part_by_part_and_whole_when_stepped_back_onto(booth):
    open_slide(booth, "numbers")
    press(booth, Key.Key_F5)
    assert (booth.place.show.step, revealed(booth)) == (0, [])
    press(booth, Key.Key_Right)
    booth.until(lambda: revealed(booth) == ["5,105"])
    press(booth, Key.Key_Right)
    booth.until(lambda: revealed(booth) == ["5,105", "32.08"])
    press(booth, Key.Key_Right)
    assert shown(booth) == "river-profile"
    press(booth, Key.Key_Left)
    assert (shown(booth), booth.place.show.step) == ("numbers", 2)
    press(booth, Key.Key_Left)
    booth.until(lambda: revealed(booth) == ["5,105"])


def test_a_chart_that_is_built_up_comes_series_by_series(open_booth, folder, clock):
    river = folder / "river.yaml"
    text = river.read_text(encoding="utf-8")
    river.write_text(text.replace("layout: chart\n", "layout: chart\n    build: true\n"), encoding="utf-8")
    screen = open_booth(load(folder), folder, now=clock, presenting=True)
    screen.booth.stage.open("trade")
    screen.until_complete()
    chart = screen.item("chart.trade")
    assert not is_seen(chart)
    marks = {}
    for step in (1, 2):
        press(screen, Key.Key_Right)
        screen.until_complete()
        assert is_seen(chart)
        marks[step] = len(screen.spots("trade"))
    assert marks == {1: 3, 2: 6}
    press(screen, Key.Key_Right)
    assert shown(screen) == "history"
    press(screen, Key.Key_Left, Key.Key_Left)
    assert (shown(screen), screen.place.hidden) == ("trade", (1,))


def test_visitors_see_every_part_of_a_slide_at_once(booth):
    open_slide(booth, "numbers")
    booth.until(lambda: revealed(booth) == ["5,105", "32.08"])


def test_a_route_greets_its_guests_and_goes_through_its_slides_in_its_order(present):
    screen = present(route="short")
    assert screen.place.screen == "welcome"
    assert {"Good to have you here", "Friends from the river"} <= set(screen.texts())
    screen.booth.stage.act(lambda navigator: navigator.set_guest("Example City"))
    assert "Example City" in screen.texts()
    went = []
    for _ in range(9):
        press(screen, Key.Key_PageDown)
        went.append(shown(screen))
    assert list(dict.fromkeys(went)) == ["numbers", "trade", "idea", "history", "sights", "more"]
    press(screen, Key.Key_Home, Key.Key_Left, Key.Key_Left)
    assert screen.place.screen == "welcome"


def test_nothing_leads_out_of_a_show_that_is_only_that(present, clock):
    screen = present()
    press(screen, *[Key.Key_Escape] * 3)
    clock.now = 3_600_000
    screen.booth.stage.tick()
    assert screen.place.show is not None
    assert screen.place.screen == "slide"
    screen.booth.stage.act(lambda navigator: navigator.end_show())
    assert screen.place.show.at == 0


def test_digits_and_enter_lead_to_the_slide_of_that_number(present):
    screen = present()
    press(screen, Key.Key_5)
    assert screen.item("show.typed").isVisible()
    press(screen, Key.Key_Return)
    assert (shown(screen), screen.place.show.typed) == ("trade", "")
    press(screen, Key.Key_9, Key.Key_9, Key.Key_Return)
    assert (shown(screen), screen.place.show.typed) == ("trade", "")
    press(screen, Key.Key_1, Key.Key_2, Key.Key_Backspace, Key.Key_Enter)
    assert shown(screen) == "welcome"


def test_all_slides_are_laid_out_to_jump_to_one_by_touch_or_by_arrows(present):
    screen = present()
    press(screen, Key.Key_G)
    assert {"All slides", "Trade by year", "History"} <= set(screen.texts())
    screen.tap("show.slide.5")
    assert (shown(screen), screen.place.show.grid) == ("trade", False)
    press(screen, Key.Key_G, Key.Key_Up, Key.Key_Right, Key.Key_Return)
    assert (shown(screen), screen.place.show.grid) == ("idea", False)
    press(screen, Key.Key_G, Key.Key_Escape)
    assert (shown(screen), screen.place.show.grid) == ("idea", False)


def test_a_finger_steps_at_the_slides_sides_swipes_and_holds_for_all_slides(present):
    screen = present()
    right, left, middle = QPoint(1200, 300), QPoint(100, 300), QPoint(640, 300)
    screen.fingers.tap(right)
    assert shown(screen) == "idea"
    screen.fingers.tap(middle)
    assert shown(screen) == "idea"
    screen.fingers.tap(left)
    assert shown(screen) == "welcome"
    screen.fingers.drag(QPoint(900, 300), QPoint(-500, 0))
    assert shown(screen) == "idea"
    screen.fingers.press(middle)
    screen.until(lambda: screen.place.show.grid)
    screen.fingers.lift()
    screen.tap("show.close")
    assert (shown(screen), screen.place.show.grid) == ("idea", False)


def test_a_chart_answers_to_a_finger_and_leaves_the_slides_sides_alone(present):
    screen = present()
    screen.booth.stage.open("trade")
    screen.until_complete()
    assert not {"The numbers", "Touch the chart to read it"} & set(screen.texts())
    spot, picture = screen.spots("trade")[-1], screen.item("chart.trade").findChild(StagePicture)
    chart = picture.parent()
    size = chart.boundingRect()
    middle = QPointF((spot.x + spot.w / 2) * size.width(), (spot.y + spot.h / 2) * size.height())
    assert chart.mapToScene(middle).x() > screen.window.width() * 2 / 3
    screen.fingers.tap(chart.mapToScene(middle).toPoint())
    assert (shown(screen), screen.place.spot >= 0) == ("trade", True)
    screen.booth.stage.open("trade")
    press(screen, Key.Key_Right)
    assert shown(screen) == "history"


def test_the_panel_hands_the_booth_over_and_takes_it_back(open_booth, folder, tmp_path, clock):
    screen = open_booth(load(folder), folder, now=clock, size=(1920, 1080))
    machine = Machine(screen, tmp_path, clock, loaded=load(folder))
    open_slide(screen, "trade")
    screen.booth.stage.open_desk(Desk.PANEL)
    assert machine.operating.running.loaded.deck
    screen.until_complete()
    screen.tap("panel.present")
    assert (shown(screen), screen.place.desk, screen.place.show.at) == ("trade", "", 4)
    screen.booth.stage.open_desk(Desk.PANEL)
    screen.until_complete()
    screen.tap("panel.end_show")
    assert (screen.place.screen, screen.place.show, screen.place.desk) == ("attract", None, "")


def test_a_show_goes_on_where_it_was_after_a_crash(present, open_booth, folder, clock):
    before = present(route="short")
    press(before, *[Key.Key_Right] * 3, Key.Key_W)
    kept = literal_eval(repr(before.booth.stage.kept()))
    for again in (present(route="short"), open_booth(load(folder), folder, now=clock)):
        again.booth.stage.resume(kept, clock.now)
        assert again.place == before.place
        assert again.item("show.blank").isVisible()


def test_a_talk_is_no_visit(booth, tmp_path):
    visits = Visitors(booth.booth.stage, VisitLog(tmp_path), booth.booth.stage.now)
    open_slide(booth, "trade")
    press(booth, Key.Key_F5, *[Key.Key_Right] * 3)
    visits.close()
    with closing(connect(tmp_path / "visits.db")) as log:
        assert [what for (what,) in log.execute("select what from stays where what != ''")] == ["trade"]


def test_the_sheet_of_keys_opens_and_closes(booth):
    press(booth, Key.Key_F5, Key.Key_F1)
    assert {"Keys while presenting", "Next step", "Escape twice"} <= set(booth.texts())
    press(booth, Key.Key_Right)
    assert (booth.place.show.help, booth.place.show.at) == (False, 0)


def test_what_only_a_console_does_is_handed_on_to_it(present):
    screen = present()
    asked = []
    screen.booth.stage.show.asked.connect(asked.append)
    press(screen, Key.Key_D, Key.Key_E, Key.Key_S, Key.Key_T, Key.Key_L)
    assert asked == ["draw", "erase", "swap", "timer", "pointer"]
    assert screen.place.language == "en"


def test_three_fingers_ask_for_the_other_screen_and_step_nowhere(present):
    screen = present()
    asked = []
    screen.booth.stage.show.swapAsked.connect(lambda: asked.append(True))
    screen.fingers.press(QPoint(1100, 300))
    screen.fingers.press(QPoint(1150, 300))
    screen.fingers.press(QPoint(1200, 300))
    screen.fingers.lift()
    assert asked == [True]
    assert screen.place.show.at == 0
    screen.fingers.tap(QPoint(1200, 300))
    assert screen.place.show.at == 1


def test_three_fingers_that_the_system_takes_away_leave_all_as_it_was(present):
    screen = present()
    glass = Glass(screen.window)
    glass.press({PALM: QPoint(20, 700)})
    glass.press({0: QPoint(1100, 300)})
    glass.move({0: QPoint(1150, 350)})
    glass.press({1: QPoint(1200, 300)})
    glass.cancel()
    QTest.mouseMove(screen.window, QPoint(640, 360))
    screen.until(screen.window.contentItem().isEnabled)
    at = screen.place.show.at
    screen.fingers.tap(QPoint(1200, 300))
    assert screen.place.show.at == at + 1


def test_a_route_on_a_wall_goes_on_by_itself_and_begins_anew(present, clock):
    screen = present(route="short", auto=True)
    went = []
    for _ in range(14):
        went.append(shown(screen) if screen.place.screen == "slide" else "greeting")
        clock.now = screen.booth.stage.due
        screen.booth.stage.tick()
    once = ["greeting", *["numbers"] * 3, "trade", "idea", "history", "sights", "more", "more"]
    assert went == [*once, *once[:4]]


def test_everything_that_a_presenter_can_touch_is_named(present):
    screen = present(route="short")
    for key in (Key.Key_Shift, Key.Key_Right, Key.Key_W, Key.Key_G, Key.Key_F1):
        press(screen, key)
        found = list(targets(screen.window))
        assert found
        assert all(spoken(target.item).strip() for target in found), key


def test_a_changed_deck_changes_what_is_laid_out_and_the_talk_goes_on(open_booth, folder, tmp_path):
    edited = Edited(open_booth, folder, tmp_path / "decks", presenting=True, now=lambda: 1000)
    try:
        edited.stage.open("trade")
        press(edited.screen, Key.Key_G)
        edited.replace("hill.yaml", "{en: History, zh: 历程}", "{en: Long ago, zh: 往昔}")
        edited.until_read()
        assert "Long ago" in edited.screen.texts()
        edited.screen.tap("show.close")
        assert shown(edited.screen) == "trade"
    finally:
        edited.close()
