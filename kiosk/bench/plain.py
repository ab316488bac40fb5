"""A plain Qt Quick window in this process, and Qt's loop, for what is measured beside the booth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile

from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtQuick import QQuickView


@contextmanager
def plain_window(qml: str, size: QSize) -> Iterator[QQuickView]:
    """A window of a size in pixels that shows some QML and has the keys."""
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    with NamedTemporaryFile("w", suffix=".qml") as file:
        file.write(qml)
        file.flush()
        view.setSource(QUrl.fromLocalFile(file.name))
    view.resize(size)
    view.show()
    view.requestActivate()
    yield view
    view.close()
    view.deleteLater()


def turn(milliseconds: float) -> None:
    """Let Qt's loop turn for some time."""
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()
