"""What can be touched on a screen, and how much room each target leaves a finger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.stage.complete import visible_items


class Target(NamedTuple):
    """An item that answers to a tap; both places are in the window's pixels."""

    item: QQuickItem
    seen: QRectF
    """Where it is drawn."""
    felt: QRectF
    """Where it answers: with the margin around it, as far as it is on the screen."""


def targets(window: QQuickWindow) -> Iterator[Target]:
    """Everything on the screen that answers to a tap."""
    screen = QRectF(0, 0, window.width(), window.height())
    for item in visible_items(window):
        if item.acceptedMouseButtons() == Qt.MouseButton.NoButton:
            continue  # Qt has every item with a handler accept them; to ask for the children of all costs much more
        seen = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))  # a text itself may be smaller
        if not item.isEnabled() or not screen.contains(seen.center()):
            continue
        for handler in item.children():
            if handler.inherits("QQuickTapHandler") and handler.property("enabled"):
                margin = handler.property("margin")
                yield Target(item, seen, seen.adjusted(-margin, -margin, margin, margin).intersected(screen))


def spoken(item: QQuickItem) -> str:
    """What an item is called by those who have the screen read to them."""
    from PySide6.QtGui import QAccessible

    described = QAccessible.queryAccessibleInterface(item)
    return described.text(QAccessible.Text.Name) if described else ""
