"""The booth from start to end: opens the deck, shows it, and leaves cleanly when told to."""

from __future__ import annotations

import signal
import socket
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication

from kiosk.charts import Charts
from kiosk.deck.load import Loaded
from kiosk.stage.app import Booth, BoothOptions, application
from kiosk.stage.probe import Probe


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """What `kiosk run` was asked for."""

    deck: Path
    cache: Path
    windowed: QSize | None = None
    """None for the whole screen."""
    start: str = ""
    """The id of the platform or slide to open with."""
    booth: BoothOptions = field(default_factory=BoothOptions)


def run(loaded: Loaded, options: RunOptions) -> int:
    """Run a booth until it is told to end, and give the exit code. Problems of the deck go to stderr."""
    for problem in loaded.problems:
        sys.stderr.write(f"{problem}\n")
    app = application()
    with closing(Charts(options.cache / "charts")) as charts:
        booth = Booth(loaded, options.deck, charts, options.booth)
        if options.start:
            booth.stage.open(options.start)
        if options.booth.probe:
            Probe(booth.window, booth.stage)
        _show(booth, options)
        signals = _Signals(app)
        code = app.exec()
        signals.close()
        booth.close()
    return code


def _show(booth: Booth, options: RunOptions) -> None:
    if options.windowed:
        booth.window.resize(options.windowed)
        booth.window.show()
        return
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)  # noqa: S101 - made by application()
    app.setOverrideCursor(Qt.CursorShape.BlankCursor)
    booth.window.showFullScreen()


class _Signals(QObject):
    """Ends Qt's loop on SIGINT and SIGTERM: Python's handlers sleep while Qt waits, this socket wakes them."""

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._writing.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: app.exit(0))  # quit() would ask the window, which refuses

    def _wake(self) -> None:
        self._reading.recv(64)

    def close(self) -> None:
        """Give the signals back to Python."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._reading.close()
        self._writing.close()
