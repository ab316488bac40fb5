"""Nobody gets out by touch, mouse or keys: one window, full of the booth, whatever is done to it."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from kiosk.deck.load import load
from kiosk.stage.complete import visible_items
from kiosk.walk import stops

Key, Held = Qt.Key, Qt.KeyboardModifier
KEYS = [
    *(getattr(Key, f"Key_F{n}") for n in range(1, 25)),
    *(Key.Key_Tab, Key.Key_Escape, Key.Key_Delete, Key.Key_Insert, Key.Key_Print, Key.Key_Pause, Key.Key_Menu),
    *(Key.Key_Super_L, Key.Key_Super_R, Key.Key_Meta, Key.Key_Alt, Key.Key_AltGr, Key.Key_Hyper_L, Key.Key_Help),
    *(Key.Key_Space, Key.Key_Return, Key.Key_Home, Key.Key_End, Key.Key_Left, Key.Key_Right, Key.Key_PageUp),
    *(Key.Key_A, Key.Key_C, Key.Key_D, Key.Key_N, Key.Key_O, Key.Key_P, Key.Key_Q, Key.Key_R, Key.Key_S, Key.Key_T),
    *(Key.Key_V, Key.Key_W, Key.Key_X, Key.Key_Z, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_9),
]
ONE_BY_ONE = [Held.NoModifier, Held.AltModifier, Held.ControlModifier, Held.MetaModifier, Held.ShiftModifier]
TOGETHER = [
    Held.ControlModifier | Held.AltModifier,
    Held.ControlModifier | Held.ShiftModifier,
    Held.AltModifier | Held.ShiftModifier,
    Held.MetaModifier | Held.ControlModifier | Held.AltModifier | Held.ShiftModifier,
]


def check_closed(screen) -> None:
    """The booth's window is the only one, is shown, as large as it was, and holds nothing that takes text."""
    shown = [window for window in QGuiApplication.allWindows() if window.isVisible()]
    assert shown == [screen.window]
    assert screen.window.visibility() in {screen.window.Visibility.Windowed, screen.window.Visibility.FullScreen}
    assert (screen.window.width(), screen.window.height()) == (960, 540)
    assert not [item for item in visible_items(screen.window) if item.inherits("QQuickTextInput")]
    assert not [item for item in visible_items(screen.window) if item.inherits("QQuickTextEdit")]


@pytest.fixture
def booth(open_booth, tiny_folder):
    screen = open_booth(load(tiny_folder), tiny_folder, size=(960, 540))
    screen.wake()
    return screen


@pytest.mark.qt_log_ignore("keyToAscii Unhandled key code")
def test_no_key_leads_out(booth):
    """Every key with each modifier, and with several; five times Shift, as the sticky keys of some systems want it."""
    for key, held in [*itertools.product(KEYS, ONE_BY_ONE), *itertools.product(KEYS[::3], TOGETHER)]:
        QTest.keyClick(booth.window, key, held)
    for _ in range(5):
        QTest.keyClick(booth.window, Key.Key_Shift)
    check_closed(booth)
    booth.booth.stage.home()
    booth.tap("hub.one")
    assert booth.place.screen == "slide"


def test_no_screen_has_a_menu_takes_a_drop_or_gives_anything_away(open_booth, tiny_folder):
    loaded = load(tiny_folder)
    screen = open_booth(loaded, tiny_folder, size=(960, 540), attended=True)
    middle = QPoint(480, 270)
    mime = QMimeData()
    mime.setUrls([QUrl("file:///etc/passwd"), QUrl("http://127.0.0.1/")])
    mime.setText("hello")
    for stop in stops(loaded.deck):
        stop.show(screen.booth.stage)
        if screen.place.screen == "attract":
            continue  # any touch leads on from it
        QGuiApplication.processEvents()
        place = screen.place
        for point in (middle, QPoint(2, 2), QPoint(955, 535)):
            QTest.mouseClick(screen.window, Qt.MouseButton.RightButton, Held.NoModifier, point)
            QTest.mouseClick(screen.window, Qt.MouseButton.MiddleButton, Held.NoModifier, point)
        for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
            menu = QContextMenuEvent(reason, middle, middle)
            menu.ignore()
            QGuiApplication.sendEvent(screen.window, menu)
            assert not menu.isAccepted()
        actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        drop = QDropEvent(QPointF(middle), actions, mime, button, Held.NoModifier)
        drop.ignore()
        QGuiApplication.sendEvent(screen.window, drop)
        assert not drop.isAccepted(), stop.id
        check_closed(screen)
        assert screen.place.screen == place.screen
    assert QGuiApplication.clipboard().text() == ""


def test_long_presses_and_many_fingers_open_nothing(qtbot, booth):
    for point in (QPoint(480, 270), QPoint(5, 5), QPoint(950, 530)):
        booth.fingers.press(point)
        qtbot.wait(900)  # longer than any system's long press
        booth.fingers.lift()
        check_closed(booth)
    hand = [QPoint(200 + 100 * at, 270) for at in range(5)]
    for way in (QPoint(0, 400), QPoint(0, -400), QPoint(900, 0), QPoint(-900, 0)):
        booth.fingers.press(*hand)
        for step in range(1, 6):
            booth.fingers.move(*(point + way * step / 5 for point in hand))
        booth.fingers.lift()
        check_closed(booth)
    pinched = [QPoint(480, 270)] * 5
    booth.fingers.press(*hand)
    booth.fingers.move(*pinched)
    booth.fingers.lift()
    check_closed(booth)


@pytest.mark.parametrize("rounds", [20, pytest.param(100, marks=pytest.mark.soak)])
def test_touches_that_are_stuck_or_cancelled_never_stop_the_next_tap(open_booth, tiny_folder, rounds):
    """A5: ten fingers that never lift, a screen that changes under them, the idle return, a cancel."""
    clock = [0]
    screen = open_booth(load(tiny_folder), tiny_folder, size=(960, 540), now=lambda: clock[0])
    for round_ in range(rounds):
        screen.wake()
        down = [QPoint(60 + 90 * at, 100 + 40 * (at % 8)) for at in range(1 + round_ % 10)]
        screen.fingers.press(*down)
        if round_ % 3 == 1:
            screen.booth.stage.open("trade")
        if round_ % 2:
            screen.fingers.cancel()
        else:
            screen.fingers.lift()
        if round_ % 5 == 0:
            clock[0] += 10**6
            screen.booth.stage.tick()
            clock[0] += 10**6
            screen.booth.stage.tick()
            assert screen.place.screen == "attract"
            screen.wake()
        screen.booth.stage.home()
        QGuiApplication.processEvents()
        screen.tap("hub.one")
        assert screen.place.screen == "slide", round_
        screen.booth.stage.rest()
    check_closed(screen)
