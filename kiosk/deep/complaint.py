"""What is wrong on one screen, before its place in the deck's files is known."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

_QUOTED: Final = 40
"""So many letters of a text are quoted in a message."""

Severity = Literal["error", "warning"]

Frame = tuple[float, float, float, float]
"""Left, top, width and height in the window's pixels."""


class Complaint(NamedTuple):
    """One thing that is wrong."""

    severity: Severity
    message: str
    frame: Frame | None = None
    """Where it is seen; None for what has no place."""
    spoken: bool = True
    """Whether it may be otherwise in another language."""


class Short(NamedTuple):
    """Something that is smaller than it ought to be, or out of reach: many of these are told in one sentence."""

    kind: Literal["text", "target", "reach"]
    severity: Severity
    name: str
    """Quoted."""
    has: float
    """Millimetres."""
    wants: float
    frame: Frame | None
    own: bool
    """Whether it is the slide's, and not the interface's."""


def frame_of(item: QQuickItem) -> Frame:
    """Where an item is seen."""
    return as_frame(item.mapRectToScene(item.boundingRect()))


def as_frame(rect: QRectF) -> Frame:
    """A rectangle as plain numbers."""
    return rect.x(), rect.y(), rect.width(), rect.height()


def quoted(text: str) -> str:
    """A text of a screen as a message has it, on one line."""
    text = " ".join(text.split())
    return f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"


def is_own(item: QQuickItem) -> bool:
    """Whether an item is a slide's, and not the interface's."""
    above: QQuickItem | None = item
    while above is not None:
        if above.objectName() == "slides":
            return True
        above = above.parentItem()
    return False
