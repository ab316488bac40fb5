"""What a presenter has beside the show: opened when the first show of a booth begins, and closed with the booth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from kiosk.stage.app import Booth


class Closable(Protocol):
    """What is open until it is closed."""

    def close(self) -> object:
        """Take it away."""


Opens = Callable[[Booth], Closable | None]
"""Opens what a presenter has beside a booth's show; None where there is nothing of that kind."""


class Beside(QObject):
    """Waits for a booth's first show; `opens` then gives what stands beside it."""

    def __init__(self, booth: Booth, opens: Opens, parent: QObject) -> None:
        super().__init__(parent)
        self._booth, self._opens = booth, opens
        self._open: Closable | None = None
        booth.stage.showChanged.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        stage = self._booth.stage
        if stage.presenting:
            stage.showChanged.disconnect(self._look)
            self._open = self._opens(self._booth)

    def close(self) -> None:
        """The booth ends."""
        if self._open:
            self._open.close()
