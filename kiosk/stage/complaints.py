"""What QML complains of: on stderr, but not as often as it happens, lest it fill a disk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot, qWarning
from PySide6.QtQml import QQmlEngine

from kiosk.sparing import Sparing


class Complaints(QObject):
    """Hears an engine's warnings in its stead."""

    def __init__(self, engine: QQmlEngine) -> None:
        super().__init__(engine)
        self._sparing = Sparing()
        engine.setOutputWarningsToStandardError(False)
        engine.warnings.connect(self._hear)

    @Slot("QList<QQmlError>")
    def _hear(self, warnings: list[object]) -> None:
        for warning in warnings:
            if line := self._sparing.line(warning.toString()):  # type: ignore[attr-defined] # QQmlError
                qWarning(line)
