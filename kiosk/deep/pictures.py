"""Pictures too small for the screen they fill, or needlessly large; and text that a picture makes hard to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.deck.typeset import untied
from kiosk.deep.complaint import Complaint, as_frame, frame_of, quoted
from kiosk.sentences import sentence

_ENLARGED: Final = 1.25
"""A picture enlarged further looks soft."""
_SPARE: Final = 3.0
_SPARE_BYTES: Final = 4_000_000
"""A file larger than this, of a picture more than so many times larger than it is shown, only costs time."""
_AA: Final = 4.5
_FEWEST: Final = 10
"""Pixels; a text with fewer under it is none."""

Pixels = np.ndarray[Any, np.dtype[Any]]


def of_picture(item: QQuickItem, folder: Path, ratio: float) -> Iterator[Complaint]:
    """What is wrong with the size of one of the deck's pictures; `ratio` is the window's device pixel ratio."""
    url = QUrl(item.property("source"))
    path = Path(url.toLocalFile()) if url.isLocalFile() else None
    if path is None or not path.is_relative_to(folder):
        return
    file = _size_of(path)
    painted = item.property("paintedWidth") * ratio, item.property("paintedHeight") * ratio
    if not file.isValid() or min(painted) <= 0:
        return
    scale = max(painted[0] / file.width(), painted[1] / file.height())
    said = sentence(
        "{file} is {width} x {height} pixels",
        file=path.relative_to(folder).as_posix(),
        width=file.width(),
        height=file.height(),
    )
    shown = sentence("shown at {width:.0f} x {height:.0f}", width=painted[0], height=painted[1])
    frame = as_frame(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))  # what a crop leaves of it
    if scale > _ENLARGED:
        yield Complaint(
            "warning",
            sentence("{said} and {shown}: too small, it looks soft; use a larger one", said=said, shown=shown),
            frame,
            spoken=False,
        )
    megabytes = path.stat().st_size / 1e6
    if scale < 1 / _SPARE and path.stat().st_size > _SPARE_BYTES:
        message = sentence(
            "{said} ({megabytes:.0f} MB) and {shown}: needlessly large, save it smaller",
            said=said,
            megabytes=megabytes,
            shown=shown,
        )
        yield Complaint("warning", message, frame, spoken=False)


@cache
def _size_of(path: Path) -> QSize:
    """A picture's size in its file."""
    return QImageReader(str(path)).size()


def faint_texts(window: QQuickWindow, texts: Iterable[QQuickItem]) -> Iterator[Complaint]:
    """The texts that cannot be told from the picture behind them: the window is drawn once more without its texts."""
    texts = list(texts)
    opacities = [item.opacity() for item in texts]
    for item in texts:
        item.setOpacity(0)
    image = window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)
    for item, opacity in zip(texts, opacities, strict=True):
        item.setOpacity(opacity)
    scale = image.width() / window.width()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    for item in texts:
        under = _under(pixels, item.mapRectToScene(item.boundingRect()), scale)
        if under.shape[0] >= _FEWEST:
            contrast = _contrast(QColor(item.property("color")), under)
            if contrast < _AA:
                message = sentence(
                    "{text} has a contrast of {contrast:.1f}:1 to the picture behind it, {aa}:1 is the "
                    "least: choose a calmer or darker picture",
                    text=quoted(untied(item.property("text"))),
                    contrast=contrast,
                    aa=_AA,
                )
                yield Complaint("warning", message, frame_of(item))


def _under(pixels: Pixels, rect: QRectF, scale: float) -> Pixels:
    """The pixels under a text, as rows of blue, green and red."""
    left, top = max(0, int(rect.left() * scale)), max(0, int(rect.top() * scale))
    right, bottom = int(rect.right() * scale), int(rect.bottom() * scale)
    return pixels[top : max(top, bottom) : 2, left : max(left, right) : 2, :3].reshape(-1, 3)


def _contrast(ink: QColor, under: Pixels) -> float:
    """The contrast of a text to the darkest or the lightest tenth under it, whichever is worse."""
    luminances = np.sort(_luminance(under[:, ::-1].astype(float)))
    tenth = max(1, len(luminances) // 10)
    own = float(_luminance(np.array([[ink.red(), ink.green(), ink.blue()]], float))[0])
    return min(_ratio(own, float(part.mean())) for part in (luminances[:tenth], luminances[-tenth:]))


def _luminance(rgb: Pixels) -> Pixels:
    """As WCAG defines it, of rows of red, green and blue up to 255."""
    share = rgb / 255
    linear = np.where(
        share <= 0.04045,  # noqa: PLR2004 - sRGB's own
        share / 12.92,
        ((share + 0.055) / 1.055) ** 2.4,
    )
    weighed: Pixels = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighed


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
