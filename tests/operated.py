"""A booth with its operator, for tests of the panel."""

from __future__ import annotations

from pathlib import Path

from clocks import Clock
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from kiosk.stage.complete import visible_items
from kiosk.stage.operating import Operating, Running

__all__ = ["PIN", "Clock", "Machine"]

PIN = "271828"


class Machine:
    """A booth with its operator's files, and what was asked of the process that it is."""

    def __init__(self, screen, tmp_path, clock, **running) -> None:
        self.screen, self.clock = screen, clock
        self.config, self.state, self.media = tmp_path / "kiosk.toml", tmp_path / "state", tmp_path / "media"
        self.state.mkdir()
        self.media.mkdir()
        self.asked: list[object] = []
        again, leave = (lambda deck: self.asked.append(("again", deck))), (lambda: self.asked.append("leave"))
        stage = screen.booth.stage
        running = {"theme": "day", "again": again, "leave": leave} | running
        self.operating = Operating(stage, self.config, self.state, Running(**running), self.drives, screen.window)

    def drives(self, _places) -> list[Path]:
        """Sticks, which a test cannot mount."""
        return sorted(self.media.iterdir())

    def corner(self, taps: int = 5, pause: int = 300) -> None:
        """Tap the corner as the operator does."""
        for _ in range(taps):
            self.clock.now += pause
            self.screen.fingers.tap(QPoint(self.screen.window.width() - 20, 20))

    def passes(self, milliseconds: int) -> None:
        self.clock.now += milliseconds
        self.screen.booth.stage.tick()

    def wait_for(self, desk: str) -> None:
        self.screen.until(lambda: self.screen.place.desk == desk)

    def still_nothing(self) -> None:
        """Give whatever a thread might still do its time."""
        QTest.qWait(150)
        assert self.screen.place.desk == ""

    def type(self, digits: str) -> None:
        for digit in digits:
            self.screen.tap(f"pad.{digit}")
        self.screen.tap("pad.enter")

    def said(self) -> str:
        found = [item for item in visible_items(self.screen.window) if item.objectName() == "pad.said"]
        return found[0].property("text") if found else ""

    def open_panel(self) -> None:
        self.corner()
        self.wait_for("pin")
        self.type(PIN)
        self.wait_for("panel")
