"""A booth that is handed over gets a console, and is without one when it is the visitors' again."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.presenter.window import Presenter
from kiosk.stage.beside import Beside

Key = Qt.Key


@pytest.fixture
def opened():
    return []


@pytest.fixture
def booth(open_booth, folder, clock, opened, tmp_path):
    from kiosk.deck.load import load

    screen = open_booth(load(folder), folder, now=clock)

    def open_(booth):
        opened.append(Presenter(booth, tmp_path / "state", windowed=True))
        return opened[-1]

    beside = Beside(screen.booth, open_)
    yield screen
    beside.close()
    gc.collect()


def test_the_console_comes_with_the_talk_and_goes_with_it(booth, opened):
    assert not opened
    booth.wake()
    QTest.keyClick(booth.window, Key.Key_F5)
    booth.until(lambda: len(opened) == 1)
    QTest.keyClick(booth.window, Key.Key_S)
    console = opened[0].console.window
    assert console.isVisible()
    QTest.keyClick(console, Key.Key_Right)
    lectern = opened[0].lectern
    lectern.end()
    lectern.end()
    booth.until(lambda: opened[0].closed)
    assert booth.place.screen == "attract"
    QTest.keyClick(booth.window, Key.Key_B)
    booth.until(lambda: len(opened) == 2)


def test_a_talk_that_nobody_goes_on_with_takes_its_console_along(booth, opened, clock):
    QTest.keyClick(booth.window, Key.Key_F5)
    booth.until(lambda: len(opened) == 1)
    opened[0].console.window.show()
    clock.now += 601_000
    booth.booth.stage.tick()
    booth.until(lambda: opened[0].closed)
    assert booth.place.screen == "attract"
