"""What QML and slots complain of: on stderr, but not as often as it happens, lest it fill a disk."""

from __future__ import annotations

import sys
from types import TracebackType

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


def limit_tracebacks() -> None:
    """Tell an exception of a slot or a timer once or a few times, and not each time that it is raised."""
    sparing, told = Sparing(), sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        last = trace
        while last and last.tb_next:
            last = last.tb_next
        where = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else ""
        if sparing.line(f"{kind.__name__} at {where}"):
            told(kind, error, trace)

    sys.excepthook = hook
