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

    def requestImage(self, name: str, size: QSize, wanted: QSize) -> QImage:  # noqa: ARG002 - Qt's own signature
        """The picture in a file that `url` named; a null one where the file is gone or was cut off."""
        try:
            with Path(QUrl.fromPercentEncoding(name.encode())).open("rb", buffering=0) as file:
                image = QImage(*raw.size_in(file), QImage.Format.Format_RGB32)
                whole = file.readinto(image.bits()) == image.sizeInBytes()
        except (OSError, ValueError):
            return QImage()
        return image if whole else QImage()


def url(path: Path) -> QUrl:
    """What QML asks for a background by."""
    address = QUrl(f"image://{NAME}")
    address.setPath(f"/{path.as_posix()}")
    return address
