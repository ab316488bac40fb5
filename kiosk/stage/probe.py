"""Tells a program outside, on stdout, when a slide is complete on the screen."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Slot
from PySide6.QtQuick import QQuickWindow

from kiosk.stage.complete import complete
from kiosk.stage.stage import Stage


class Probe(QObject):
    """After each frame: `slide N complete` where slide N is, for the first time since it was stepped to."""

    def __init__(self, window: QQuickWindow, stage: Stage) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._told = -1
        window.frameSwapped.connect(self._look)

    @Slot()
    def _look(self) -> None:
        index = self._stage.place.slide
        if index != self._told and complete(self._window):
            self._told = index
            sys.stdout.write(f"slide {index} complete\n")
            sys.stdout.flush()
