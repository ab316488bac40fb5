"""The booth from start to end: opens the deck, shows it, and leaves cleanly when told to."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import closing
from dataclasses import field, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, QSize, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.charts import Charts
from kiosk.deck.load import Loaded
from kiosk.deck.records import record_by_name
from kiosk.sparing import tell
from kiosk.stage.app import Booth, BoothOptions, clock
from kiosk.stage.application import application
from kiosk.stage.complaints import limit_tracebacks
from kiosk.stage.complete import complete
from kiosk.stage.probe import Probe
from kiosk.stage.scene import QmlScene

_PATIENCE_MS: Final = 40
"""The first screen waits so long for its pictures at most; a cache that lacks them takes far longer."""


@record_by_name
class RunOptions:
    """What `kiosk run` was asked for."""

    deck: Path
    cache: Path
    windowed: QSize | None = None
    """None for the whole screen."""
    start: str = ""
    """The id of the platform or slide to open with."""
    booth: BoothOptions = field(default_factory=BoothOptions)


def run(loaded: Loaded, options: RunOptions, scene: QmlScene) -> int:
    """Run a booth until it is told to end, and give the exit code. Problems of the deck go to stderr."""
    for problem in loaded.problems:
        tell(str(problem))
    app = application()
    with closing(Charts(options.cache / "charts")) as charts:
        size = options.windowed or app.primaryScreen().size()
        booth = Booth(loaded, options.deck, charts, replace(options.booth, size=size), scene=scene)
        if options.start:
            booth.stage.open(options.start)
        if options.booth.probe:
            Probe(booth.window, booth.stage)
        _await_pictures(booth)
        booth.window.show() if options.windowed else booth.window.showFullScreen()
        signals = _Signals(app)
        after = _AfterFirstScreen(booth)
        code = app.exec()
        after.deleteLater()
        signals.close()
        booth.close()
    return code


def _await_pictures(booth: Booth) -> None:
    """Give the pictures that another thread decodes a moment, so that the first frame is a complete one."""
    end = clock() + _PATIENCE_MS
    while clock() < end and not complete(booth.window):
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


class _Signals(QObject):
    """Ends Qt's loop on SIGINT and SIGTERM: Python's handlers sleep while Qt waits, this pipe wakes them."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._writing, False)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._writing)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: app.exit(0))  # quit() would ask the window, which refuses

    def _wake(self) -> None:
        os.read(self._reading, 64)

    def close(self) -> None:
        """Give the signals back to Python."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        os.close(self._reading)
        os.close(self._writing)


class _AfterFirstScreen(QObject):
    """What can wait until the first screen stands: the garbage collector, the first key, a worker for the charts."""

    def __init__(self, booth: Booth) -> None:
        super().__init__()
        self._booth = booth
        booth.window.frameSwapped.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if complete(self._booth.window):
            self._booth.window.frameSwapped.disconnect(self._look)
            QTimer.singleShot(0, self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self._booth.prepare()
        gc.collect()
        gc.freeze()  # what the start made stays; the collector need not look at it again
        gc.enable()
        limit_tracebacks()
