"""What visitors set for themselves in the bar: the text's size, stronger colours, less motion, everything in reach."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.navigator import Navigator
from kiosk.place import Place
from kiosk.stage.part import Act, Here

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class Comfort(QObject):  # type: ignore[operator]
    """What the visitor who is there has set so far."""

    changed = Signal()
    textSizeChanged = Signal()

    def __init__(self, act: Act, here: Here, parent: QObject) -> None:
        super().__init__(parent)
        self._act = act
        self._here = here

    def tell(self, before: Place) -> None:
        """Tell what is different from the place before."""
        if before.text_size != self._here().text_size:
            self.textSizeChanged.emit()
        if _switches(before) != _switches(self._here()):
            self.changed.emit()

    # What QML reads

    @Property(int, notify=textSizeChanged)
    def textSize(self) -> int:
        return self._here().text_size

    @Property(bool, notify=changed)
    def highContrast(self) -> bool:
        return self._here().high_contrast

    @Property(bool, notify=changed)
    def reducedMotion(self) -> bool:
        return self._here().reduced_motion

    @Property(bool, notify=changed)
    def lowReach(self) -> bool:
        return self._here().low_reach

    # What a touch asks

    @Slot()
    def nextTextSize(self) -> None:
        self._act(Navigator.next_text_size)

    @Slot()
    def toggleContrast(self) -> None:
        self._act(Navigator.toggle_contrast)

    @Slot()
    def toggleMotion(self) -> None:
        self._act(Navigator.toggle_motion)

    @Slot()
    def toggleReach(self) -> None:
        self._act(Navigator.toggle_reach)


def _switches(place: Place) -> tuple[bool, ...]:
    return place.high_contrast, place.reduced_motion, place.low_reach
