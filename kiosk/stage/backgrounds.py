"""The background on its way from the worker's file to the screen, without a decoder between them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.charts import raw

NAME: Final = "background"
"""Of the provider, as the engine knows it."""


class Backgrounds(QQuickImageProvider):
    """Reads backgrounds. Qt's own readers would first look through all their plug-ins, and convert every pixel."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._first: raw.Pixels | None = None
        """Those of the first screen, which waits for no copy of them."""
        self._begun = False

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 - Qt's own signature
        """The picture in a file that `url` named; a null one where the file is gone or was cut off."""
        try:
            pixels = raw.Pixels(Path(QUrl.fromPercentEncoding(name.encode())))
        except (OSError, ValueError):
            return QImage()
        if self._begun:
            pixels.own()
        else:
            self._first, self._begun = pixels, True
        row = pixels.width * raw.PIXEL
        return QImage(pixels.row_by_row, pixels.width, pixels.height, row, QImage.Format.Format_RGB32)

    def own(self) -> None:
        """Read no more of the first picture's file, whose disk may fail; the first screen stands."""
        if self._first:
            self._first.own()
            self._first = None


def url(path: Path) -> QUrl:
    """What QML asks for a background by."""
    address = QUrl(f"image://{NAME}")
    address.setPath(f"/{path.as_posix()}")
    return address
