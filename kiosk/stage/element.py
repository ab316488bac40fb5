"""What QML makes of Python's classes, while it is there and when it goes."""

from __future__ import annotations

import weakref
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


def go_with_qml(made: QObject) -> None:
    """Have the Python half of what QML makes go when QML destroys it; to be called as it is initialised.

    PySide6 6.12 holds one reference too many to each such half (measured, whatever the class; `test_element.py` tells
    when that is mended). Of a chart that is 50 KB of lists and pictures; without these it is still an object more for
    each chart that a visitor sees, for days.
    """
    made.destroyed.connect(partial(_give_back, weakref.ref(made)))


def _give_back(half: weakref.ref[QObject]) -> None:
    import ctypes  # five milliseconds that a start has no use for

    left = half()
    if left is not None:  # one that Python made has gone before
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(left))


@QmlElement
@QmlUncreatable("Others are made of it")
class Element(QObject):  # type: ignore[operator]
    """An object that QML makes, and that is gone once QML has destroyed it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        go_with_qml(self)
