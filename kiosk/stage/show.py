"""A presenter's show, as the slides beneath it are told of it, and what a touch of the audience's screen asks of it.

What stands before the slide (all slides, the keys, the welcome) is the business of `talk.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.navigator import Navigator
from kiosk.place import WHOLE, Place
from kiosk.stage.part import Act, Here

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

STEPPING: Final = 1 / 3
"""The part of a slide's width, at each side, where a presenter's tap leads on or back."""
WHOLLY: Final = 1000
"""More parts than any slide has: all are revealed."""


@QmlElement
@QmlUncreatable("The stage's own")
class ShowState(QObject):  # type: ignore[operator]
    """The show that is on, or that there is none; `clock` gives milliseconds.

    With `only` the booth is never the visitors'.
    """

    changed = Signal()
    asked = Signal(str)
    """A key of the presenter's that is not the audience's: draw, erase, swap, timer, pointer."""
    swapAsked = Signal()
    """Three fingers tapped the screen."""

    def __init__(self, act: Act, here: Here, clock: Callable[[], int], parent: QObject, *, only: bool) -> None:
        super().__init__(parent)
        self._act = act
        self._here = here
        self._clock = clock
        self._only = only
        self.console = False
        """Whether a console is beside the show, which answers what is asked; the sheet of keys then names its own."""

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before."""
        if before.show != self._here().show:
            self.changed.emit()

    def ask(self, key: str) -> None:
        """Tell whoever shows a console of a key that is theirs."""
        from kiosk.show import ASKED

        if key in ASKED:
            self.asked.emit(ASKED[key])

    @property
    def handed_over(self) -> bool:
        """Whether the show that is on ends with the visitors' booth."""
        return self._here().show is not None and not self._only

    # What QML reads

    @Property(bool, notify=changed)
    def presenting(self) -> bool:
        """Whether somebody speaks with the deck: nothing is on screen but its slides."""
        return self._here().show is not None

    @Property(str, notify=changed)
    def blank(self) -> str:
        """`black` or `white` where that stands in the slide's place."""
        show = self._here().show
        return show.blank.value if show else ""

    @Property(bool, notify=changed)
    def covered(self) -> bool:
        """Whether something else stands before the slide of whoever presents."""
        show = self._here().show
        return show is not None and bool(show.blank or show.grid or show.help)

    @Property(int, notify=changed)
    def revealed(self) -> int:
        """How many parts are revealed of a slide that is built up; all of them while nobody presents."""
        show = self._here().show
        return show.step if show else WHOLLY

    @Property(QRectF, notify=changed)
    def near(self) -> QRectF:
        """The part of the slide that whoever presents shows as large as the screen, as shares of the slide."""
        show = self._here().show
        near = show.near if show else WHOLE
        return QRectF(near.left, near.top, near.share, near.share)

    # What a touch asks

    @Slot(float, float, float)
    def bringNear(self, left: float, top: float, share: float) -> None:
        """Show a part of the slide as large as the screen."""
        self._act(lambda navigator: navigator.show_near(left, top, share))

    @Slot(float)
    def tapped(self, part: float) -> None:
        """A presenter tapped a slide at this part of its width: its outer thirds lead on and back."""
        if part >= 1 - STEPPING:
            self._act(lambda navigator: navigator.show_next(self._clock()))
        elif part <= STEPPING:
            self._act(lambda navigator: navigator.show_previous(self._clock()))

    @Slot()
    def layOut(self) -> None:
        """Show a presenter all slides to jump to one."""
        self._act(Navigator.show_grid)
