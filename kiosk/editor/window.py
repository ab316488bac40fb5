"""The editor from start to end: its window with the real scene in it, and everything that it lives on."""

from __future__ import annotations

import os
import signal
from contextlib import closing
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.charts import Charts
from kiosk.deck.compiled import open_deck
from kiosk.editing.saving import unfinished
from kiosk.editing.scratch import Scratch
from kiosk.editing.session import Session
from kiosk.editor.editor import Editor
from kiosk.editor.keys import Keys
from kiosk.editor.paper import NAME, Paper
from kiosk.editor.preview import Preview
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.scene import QmlScene

_QML = Path(__file__).parent / "qml"


_INTERRUPTED = 130
"""The exit code after Ctrl+C."""
_LISTEN_MS = 500


class _Scene(QmlScene):
    """The editor's window, which the booth's scene is a part of."""

    MAIN: ClassVar[Path] = _QML / "KioskEditor" / "EditorWindow.qml"

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.more: dict[str, Any] = {}
        """What the window has besides what every booth's has."""
        super().__init__(on_slide=True)

    def _equip(self, engine: QQmlEngine) -> None:
        engine.addImportPath(str(_QML))
        engine.setExternalSingletonInstance("Kiosk.Backstage", "Paper", self._paper)

    def open(self, properties: dict[str, Any]) -> QQuickWindow:
        return super().open(properties | self.more)


class EditorWindow:
    """A deck's editor. What can be made again lies in `cache`, what must survive in `state`."""

    def __init__(self, folder: Path, cache: Path, state: Path, charts: Charts, language: str, size: QSize) -> None:
        half = unfinished(folder, state)
        loaded = open_deck(folder, cache / "decks")
        paper = Paper()
        paper.take(dict(loaded.themes)[NAME])
        scene = _Scene(paper)
        self._scratch = Scratch(folder, cache / "edited" / str(os.getpid()))
        writable = os.access(folder, os.W_OK)
        self.editor = Editor(Session(folder, state), self._scratch.folder, paper, language, writable=writable)
        self.preview = Preview(self.editor, self._scratch)
        scene.more = {"editor": self.editor, "preview": self.preview}
        spoken = language if loaded.deck and language in loaded.deck.languages else ""
        options = BoothOptions(language=spoken, attended=True, deaf=True, transitions=False, size=size)
        self.booth = Booth(loaded, self._scratch.folder, charts, options, scene=scene)
        self.window = self.booth.window
        self._keys = Keys(self.editor)
        self.window.installEventFilter(self._keys)
        self.preview.follow(self.booth, loaded)
        if half:
            self.editor.sheets.tell_half(half)

    def close(self) -> None:
        """Take the window away, and what was only needed for it."""
        self.preview.close()
        self.window.removeEventFilter(self._keys)
        self.booth.close()
        self._scratch.close()


def _listen() -> None:
    """Be at work for a moment."""


def edit(folder: Path, cache: Path, state: Path, language: str, size: QSize | None) -> int:
    """Edit a deck until the window is closed; the exit code."""
    app = application()
    signal.signal(signal.SIGINT, lambda *_: app.exit(_INTERRUPTED))  # what is not saved is lost
    listening = QTimer(interval=_LISTEN_MS)  # Python hears of a signal only while it is at work
    listening.timeout.connect(_listen)
    listening.start()
    language = language or ("zh" if QLocale.system().name().startswith("zh") else "en")
    with closing(Charts(cache / "charts")) as charts:
        window = EditorWindow(folder, cache, state, charts, language, size or QSize(1600, 900))
        window.window.show() if size else window.window.showMaximized()
        window.preview.warm()
        code = app.exec()
        window.close()
    return code
