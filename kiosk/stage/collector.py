"""Python's garbage collector, on the screen's thread alone, and between two of Qt's events."""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot
from PySide6.QtGui import QGuiApplication


class Collector(QObject):
    """Collects as often as Python by itself would, whenever Qt has done what there was to do.

    By itself Python collects on whichever thread has just made an object, and amid anything. What goes then may be
    bound to Qt: with PySide 6.12 a thread beside the screen's then waits for the interpreter with one of Qt's locks in
    its hands, for which the screen's thread waits with the interpreter in its own; or the process ends.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        gc.disable()
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self._look)

    @Slot()
    def _look(self) -> None:
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, threshold) in enumerate(counts) if count > threshold]
        if due:
            gc.collect(due[-1])


def collect_between_events(app: QGuiApplication) -> None:
    """Have the garbage collected by the application's own loop from now on, and by nothing else."""
    if app.findChild(Collector) is None:
        Collector(app)
