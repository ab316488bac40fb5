"""A booth as a process of its own that is stepped through, slide by slide, from outside."""

from __future__ import annotations

import signal
from collections.abc import Iterator

from processes import Process

SLIDES = 8
STEPS_WHEN_TOLD = """
import os, sys
from kiosk.places import cache_folder
from kiosk.stage import graphics
graphics.prepare(cache_folder())
from kiosk.stage.application import application
app = application()
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
def step():
    if os.read(sys.stdin.fileno(), 64):
        QTest.keyClick(QGuiApplication.allWindows()[0], Qt.Key.Key_Right)
told.activated.connect(step)
from kiosk.cli import main
main()
"""
"""A booth that presses Right for each line on its stdin: the offscreen platform has no keyboard."""


def stepped_through(booth: Process) -> Iterator[set[int]]:
    """Every process of the booth at each slide of the small deck; then it is told to end, and does."""
    for slide in range(SLIDES):
        assert booth.line() == f"slide {slide} complete", booth.stderr()
        yield {booth.child.pid, *booth.descendants()}
        booth.tell("right")
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.line() == ""
