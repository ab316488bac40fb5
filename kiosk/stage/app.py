"""The composition root: builds the booth from a deck, top to bottom, and takes it apart in the right order."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.charts import Charts
from kiosk.deck.interface import INTERFACE
from kiosk.deck.load import Loaded
from kiosk.deck.model import Deck
from kiosk.deck.records import record_by_name
from kiosk.deck.values import Words
from kiosk.places import FONTS
from kiosk.stage import backgrounds, pictures  # noqa: F401 - registers StagePicture
from kiosk.stage.immortal import keep_constants
from kiosk.stage.stage import Stage
from kiosk.stage.theme import Theme
from kiosk.stage.touches import Touches

_QML: Final = Path(__file__).parent / "qml"

NOTHING: Final = Deck(title=Words(), languages=tuple(INTERFACE))
"""What is shown of a deck that cannot be opened: the calm screen."""


def clock() -> int:
    """Milliseconds that only go forward, whatever the wall clock does."""
    return time.monotonic_ns() // 1_000_000


@record_by_name
class BoothOptions:
    """How a booth is opened."""

    language: str = ""
    """The deck's first where it is ""."""
    theme: str = ""
    """The deck's own where it is ""."""
    attended: bool = False
    """No attract loop and no idle return."""
    probe: bool = False
    transitions: bool = True
    operator_keys: bool = False
    size: QSize = field(default_factory=lambda: QSize(1920, 1080))
    """Of the window when it is made, in logical pixels, so that everything is laid out once."""


class Booth:
    """A window with the scene in it, and everything that it lives on."""

    def __init__(
        self, loaded: Loaded, folder: Path, charts: Charts, options: BoothOptions, now: Callable[[], int] | None = None
    ) -> None:
        deck = loaded.deck or NOTHING
        self.theme = Theme(dict(loaded.themes)[options.theme or deck.theme])
        if not options.transitions:
            self.theme.still()
        self.stage = Stage(
            deck,
            folder,
            self.theme,
            charts,
            now or clock,
            attended=options.attended or options.probe,
            probe=options.probe,
            language=options.language,
        )
        self.touches = Touches(self.stage, operator_keys=options.operator_keys)
        self._engine = QQmlApplicationEngine()
        self._engine.addImageProvider(backgrounds.NAME, backgrounds.Backgrounds())
        self._engine.addImportPath(str(_QML))
        self._engine.setExternalSingletonInstance("Kiosk.Backstage", "Theme", self.theme)
        self._engine.setExternalSingletonInstance("Kiosk.Backstage", "Texts", self.stage.texts)
        self._engine.setInitialProperties(
            {
                "stage": self.stage,
                "closable": options.operator_keys,
                "width": options.size.width(),
                "height": options.size.height(),
            }
        )
        self._engine.loadFromModule("Kiosk", "Main")
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)  # noqa: S101 - Main.qml is a Window
        self.window = window
        window.installEventFilter(self.touches)

    def close(self) -> None:
        """Close the window; the engine goes before the objects that it binds to."""
        self.window.removeEventFilter(self.touches)
        self.window.hide()
        del self._engine
        self.stage.deleteLater()


def application() -> QGuiApplication:
    """Qt's application with the project's fonts; the one there is, where there is one."""
    keep_constants()
    there = QGuiApplication.instance()
    if isinstance(there, QGuiApplication):
        return there
    app = QGuiApplication(sys.argv[:1])
    app.setApplicationName("kiosk")
    for font in sorted(FONTS.glob("*.ttf")) if "FONTCONFIG_FILE" not in os.environ else ():
        QFontDatabase.addApplicationFont(str(font))
    return app
