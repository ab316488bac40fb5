"""What QML makes of Python's classes, while it is there and when it goes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("Others are made of it")
class Element(QObject):  # type: ignore[operator]
    """An object that QML makes, and that holds nothing any more once QML has destroyed it.

    PySide6 6.12 never lets go of the Python half of such an object (measured: one reference too many each, whatever
    the class): with the lists and pictures in it that is 50 KB for each chart that a visitor sees.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        held = self.__dict__
        self.destroyed.connect(lambda: held.clear())  # noqa: PLW0108 - a bound method of a dict would get the object
