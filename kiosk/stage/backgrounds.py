"""The background on its way from the worker's file to the screen, without a decoder between them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from kiosk.charts import raw
from kiosk.stage.immortal import outlive_python

NAME: Final = "background"
"""Of the provider, as the engine knows it."""


class Backgrounds(QQuickImageProvider):
    """Reads backgrounds. Qt's own readers would first look through all their plug-ins, and convert every pixel."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._maps = False
        self._mapped: raw.Mapped | None = None

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 - Qt's own signature
        """The picture in a file that `url` named; a null one where the file is gone or was cut off."""
        file = Path(QUrl.fromPercentEncoding(name.encode()))
        if self._maps:
            self._maps = False
            with suppress(OSError, ValueError):
                return self._lent(file)
        try:
            return _read(file)
        except (OSError, ValueError):
            return QImage()

    def map_next(self) -> None:
        """Have the next picture, which a first screen waits for, shown from where the system has its file in memory.

        For the software adaptation, which makes no copy of it either. The file may be deleted, but not be cut off.
        """
        self._maps = True

    def own(self) -> None:
        """Need that file no more: its disk may fail."""
        self._maps = False
        if self._mapped:
            self._mapped.own()
            self._mapped = None

    def _lent(self, file: Path) -> QImage:
        mapped = self._mapped = raw.Mapped(file)
        image = QImage(mapped.pixels, mapped.width, mapped.height, mapped.row, QImage.Format.Format_RGB32)
        outlive_python(image)  # or the last that lets it go may be Qt, when Python has ended
        return image


def _read(file: Path) -> QImage:
    with file.open("rb", buffering=0) as opened:
        image = QImage(*raw.size_in(opened), QImage.Format.Format_RGB32)
        if opened.readinto(image.bits()) != image.sizeInBytes():
            raise ValueError("this background is cut off")
    return image


def url(path: Path) -> QUrl:
    """What QML asks for a background by."""
    address = QUrl(f"image://{NAME}")
    address.setPath(f"/{path.as_posix()}")
    return address
