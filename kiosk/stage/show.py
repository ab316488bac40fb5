"""What whoever shows a console beside the show is asked for by keys and fingers on the audience's screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ShowState(QObject):
    """Made when it is first asked for; the show itself is the `show` of the stage's place."""

    asked = Signal(str)
    """A key of the presenter's that is not the audience's: draw, erase, swap, timer, pointer."""
    swapAsked = Signal()
    """Three fingers tapped the screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.console = False
        """Whether there is somebody who answers; the sheet of keys then names theirs."""
