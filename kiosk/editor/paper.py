"""The editor's own colours, beside those of the deck that it shows."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Property
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.stage.theme import Theme

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

NAME: Final = "day"
"""The theme that the editor is drawn in, whatever the deck's is: ink on paper."""


@QmlElement
@QmlSingleton
class Paper(Theme):
    """A theme of its own."""

    @Property(QColor, constant=True)
    def alarm(self) -> QColor:
        """What is wrong."""
        return self.group("coral")
