"""The console from its opening to its end: its window with two small scenes, and the ink over the show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

import shiboken6
from PySide6.QtCore import QObject, QSizeF, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.navigator import Navigator
from kiosk.presenter.arrange import Arrangement
from kiosk.presenter.kept import Kept, read
from kiosk.presenter.keys import Keys
from kiosk.presenter.lectern import Lectern
from kiosk.presenter.mirror import Mirror
from kiosk.presenter.phone import Phone, near_address
from kiosk.presenter.search import Search
from kiosk.stage.ink import Ink
from kiosk.stage.scene import QmlScene

if TYPE_CHECKING:
    from kiosk.stage.app import Booth
    from kiosk.stage.stage import Stage

_QML: Final = Path(__file__).parent / "qml"
_INK: Final = Path(__file__).parents[1] / "stage" / "qml" / "Kiosk" / "InkOver.qml"
_AFTER_MS: Final = 20
"""So long the small scenes wait for the audience's, which is to be drawn first."""
_NUMBERS_MS: Final = 3_000
"""So long the screens show their numbers."""


class _Scene(QmlScene):
    """The console's window, with two small scenes in it."""

    MAIN: ClassVar[Path] = _QML / "KioskPresenter" / "ConsoleWindow.qml"

    def _equip(self, engine: QQmlEngine) -> None:
        engine.addImportPath(str(_QML))

    @property
    def engine(self) -> QQmlEngine:
        """What makes the window's parts."""
        return self._engine


class Console:
    """The console's window, made when it is first needed."""

    def __init__(self, booth: Booth, lectern: Lectern, phone: Phone) -> None:
        self._booth, self._stage = booth, booth.stage
        self._scene = scene = _Scene(on_slide=True)
        scene.theme.still()
        scene.theme.take(booth.theme.taken)
        self._now = Mirror(self._stage, scene.theme, scene.texts, lambda _: None)
        self._next = Mirror(self._stage, scene.theme, scene.texts, self._ahead)
        self._search = Search(self._stage, lectern)
        own = {"stage": self._now.stage, "coming": self._next.stage, "lectern": lectern, "search": self._search}
        own |= {"phone": phone}
        self.window = scene.open(own)
        self._keys = Keys(self.window, booth.window, self._stage)
        self._size()
        booth.window.widthChanged.connect(self._size)
        booth.window.heightChanged.connect(self._size)
        booth.theme.changed.connect(self._paint)
        self._soon = QTimer(self.window, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._follow)
        self._stage.placeChanged.connect(self._soon.start)
        self._stage.about.deckChanged.connect(self._soon.start)
        self.window.visibleChanged.connect(lambda visible: lectern.look(visible=visible))

    @property
    def engine(self) -> QQmlEngine:
        """What makes the window's parts."""
        return self._scene.engine

    @property
    def stages(self) -> tuple[Stage, Stage]:
        """Of the two small scenes: of what is shown, and of what comes."""
        return self._now.stage, self._next.stage

    def _ahead(self, navigator: Navigator) -> None:
        navigator.show_next(self._stage.now())

    def _follow(self) -> None:
        self._now.follow()
        self._next.follow()

    def _paint(self) -> None:
        if self._scene.theme.taken != self._booth.theme.taken:
            self._scene.theme.take(self._booth.theme.taken)

    def _size(self) -> None:
        """The show's window has another size: the small scenes are laid out for that."""
        self.window.setProperty("show", QSizeF(self._booth.window.size()))

    def close(self) -> None:
        """Take the window away, and then what it was bound to."""
        self._stage.placeChanged.disconnect(self._soon.start)
        self._stage.about.deckChanged.disconnect(self._soon.start)
        self._soon.stop()
        self._booth.theme.changed.disconnect(self._paint)
        self._booth.window.widthChanged.disconnect(self._size)
        self._booth.window.heightChanged.disconnect(self._size)
        self._keys.close()
        self.window.hide()
        self._search.close()
        self._scene.close()
        for each in (self._now, self._next):
            each.close()


