"""Whether a screen is complete: every chart answered, every picture decoded."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtQuick import QQuickItem, QQuickWindow


def complete(window: QQuickWindow) -> bool:
    """Whether nothing on screen waits for a drawing or for the decoding of a picture.

    Items that can wait say so with a property `loading`.
    """
    return not any(item.property("loading") for item in visible_items(window))


def visible_items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item that is on screen, or would be if nothing covered it."""
    pending = [window.contentItem()]
    while pending:
        item = pending.pop()
        if item.isVisible():
            yield item
            pending.extend(item.childItems())
