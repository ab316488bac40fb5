"""A text as a QR code, every module as many whole pixels of the screen as there is room for."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import segno
from PySide6.QtCore import Property, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.stage.element import go_with_qml

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1

QUIET: Final = 4
"""Modules that stay light around a code (ISO/IEC 18004)."""
_LIGHT: Final = QColor(255, 255, 255)
_TONES: Final = bytes.maketrans(b"\0\1", b"\xff\0")
"""Of light and dark modules, in every theme: many cameras do not take a code in other colours, or inverted."""
_KEPT: Final = 8


@lru_cache(_KEPT)
def picture(text: str) -> QImage:
    """A code with a pixel for each module, without its quiet zone.

    UTF-8 without an ECI header, which not every reader knows. Error correction is L, or a higher level where that
    makes the code no larger.
    """
    rows = segno.make_qr(text, error="l", mode="byte", encoding="utf-8").matrix
    pixels = b"".join(bytes(row).translate(_TONES) for row in rows)
    return QImage(pixels, len(rows), len(rows), len(rows), QImage.Format.Format_Grayscale8).copy()


@QmlElement
class QrCode(QQuickPaintedItem):
    """Black on white, with its quiet zone, in the middle of its item; `ratio` is the screen's device pixel ratio."""

    textChanged = Signal()
    ratioChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        go_with_qml(self)
        self._text = ""
        self._ratio = 1.0

    def paint(self, painter: QPainter) -> None:
        """Qt asks for it whenever the text or the size has changed."""
        painter.fillRect(QRectF(0, 0, self.width(), self.height()), _LIGHT)
        if not self._text:
            return
        code = picture(self._text)
        ratio = self._ratio
        wide, high = self.width() * ratio, self.height() * ratio
        side = code.width() * (int(min(wide, high)) // (code.width() + 2 * QUIET))
        left, top = int(wide - side) // 2, int(high - side) // 2
        painter.drawImage(QRectF(left / ratio, top / ratio, side / ratio, side / ratio), code)

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.textChanged.emit()
            self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)

    def _get_ratio(self) -> float:
        return self._ratio

    def _set_ratio(self, ratio: float) -> None:
        if ratio != self._ratio:
            self._ratio = ratio
            self.ratioChanged.emit()
            self.update()

    ratio = Property(float, _get_ratio, _set_ratio, notify=ratioChanged)
