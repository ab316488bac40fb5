"""Puts the show's window and the console's on their screens, and keeps them there while screens come and go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from kiosk.presenter.kept import Kept
from kiosk.presenter.screens import Glass, Seats, Told, identities, seats, together, told


class Arrangement(QObject):
    """Which of the screens has the show and which the console; `console` gives the latter's window.

    With `windowed` both are windows that their owner moves. `moves` lets the show go to the screen that suits it at the
    beginning; at a booth it stays where its visitors had it.
    """

    happened = Signal(str)
    """What happened to the screens, by its name in the words."""

    def __init__(
        self,
        show: QWindow,
        console: Callable[[], QWindow],
        kept: Kept,
        state: Path,
        *,
        windowed: bool = False,
        moves: bool = False,
    ) -> None:
        super().__init__()
        self._show, self._console = show, console
        self._kept, self._state = kept, state
        self._windowed = windowed
        self._open: QWindow | None = None
        """The console's window, once it was needed."""
        self._count = len(QGuiApplication.screens())
        before = None if moves else Seats(self._screen_of(show), "")
        self.seats = seats(self.screens(), kept.shows, before)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - there is no window without one
        self._app = app
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._changed)
        if moves and not windowed:
            self._seat(show, self.seats.show)
        if self.seats.console:
            self._bring()

    @staticmethod
    def screens() -> list[Glass]:
        """The screens that are plugged in."""
        primary = QGuiApplication.primaryScreen()
        return [
            Glass(
                name=each.name(),
                maker=each.manufacturer(),
                model=each.model(),
                serial=each.serialNumber(),
                width=round(each.size().width() * each.devicePixelRatio()),
                height=round(each.size().height() * each.devicePixelRatio()),
                primary=each is primary,
            )
            for each in QGuiApplication.screens()
        ]

    @staticmethod
    def _screen_of(window: QWindow) -> str:
        screen = window.screen()
        return screen.name() if screen else ""

    # What happens to the screens

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._resized)
        self._changed()

    @Slot()
    def _resized(self) -> None:
        """A screen has another size: whoever sits there fills it again."""
        self._place()

    @Slot()
    def _changed(self, _gone: QScreen | None = None) -> None:
        """A screen came or went: the show stays where it can, the console finds its place, and says so."""
        screens = [each for each in self.screens() if _gone is None or each.name != _gone.name()]
        if not screens:
            return  # the last one went, and another will come
        before, self.seats = self.seats, seats(screens, self._kept.shows, self.seats)
        happened = told(before, self.seats, more=len(screens) > self._count)
        self._count = len(screens)
        self._place()
        if happened is not Told.NOTHING:
            self.happened.emit(happened.value)

    def _place(self) -> None:
        if not self._windowed:
            self._seat(self._show, self.seats.show)
        if self.seats.console:
            self._bring()
        elif self._open:
            self._open.hide()

    def _seat(self, window: QWindow, name: str) -> None:
        """Have a window fill a screen, unless it does so already."""
        screen = next((each for each in QGuiApplication.screens() if each.name() == name), None)
        if screen is None:
            return
        if window.screen() is not screen or window.geometry() != screen.geometry():
            if window.isVisible():
                window.showNormal()  # one that fills a screen would stay there
            window.setScreen(screen)
            window.setGeometry(screen.geometry())
        if window.visibility() is not QWindow.Visibility.FullScreen:
            window.showFullScreen()

    def _bring(self) -> None:
        """Have the console on its screen."""
        self._open = window = self._console()
        if self._windowed:
            window.show()
        else:
            self._seat(window, self.seats.console)
        window.requestActivate()

    # What the presenter asks

    @property
    def covers(self) -> bool:
        """Whether the console stands before the show on their one screen."""
        return not self.seats.console and self._open is not None and self._open.isVisible()

    def swap(self) -> None:
        """Show and console change screens; on one screen the console comes before the show, or goes."""
        if self.seats.console:
            self.seats = self.seats.swapped()
            self._remember()
            self._place()
            self.happened.emit(Told.SWAPPED.value)
        elif self.covers and self._open:
            self._open.hide()
            self._show.requestActivate()
        else:
            self._open = window = self._console()
            window.setScreen(self._show.screen())
            window.setGeometry(self._show.geometry())
            window.setVisibility(self._show.visibility())
            window.requestActivate()

    def _remember(self) -> None:
        """Know the screens again at the next talk."""
        screens = self.screens()
        self._kept.shows[together(screens)] = identities(screens)[self.seats.show]
        self._kept.save(self._state)

    def close(self) -> None:
        """Hear nothing of the screens any more."""
        self._app.screenAdded.disconnect(self._added)
        self._app.screenRemoved.disconnect(self._changed)
