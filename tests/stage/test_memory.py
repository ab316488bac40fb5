"""What is no longer on screen is no longer in memory."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.stage.pictures import StagePicture
from kiosk.stage.rows import Rows


def held() -> tuple[int, int]:
    """How many lists there are, and how many pictures that hold anything."""
    gc.collect()
    kept = gc.get_objects()
    return sum(isinstance(each, Rows) for each in kept), sum(
        isinstance(each, StagePicture) and bool(vars(each)) for each in kept
    )


def test_slides_that_were_left_hold_no_lists_and_no_pictures(screen):
    screen.booth.stage.open("trade")
    first = screen.place.slide

    def around() -> tuple[int, int]:
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            QTest.keyClick(screen.window, key)
            QTest.keyClick(screen.window, key)
            screen.until_complete()
        assert screen.place.slide == first
        return held()

    around()
    once = around()
    for _ in range(3):
        lists, pictures = around()
    assert (lists, pictures) <= once
