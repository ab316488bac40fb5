"""Whether the window has its last size: while it gets another one, what nobody sees is not laid out."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class Sizing(QObject):  # type: ignore[operator]
    """Settled from its beginning."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settled = True

    def unsettle(self) -> None:
        """The window gets another size."""
        self._set(settled=False)

    def settle(self) -> None:
        """The next frame is to be drawn: everything has its last size."""
        self._set(settled=True)

    def _set(self, *, settled: bool) -> None:
        if settled != self._settled:
            self._settled = settled
            self.changed.emit()

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        """Whether texts are to be fitted to their boxes."""
        return self._settled
