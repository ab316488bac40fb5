"""Steps a booth through every screen and waits until each is complete: what the tour and the deep check share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.deck.model import Deck
from kiosk.stage.app import Booth
from kiosk.stage.pictures import StagePicture

DEADLINE_S: Final = 60.0
"""How long one screen may take until its charts are drawn."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A screen of the walk."""

    id: str
    """`attract`, `hub`, `group-ID`, or the id of a slide."""
    show: Callable[[Booth], None]


def stops(deck: Deck) -> Iterator[Stop]:
    """Every screen of a deck in a visitor's order."""
    for scene in range(max(1, len(deck.attract))):
        yield Stop(f"attract-{scene + 1}" if scene else "attract", lambda booth, scene=scene: booth.stage.rest(scene))
    yield Stop("hub", lambda booth: booth.stage.home())
    for group in deck.groups:
        if sum(platform.group == group.id and bool(platform.slides) for platform in deck.platforms) > 1:
            yield Stop(f"group-{group.id}", lambda booth, group=group.id: booth.stage.openGroup(group))
    for platform in deck.platforms:
        for slide in platform.slides:
            yield Stop(slide.id, lambda booth, slide=slide.id: booth.stage.open(slide))


def resize(booth: Booth, size: QSize) -> None:
    """Give the booth's window a size in pixels and wait until it has it."""
    booth.window.resize(size)
    booth.window.show()
    settle(booth)


def settle(booth: Booth) -> None:
    """Wait until everything on screen is complete. Raises TimeoutError after `DEADLINE_S`."""
    end = time.monotonic() + DEADLINE_S
    while not settled(booth):
        if time.monotonic() > end:
            raise TimeoutError(f"A screen was not complete within {DEADLINE_S:.0f} s.")
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def settled(booth: Booth) -> bool:
    """Whether nothing on screen waits for a drawing or for the decoding of a picture."""
    QGuiApplication.processEvents()
    pictures = booth.window.findChildren(StagePicture)
    return not any(_wanted(picture) and picture.pending() for picture in pictures) and not any(
        item.property("loading") for item in visible_items(booth)
    )


def visible_items(booth: Booth) -> Iterator[QQuickItem]:
    """Every item that is on screen or would be if nothing covered it."""
    pending = [booth.window.contentItem()]
    while pending:
        item = pending.pop()
        if item.isVisible():
            yield item
            pending.extend(item.childItems())


def _wanted(picture: StagePicture) -> bool:
    with suppress(AttributeError):
        return bool(picture.parent().isVisible())
    return False
