"""A booth whose deck somebody edits while it runs."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem

from kiosk.deck.compiled import open_named
from kiosk.session.voice import Voice
from kiosk.stage.complete import visible_items
from kiosk.stage.reload import Reload


def items(window) -> list[QQuickItem]:
    """Every item of a scene, those beside the screen too."""
    found = [window.contentItem()]
    for item in found:
        found += item.childItems()
    return found


def pointer(item) -> int:
    return shiboken6.getCppPointer(item)[0]


class Edited:
    """A booth whose deck is being edited."""

    def __init__(self, open_booth, folder, cache, **options) -> None:
        loaded, name = open_named(folder, cache)
        screen = open_booth(loaded, folder, **options)
        self.screen, self.folder = screen, folder
        self.stage = screen.booth.stage
        self.owner = QObject()
        self.reload = Reload(screen.booth, folder, cache, loaded, name, lambda loaded: loaded, Voice(), self.owner)
        self.reads = 0
        self.reload.read.connect(self._count)

    def _count(self) -> None:
        self.reads += 1

    def save(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.save(name, text.replace(old, new))

    def until_read(self, times: int = 1) -> None:
        self.screen.until(lambda: self.reads >= times, timeout=60_000)

    def open(self, slide: str) -> None:
        self.stage.open(slide)
        self.screen.until_complete()

    def until_all(self) -> None:
        """Wait for the slides on both sides of the one that was opened first."""
        self.screen.until(
            lambda: sum(bool(item.property("slideId")) for item in visible_items(self.screen.window)) == 3
        )

    def until_decoded(self, slides: int) -> None:
        """Wait until the first slides are made, and every picture of theirs is in memory."""

        def decoded() -> bool:
            if not set(range(slides)) <= self.screen.made():
                return False
            self.screen.window.grabWindow()  # a picture is asked for when its size is known, which is before a frame
            pictures = (item for item in items(self.screen.window) if item.inherits("QQuickImage"))
            asked = (picture for picture in pictures if not picture.property("source").isEmpty())
            return all(picture.property("implicitWidth") and not picture.property("loading") for picture in asked)

        self.screen.until(decoded)

    def slides(self) -> dict[str, int]:
        """Each slide that there is an item of, with what tells that item from any other."""
        return {name: pointer(item) for item in items(self.screen.window) if (name := item.property("slideId"))}

    def texts(self) -> dict[int, str]:
        """Every text that can be seen, with what tells its item from any other."""
        shown = (item for item in visible_items(self.screen.window) if item.inherits("QQuickText"))
        return {pointer(item): item.property("text") for item in shown}

    def close(self) -> None:
        self.reload.close()
        shiboken6.delete(self.owner)
