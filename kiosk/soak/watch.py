"""Notes whatever a booth must never say: exceptions, Qt's warnings, warnings in the log."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_QTS_OWN: Final = "QUnifiedTimer::stopAnimationDriver: driver is not running"
"""Qt 6.12 says this, and does nothing wrong, where its last animation ends in the turn in which another one begins."""


@contextmanager
def watching(note: Callable[[str], None]) -> Iterator[None]:
    """While it lasts, `note` is told of every exception that nobody caught and every warning, on whatever thread."""
    handler = _Handler(note)
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    sys.excepthook = lambda kind, error, trace: note(_written(kind, error, trace))
    sys.unraisablehook = lambda raised: note(_written(raised.exc_type, raised.exc_value, raised.exc_traceback))
    threading.excepthook = lambda raised: note(_written(raised.exc_type, raised.exc_value, raised.exc_traceback))
    logging.getLogger().addHandler(handler)
    qt_before = qInstallMessageHandler(lambda kind, where, text: _qt(note, kind, where, text))
    try:
        yield
    finally:
        qInstallMessageHandler(qt_before)
        logging.getLogger().removeHandler(handler)
        sys.excepthook, sys.unraisablehook, threading.excepthook = before


class _Handler(logging.Handler):
    """Passes on what is logged."""

    def __init__(self, note: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._note = note

    def emit(self, record: logging.LogRecord) -> None:
        self._note(f"log: {record.getMessage()}")


def _qt(note: Callable[[str], None], kind: QtMsgType, where: QMessageLogContext, text: str) -> None:
    if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and text != _QTS_OWN:
        note(f"Qt: {where.category}: {text}")


def _written(kind: type[BaseException], error: Any, trace: TracebackType | None) -> str:
    return "".join(traceback.format_exception(kind, error, trace)).strip()
