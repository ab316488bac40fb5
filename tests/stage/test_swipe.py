"""Swipes: the finger leads the slide, and the navigator decides what they mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.stage.app import clock

THRESHOLD = 50
"""75 px at 1080 lines, on a window of 720."""
START = QPoint(700, 300)


@pytest.fixture
def on_slide(screen):
    screen.wake()
    screen.tap("hub.overview")
    screen.tap("bar.next")
    assert screen.place.slide == 1
    return screen


@pytest.mark.parametrize(
    ("by", "slide"),
    [(-THRESHOLD - 2, 2), (-THRESHOLD + 2, 1), (THRESHOLD + 2, 0), (THRESHOLD - 2, 1), (-600, 2), (600, 0)],
)
def test_a_swipe_counts_from_its_threshold_on(on_slide, by, slide):
    on_slide.fingers.drag(START, QPoint(by, 0), steps=12)
    assert on_slide.place.slide == slide


def test_the_slide_follows_the_finger(on_slide):
    slides = on_slide.item("slides")
    before = slides.property("contentX")
    on_slide.fingers.drag(START, QPoint(-300, 0), steps=10, lift=False)
    moved = slides.property("contentX") - before
    assert moved == pytest.approx(300, abs=20)
    on_slide.fingers.lift()
    on_slide.until(lambda: slides.property("contentX") == before + on_slide.window.width())


def test_a_swipe_that_does_not_count_leaves_the_slide_where_it_was(on_slide):
    slides = on_slide.item("slides")
    before = slides.property("contentX")
    on_slide.fingers.drag(START, QPoint(-40, 0))
    on_slide.until(lambda: slides.property("contentX") == before)


def test_a_vertical_drag_steps_nowhere(on_slide):
    on_slide.fingers.drag(START, QPoint(0, -250))
    assert on_slide.place.slide == 1


def test_the_mouse_swipes_too(on_slide):
    QTest.mousePress(on_slide.window, Qt.MouseButton.LeftButton, pos=START)
    for step in range(1, 9):
        QTest.mouseMove(on_slide.window, START - QPoint(step * 25, 0))
    QTest.mouseRelease(on_slide.window, Qt.MouseButton.LeftButton, pos=START - QPoint(200, 0))
    assert on_slide.place.slide == 2


@pytest.mark.parametrize(("by", "slide"), [(-300, 2), (300, 0), (-20, 1)])
def test_a_finger_swipes_beside_a_palm_that_rests(on_slide, by, slide):
    fingers = on_slide.fingers
    palm = QPoint(200, 600)
    fingers.press(palm)
    rested = clock() + 700
    on_slide.until(lambda: clock() > rested)
    fingers.press(START)
    for step in range(1, 7):
        fingers.move(palm + QPoint(step % 2, 0), START + QPoint(by * step // 6, 2))
    fingers.lift_one(1)
    on_slide.until(lambda: on_slide.place.slide == slide)
    fingers.lift()
    assert on_slide.place.slide == slide


def test_a_palm_on_the_glass_jams_nothing(on_slide):
    """The bar answers while the palm rests, and swipes count again once it is lifted."""
    forward = on_slide.middle("bar.next")
    on_slide.fingers.press(QPoint(200, 300))
    on_slide.fingers.press(forward)
    on_slide.fingers.lift()
    assert on_slide.place.slide == 2
    on_slide.fingers.drag(START, QPoint(200, 0))
    assert on_slide.place.slide == 1


@pytest.mark.parametrize(
    ("name", "led"), [("hub.overview", ("slide", "en")), ("hub.one", ("slide", "en")), ("bar.language", ("hub", "zh"))]
)
def test_what_is_stuck_on_a_button_does_not_block_it(screen, monkeypatch, name, led):
    """A drop of water, a sticker: others can still tap what lies beneath."""
    monkeypatch.setattr("kiosk.stage.resting._STUCK_MS", 300)
    screen.wake()
    middle = screen.middle(name)
    screen.fingers.press(middle)
    stuck = clock() + 400
    screen.until(lambda: clock() > stuck)
    screen.fingers.press(middle + QPoint(20, 10))
    screen.fingers.lift_one(1)
    screen.until(lambda: (screen.place.screen, screen.place.language) == led, timeout=5_000)
    screen.fingers.lift()
    assert (screen.place.screen, screen.place.language) == led


@pytest.mark.parametrize("by", [300, -300])
def test_a_tap_beside_a_palm_that_rests_is_no_swipe(on_slide, by):
    """Though the slide was come to by one."""
    fingers = on_slide.fingers
    fingers.drag(START, QPoint(by, 60), steps=7)
    there = on_slide.place.slide
    assert there != 1
    fingers.press(QPoint(925, 342))
    fingers.press(QPoint(1094, 80))
    fingers.lift_one(1)
    on_slide.until_complete()
    assert on_slide.place.slide == there
    fingers.lift()


def test_two_people_touch_at_once_and_nothing_jams(on_slide):
    on_slide.fingers.press(QPoint(300, 300), QPoint(900, 300))
    for step in range(1, 9):
        on_slide.fingers.move(QPoint(300 + step * 20, 300), QPoint(900 - step * 20, 300))
    on_slide.fingers.lift()
    on_slide.tap("bar.next")
    assert on_slide.place.slide == 2


def test_swiping_on_leads_from_one_platform_to_the_next(screen):
    screen.wake()
    screen.tap("hub.overview")
    for _ in range(3):
        screen.fingers.drag(START, QPoint(-400, 0))
    assert screen.place.slide == 3
    assert "River" in screen.texts()


def test_a_swipe_beyond_the_last_slide_leads_to_the_hub(on_slide):
    """The slides are gone when it ends, and nothing complains."""
    on_slide.booth.stage.openIndex(on_slide.booth.stage.lists.slides.rowCount() - 1)
    on_slide.fingers.drag(START, QPoint(-300, 0), steps=10)
    assert on_slide.place.screen == "hub"
    on_slide.until(lambda: on_slide.item("bar.home"))


def test_a_finger_that_still_drags_leads_nowhere_once_somebody_went_home(on_slide):
    on_slide.fingers.drag(START, QPoint(-300, 0), steps=10, lift=False)
    QTest.keyClick(on_slide.window, Qt.Key.Key_Home)
    on_slide.fingers.lift()
    assert on_slide.place.screen == "hub"
