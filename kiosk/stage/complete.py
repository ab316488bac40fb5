"""Whether a screen is complete: every chart answered, every picture decoded."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow


def complete(window: QQuickWindow) -> bool:
    """Whether nothing on screen waits for a drawing or for the decoding of a picture.

    Items that can wait say so with a property `loading`; the slides beside the one on screen may still do so. In an
    item with a property `still` nothing ever waits.
    """
    screen = QRectF(0, 0, window.width(), window.height())
    pending = [window.contentItem()]
    while pending:
        item = pending.pop()
        if not item.isVisible() or item.property("still"):
            continue
        if item.property("loading") and _is_within(item, screen):
            return False
        pending.extend(item.childItems())
    return True


def _is_within(item: QQuickItem, screen: QRectF) -> bool:
    """Whether some of an item can be seen; one that touches the edge from outside cannot."""
    return item.mapRectToScene(item.boundingRect()).intersects(screen)


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is not hidden, on the screen or beside it."""
    pending = [window.contentItem()]
    while pending:
        item = pending.pop()
        if item.isVisible():
            yield item
            pending.extend(item.childItems())
