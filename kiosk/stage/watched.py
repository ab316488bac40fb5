"""The booth's side of its watch: tells it that the screen is alive; ends when it is gone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.parentage import die_with_parent
from kiosk.session.orders import Orders
from kiosk.session.voice import Word
from kiosk.stage.app import clock
from kiosk.stage.stage import Stage

BEAT_MS: Final = 4_000
"""Between two beats; each has a frame drawn, so that a screen that stands still is known to be alive."""


class Watched(QObject):
    """Made as soon as the first screen stands."""

    def __init__(
        self, app: QGuiApplication, window: QQuickWindow, stage: Stage, orders: Orders, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app, self._window, self._stage = app, window, stage
        self._voice = orders.voice
        self._awaits_frame = False
        self._voice.say(Word.SHOWN)
        stage.acted.connect(self._tell_act)
        stage.rehearsal.changed.connect(self._tell_rehearsal)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._beat)
        self._due.start(BEAT_MS)
        self._gone = QSocketNotifier(orders.life, QSocketNotifier.Type.Read, self)
        self._gone.activated.connect(self._leave)
        die_with_parent()

    @Slot()
    def _beat(self) -> None:
        """Ask for a frame; a window that nobody can see need not draw any."""
        if self._window.isExposed():
            if not self._awaits_frame:
                self._awaits_frame = True
                self._window.frameSwapped.connect(self._drawn)
            self._window.update()
        else:
            self._voice.say(Word.BEAT)
        self._due.start(BEAT_MS)

    @Slot()
    def _drawn(self) -> None:
        self._window.frameSwapped.disconnect(self._drawn)
        self._awaits_frame = False
        self._voice.say(Word.BEAT)

    @Slot(str)
    def _tell_act(self, act: str) -> None:
        if act == "touch":
            self._voice.say(Word.TOUCH, str(clock()))
        else:
            self._voice.say(Word.EVENT, act)

    @Slot()
    def _tell_rehearsal(self) -> None:
        self._voice.say(Word.REHEARSED, self._stage.rehearsal.slide)

    @Slot()
    def _leave(self) -> None:
        self._gone.setEnabled(False)
        self._app.exit(0)
