"""Has the charts of slides drawn that nobody has opened yet, while nobody looks at any.

A chart's size is only known once its slide is laid out, so QML lays one after the other out, unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

_CALM_MS: Final = 3_000
"""After the last change on screen."""
_PAUSE_MS: Final = 100
"""Between two slides, so that what moves on screen goes on moving."""


@QmlElement
@QmlUncreatable("The stage's own")
class Rehearsal(QObject):  # type: ignore[operator]
    """Goes through the slides with charts; `slides` gives their indexes and ids, the likeliest first."""

    changed = Signal()

    def __init__(self, slides: Callable[[], Sequence[tuple[int, str]]], parent: QObject) -> None:
        super().__init__(parent)
        self._slides = slides
        self._left: list[tuple[int, str]] = []
        self._now: tuple[int, str] | None = None
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Go through all of them, as soon as it has been calm for a while."""
        self.stop()
        self._left = list(reversed(self._slides()))
        self._next.start(_CALM_MS)

    def stop(self) -> None:
        """Somebody looks at slides, or nothing is to be drawn."""
        self._next.stop()
        self._left = []
        self._show(None)

    @Slot(str)
    def answered(self, slide: str) -> None:
        """A slide's chart is drawn, or cannot be."""
        if self._now and self._now[1] == slide:
            self._next.start(_PAUSE_MS)

    @Slot()
    def _go_on(self) -> None:
        self._show(self._left.pop() if self._left else None)

    def _show(self, slide: tuple[int, str] | None) -> None:
        if slide != self._now:
            self._now = slide
            self.changed.emit()

    @property
    def is_over(self) -> bool:
        """Whether nothing is laid out unseen, or will be before the next change on screen."""
        return self._now is None and not self._next.isActive()

    @property
    def slide(self) -> str:
        """The id of the slide that is laid out unseen; "" for none."""
        return self._now[1] if self._now else ""

    @Property(int, notify=changed)
    def index(self) -> int:
        """The slide that is to be laid out unseen; -1 for none."""
        return self._now[0] if self._now else -1
