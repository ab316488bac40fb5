"""Opens what a presenter has beside a show when one begins, and takes it away when it is over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from kiosk.stage.app import Booth


_AFTER_MS: Final = 50
"""So long it waits: the audience's slide is to be drawn first."""


class Closable(Protocol):
    """Something that is open until it is closed."""

    def close(self) -> None:
        """Take it away."""


Opens = Callable[["Booth"], Closable]
"""Opens a console beside a booth's show; its modules are imported no sooner."""


class Beside(QObject):
    """Watches whether a booth is a show.

    What it does is done from Qt's loop, so that a console that ends the talk is not taken away under its own finger.
    """

    def __init__(self, booth: Booth, opens: Opens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._booth, self._opens = booth, opens
        self._open: Closable | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._go)
        booth.stage.placeChanged.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if (self._booth.stage.place.show is None) is not (self._open is None):
            self._soon.start()

    @Slot()
    def _go(self) -> None:
        if self._booth.stage.place.show is None:
            self._take_away()
        elif self._open is None:
            self._open = self._opens(self._booth)

    def _take_away(self) -> None:
        if self._open:
            self._open.close()
            self._open = None

    def close(self) -> None:
        """Watch no more, and take away what is open."""
        self._booth.stage.placeChanged.disconnect(self._follow)
        self._soon.stop()
        self._take_away()
