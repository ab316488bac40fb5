"""The visitor's keys, and the two that only operators have."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.deck.load import load

Key = Qt.Key
FORWARD = [Key.Key_Right, Key.Key_Down, Key.Key_PageDown, Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_N]
BACK = [Key.Key_Left, Key.Key_Up, Key.Key_PageUp, Key.Key_Backspace, Key.Key_P]


def press(screen, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(screen.window, key, modifiers)


def test_a_key_only_wakes_the_booth(screen):
    press(screen, Key.Key_2)
    assert screen.place.screen == "hub"


@pytest.mark.parametrize("key", FORWARD)
def test_keys_that_lead_on(screen, key):
    screen.wake()
    press(screen, key)
    press(screen, key)
    assert screen.place.slide == 1


@pytest.mark.parametrize("key", BACK)
def test_keys_that_lead_back(screen, key):
    screen.wake()
    press(screen, Key.Key_N)
    press(screen, Key.Key_N)
    press(screen, key)
    assert (screen.place.screen, screen.place.slide) == ("slide", 0)


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_Escape])
def test_keys_that_lead_home(screen, key):
    screen.wake()
    press(screen, Key.Key_N)
    press(screen, key)
    assert screen.place.screen == "hub"


def test_a_digit_opens_its_group_and_an_unknown_one_nothing(screen):
    screen.wake()
    press(screen, Key.Key_1)
    assert screen.place.slide == 3
    press(screen, Key.Key_7)
    assert screen.place.slide == 3


def test_l_changes_the_language(screen):
    screen.wake()
    press(screen, Key.Key_L)
    assert screen.place.language == "zh"


@pytest.mark.parametrize("held", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_a_key_with_ctrl_alt_or_super_is_no_key_of_the_booth(screen, held):
    screen.wake()
    there = screen.place
    for key in (Key.Key_B, Key.Key_W, Key.Key_L, Key.Key_7, Key.Key_Right, Key.Key_F5):
        press(screen, key, Qt.KeyboardModifier[held])
    assert screen.place == there


def test_a_visitor_cannot_close_the_window(screen):
    for key, modifiers in [
        (Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ]:
        press(screen, key, modifiers)
    closing = QCloseEvent()
    QGuiApplication.sendEvent(screen.window, closing)
    assert screen.window.isVisible()
    assert closing.type() == QEvent.Type.Close
    assert not closing.isAccepted()


def test_an_operator_can(open_booth, tiny_folder):
    screen = open_booth(load(tiny_folder), tiny_folder, operator_keys=True)
    press(screen, Key.Key_F11)
    screen.until(lambda: screen.window.visibility() == screen.window.Visibility.FullScreen)
    press(screen, Key.Key_F11)
    screen.until(lambda: screen.window.visibility() == screen.window.Visibility.Windowed)
    press(screen, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not screen.window.isVisible()
