"""A part of the slide comes near: by two fingers, the wheel or keys, on the wall and on the console, with its ink."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from kiosk.place import WHOLE, View

Key = Qt.Key


@pytest.fixture
def alone(open_talk):
    """A show on the only screen there is."""
    return open_talk(beside=False)


def seen(talk) -> QRectF:
    """Where all of the slide stands, in shares of the wall."""
    window = talk.screen.window
    whole = talk.screen.item("slides").mapRectToScene(QRectF(0, 0, window.width(), window.height()))
    width, height = window.width(), window.height()
    return QRectF(whole.x() / width, whole.y() / height, whole.width() / width, whole.height() / height)


def pinch(talk, middle: QPoint, apart: float) -> None:
    fingers = talk.screen.fingers
    fingers.press(middle - QPoint(100, 0), middle + QPoint(100, 0))
    for step in range(1, 11):
        half = QPoint(round(100 * (1 + (apart - 1) * step / 10)), 0)
        fingers.move(middle - half, middle + half)
    fingers.lift()


def test_two_fingers_on_the_wall_enlarge_what_is_between_them_and_one_moves_it(alone):
    slide = alone.slide
    pinch(alone, QPoint(320, 180), 2)
    near = alone.place.show.near
    assert 0.45 < near.share < 0.65  # the fingers move some way before it is a pinch
    assert near.left + near.share / 4 == pytest.approx(0.25, abs=0.01)  # what was between them is there still
    assert seen(alone).width() == pytest.approx(1 / near.share, abs=0.01)
    assert seen(alone).x() == pytest.approx(-near.left / near.share, abs=0.01)
    alone.screen.fingers.drag(QPoint(640, 360), QPoint(-400, -200))
    moved = alone.place.show.near
    assert moved.left > near.left
    assert moved.top > near.top
    assert alone.slide == slide
    pinch(alone, QPoint(640, 360), 0.2)
    assert alone.place.show.near == WHOLE
    alone.screen.fingers.drag(QPoint(1000, 360), QPoint(-600, 0))
    assert alone.slide != slide


def test_keys_enlarge_the_middle_and_escape_shows_the_whole(talk):
    talk.press(Key.Key_Plus, Key.Key_Equal)
    assert talk.place.show.near == View(5 / 18, 5 / 18, 4 / 9)
    talk.press(Key.Key_Minus)
    assert talk.place.show.near.share == pytest.approx(2 / 3)
    talk.press(Key.Key_Escape)
    assert (talk.place.show.near, talk.place.show.grid) == (WHOLE, False)


def test_the_wheel_on_the_console_enlarges_what_is_under_it(talk):
    QTest.wheelEvent(talk.window, QPointF(talk.on_slide(0.25, 0.5)), QPoint(0, 480))
    talk.until(lambda: talk.place.show.near != WHOLE)
    near = talk.place.show.near
    assert 0.5 < near.share < 0.75
    assert near.left + 0.25 * near.share == pytest.approx(0.25, abs=0.01)


def test_ink_is_drawn_on_the_part_that_is_near(talk):
    talk.tap("draw")
    talk.presenter.lectern.bringNear(0.5, 0.5, 0.5)
    talk.fingers.drag(talk.on_slide(0.75, 0.75), QPoint(1, 1))
    x, y = (float(number) for number in talk.presenter.ink.strokes.removeprefix("M").split(" L")[0].split())
    assert (x, y) == pytest.approx((0.75, 0.75), abs=0.01)