class Presenter(QObject):
    """What a presenter has besides the show of a booth: the console and the ink.

    `state` is the folder for what is kept; `moves` lets the show go to the screen that suits it, at the beginning.
    """

    def __init__(
        self, booth: Booth, state: Path, *, windowed: bool = False, moves: bool = False, language: str = ""
    ) -> None:
        super().__init__()
        self._booth = booth
        self._kept: Kept = read(state)
        self._kept.language = self._kept.language or language
        self.ink = Ink(self)
        self.lectern = Lectern(booth.stage, self.ink, self._kept, state)
        self.phone = Phone(self.lectern, near_address)
        self._over = self._overlay()
        self._console: Console | None = None
        self.closed = False
        """Whether the talk is over."""
        self._numbering: QQmlComponent | None = None  # what it made goes when it goes
        self._numbers: list[QQuickWindow] = []
        self._unnumber = QTimer(self, singleShot=True, interval=_NUMBERS_MS)
        self._unnumber.timeout.connect(self._take_numbers)
        self.arrangement = Arrangement(booth.window, self._window, self._kept, state, windowed=windowed, moves=moves)
        self.arrangement.happened.connect(self.lectern.tell)
        self.lectern.swapped.connect(self.arrangement.swap)
        self.lectern.numbered.connect(self._number)
        self.lectern.ended.connect(self._forget)
        booth.stage.placeChanged.connect(self._follow)
        booth.stage.show.asked.connect(self.ask)
        booth.stage.show.swapAsked.connect(self.lectern.swap)
        booth.stage.show.console = True

    @property
    def console(self) -> Console:
        """The console, which is made when it is first asked for."""
        if self._console is None:
            self._console = Console(self._booth, self.lectern, self.phone)
        return self._console

    def _window(self) -> QQuickWindow:
        return self.console.window

    def _overlay(self) -> QQuickItem:
        """The ink over the show's scene."""
        window = self._booth.window
        engine = QQmlEngine.contextForObject(window).engine()
        component = self._inks = QQmlComponent(engine, QUrl.fromLocalFile(str(_INK)))
        over = component.createWithInitialProperties({"ink": self.ink, "stage": self._booth.stage})
        if not isinstance(over, QQuickItem):
            raise ImportError(component.errorString())  # noqa: TRY004 - its file is not as it was
        over.setParentItem(window.contentItem())
        over.setSize(QSizeF(window.size()))
        window.widthChanged.connect(self._fit)
        window.heightChanged.connect(self._fit)
        return over

    @Slot()
    def _fit(self) -> None:
        self._over.setSize(QSizeF(self._booth.window.size()))

    @Slot(str)
    def ask(self, what: str) -> None:
        """What a key of the show asks for."""
        if what == "swap":
            self.lectern.swap()
        elif what == "timer":
            self.lectern.pause()
        else:
            self.lectern.take(what)

    @Slot()
    def _follow(self) -> None:
        if self._booth.stage.place.show is None:
            self._forget()

    @Slot()
    def _forget(self) -> None:
        """The talk is over: nothing of it is left."""
        self.ink.forget()
        if self.phone.on:
            self.phone.toggle()

    @Slot()
    def _number(self) -> None:
        """Show each screen's number on it."""
        self._take_numbers()
        engine = self.console.engine
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(_QML / "KioskPresenter" / "NumberWindow.qml")))
        self._numbering = component
        for at, screen in enumerate(QGuiApplication.screens()):
            name = " ".join(filter(None, (screen.manufacturer(), screen.model()))) or screen.name()
            window = component.createWithInitialProperties({"number": str(at + 1), "name": name})
            if not isinstance(window, QQuickWindow):
                raise ImportError(component.errorString())  # noqa: TRY004 - its file is not as it was
            whole = screen.geometry()
            window.setScreen(screen)
            window.setGeometry(whole.adjusted(*(by * whole.size().height() // 4 for by in (1, 1, -1, -1))))
            window.show()
            self._numbers.append(window)
        self._unnumber.start()

    @Slot()
    def _take_numbers(self) -> None:
        for window in self._numbers:
            window.hide()
            shiboken6.delete(window)
        self._numbers.clear()

    def close(self) -> None:
        """Take everything away; the show's window is left alone."""
        self.closed = True
        self._unnumber.stop()
        self._take_numbers()
        stage, window = self._booth.stage, self._booth.window
        stage.placeChanged.disconnect(self._follow)
        stage.show.asked.disconnect(self.ask)
        stage.show.swapAsked.disconnect(self.lectern.swap)
        stage.show.console = False
        window.widthChanged.disconnect(self._fit)
        window.heightChanged.disconnect(self._fit)
        self.arrangement.close()
        self.phone.close()
        if self._console:
            self._console.close()
            self._console = None
        shiboken6.delete(self._over)
        self.lectern.close()
