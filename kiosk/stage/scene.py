"""The scene's QML: read by a thread of Qt's own while Python still opens the deck, then made into a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

import shiboken6
from PySide6.QtCore import QEventLoop, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.stage.complaints import Complaints

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

_QML: Final = Path(__file__).parent / "qml"
_LIBRARIES: Final = _QML / "Kiosk" / "Parts" / "Icon.qml"
"""Imports the libraries that most of the scene needs, and nothing of Python's."""
_MAIN: Final = _QML / "Kiosk" / "Main.qml"
_NEXT: Final = (
    *("Hub", "Chooser", "SlideList", "Rehearsal"),
    *("SourceSheet", "IdleQuestion", "Attract", "LowHub", "LowChooser"),
)
"""What comes after the first screen: read as soon as that stands, so that no touch waits for it."""


class QmlScene:
    """The scene, not shown yet, with the theme and the texts that its QML reads. Needs an application.

    `on_slide` says that it will open with a slide rather than with the attract loop. Everything in here is in the order
    that lets the other thread begin soonest. Another program's window is a scene with another `MAIN`.
    """

    MAIN: ClassVar[Path] = _MAIN
    """The file of the window."""

    def __init__(self, *, on_slide: bool = False) -> None:
        self._engine = QQmlEngine()
        self._engine.addImportPath(str(_QML))
        self._libraries = self._reading(_LIBRARIES)
        Complaints(self._engine)
        from kiosk.stage import backgrounds, pictures  # noqa: F401 - pictures registers StagePicture
        from kiosk.stage.texts import Texts
        from kiosk.stage.theme import Theme

        self.theme, self.texts = Theme(), Texts()
        self._engine.setExternalSingletonInstance("Kiosk.Backstage", "Theme", self.theme)
        self._engine.setExternalSingletonInstance("Kiosk.Backstage", "Texts", self.texts)
        self.backgrounds = backgrounds.Backgrounds()
        self._engine.addImageProvider(backgrounds.NAME, self.backgrounds)
        self._equip(self._engine)
        self._main = self._reading(self.MAIN)
        self._first = self._reading(_QML / "Kiosk" / ("SlideList.qml" if on_slide else "Attract.qml"))
        self._next: list[QQmlComponent] = []
        self._window: QQuickWindow | None = None

    def _equip(self, engine: QQmlEngine) -> None:
        """What else the window's file needs."""

    def _reading(self, file: Path) -> QQmlComponent:
        """A component that is being read. Not by its module, of which Qt 6.12 says too early that it is read."""
        component = QQmlComponent(self._engine)
        component.loadUrl(QUrl.fromLocalFile(str(file)), QQmlComponent.CompilationMode.Asynchronous)
        return component

    def open(self, properties: dict[str, Any]) -> QQuickWindow:
        """The window, hidden, made with its `properties`; theme and texts have been taken. Raises ImportError."""
        from PySide6.QtQuick import QQuickWindow

        while self._main.isLoading():
            QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        window = self._main.createWithInitialProperties(properties)
        if self._main.isError() or not isinstance(window, QQuickWindow):
            raise ImportError(self._main.errorString())
        self._window = window
        return window

    def make_bit_by_bit(self) -> None:
        """Have what is made for later, such as the slide after the next one, made in the time between two frames.

        Else Qt makes it at once, amid a movement.
        """
        if self._window is not None:
            self._engine.setIncubationController(self._window.incubationController())

    def read_on(self) -> None:
        """Read what the next screens need, in Qt's thread."""
        self._next = [self._reading(_QML / "Kiosk" / f"{name}.qml") for name in _NEXT]

    def close(self) -> None:
        """Take the window away, and then the engine, before anything that they are bound to may go."""
        for each in (self._window, *self._next, self._first, self._main, self._libraries, self._engine):
            if each is not None:
                shiboken6.delete(each)
