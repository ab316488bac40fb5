"""The booth that is worked: the real one, with a clock that the soak moves."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickItem

from kiosk.charts import Charts
from kiosk.deck.compiled import open_deck
from kiosk.deck.load import Loaded
from kiosk.deck.model import Platform, Slide
from kiosk.glass import Glass
from kiosk.place import Place, Screen
from kiosk.soak.visitors import Record
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.complete import complete, visible_items
from kiosk.stage.targets import Target, targets

_USES: Final = 8
"""So often what was found on a screen is used before it is looked for again."""
_LEFT_MS: Final = 60_000
"""So long at a time nobody touches the booth."""
MOST_ITEMS: Final = 6_000
"""No screen has a third of that."""


class Subject:
    """A booth on a deck's folder; `size` is its window's, `cache` the folder for compiled decks."""

    def __init__(self, loaded: Loaded, folder: Path, charts: Charts, size: QSize, cache: Path) -> None:
        assert loaded.deck is not None  # noqa: S101 - the command refuses a deck that cannot be opened
        self._loaded, self._folder, self._charts, self._cache = loaded, folder, charts, cache
        self.size = size
        self.sizes = (size, size.transposed(), size * 0.7, QSize(1280, 720), QSize(720, 1280))
        """Every one that the window has at some time."""
        self.now = 0
        self._events = 0
        self.order = self._in_order()
        self.visits = dict.fromkeys(range(len(self.order)), 0)
        """How often each slide was come to, by its index."""
        self._last = -1
        self._looked = 0.0
        self._known: list[Target] = []
        self._known_at: tuple[Place | None, int] = (None, 0)
        self.record = Record(lambda: self.now)
        self._open()

    def _open(self) -> None:
        self.booth = Booth(self._loaded, self._folder, self._charts, BoothOptions(size=self.size), now=lambda: self.now)
        self.booth.stage.placeChanged.connect(self._note)
        self.record.begin(self.booth.stage)
        self._known_at = (None, 0)
        self.glass = Glass(self.booth.window)
        self.booth.window.resize(self.size)
        self.booth.window.show()
        self.booth.prepare()

    @property
    def languages(self) -> tuple[str, ...]:
        """The deck's."""
        return tuple(self._loaded.deck.languages) if self._loaded.deck else ()

    def _in_order(self) -> list[tuple[Platform, Slide]]:
        """Every slide with its platform, as they follow one another."""
        platforms = self._loaded.deck.platforms if self._loaded.deck else ()
        return [(platform, slide) for platform in platforms for slide in platform.slides]

    def _note(self) -> None:
        place = self.booth.stage.place
        at = place.slide if place.screen is Screen.SLIDE else -1
        if at not in {-1, self._last}:
            self.visits[at] += 1
        self._last = at

    def wait(self, milliseconds: int) -> None:
        """Let time pass for the booth."""
        self.now += milliseconds
        self.booth.stage.tick()

    def leave(self) -> None:
        """Let nobody touch the booth until the attract loop runs."""
        while self.booth.stage.place.screen is not Screen.ATTRACT:
            self.wait(_LEFT_MS)

    @property
    def events(self) -> int:
        """How many events of fingers and keys the booth got."""
        return self._events + self.glass.sent

    def reload(self) -> None:
        """Read the deck's files anew, and show what they say."""
        with self._looking():  # a booth reads a deck on another thread
            self._loaded = open_deck(self._folder, self._cache)
        if self._loaded.deck is not None:
            self.order = self._in_order()  # not the one before, which would stay in memory beside it
            self.booth.stage.take(self._loaded.deck)

    def reopen(self) -> None:
        """Close the booth and open another, in the same process."""
        self._events += self.glass.sent
        with self._looking():  # what a start takes is measured elsewhere
            self._close()
            gc.unfreeze()  # else what the collector has to find of the closed booth would stay for good
            self._open()

    def close(self) -> None:
        """Close the booth, for good."""
        self._close()
        self.record.close()

    def _close(self) -> None:
        self.record.end()
        self.booth.stage.placeChanged.disconnect(self._note)
        self.booth.close()

    def logged(self) -> list[str]:
        """What the visit log says otherwise than the soak's own record. Nobody is logged after that."""
        with self._looking():
            self.record.end()
            return list(self.record.differences())

    def targets(self) -> list[Target]:
        """What can be touched, as it was when the booth came to where it is; looking costs more than a touch."""
        place, uses = self._known_at
        if uses == 0 or place is not self.booth.stage.place or not all(map(shiboken6.isValid, self._known_items())):
            with self._looking():
                self._known = list(targets(self.booth.window))
            place, uses = self.booth.stage.place, _USES
        self._known_at = place, uses - 1
        return self._known

    def _known_items(self) -> list[QQuickItem]:
        return [target.item for target in self._known]

    def middle(self, name: str) -> QPoint | None:
        """Where an item of that name is that can be touched; None where there is none."""
        with self._looking():
            for item in visible_items(self.booth.window):
                if item.objectName() == name and item.isEnabled():
                    return item.mapRectToScene(item.boundingRect()).center().toPoint()
        return None

    @contextmanager
    def _looking(self) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self._looked += time.perf_counter() - began

    def take_looked(self) -> float:
        """Seconds spent in search of targets since this was last asked."""
        looked, self._looked = self._looked, 0.0
        return looked

    def is_complete(self) -> bool:
        """Whether nothing on screen is still being drawn."""
        return complete(self.booth.window)

    def faults(self) -> list[str]:
        """What is wrong with what is on screen."""
        window, found = self.booth.window, []
        shown = [each for each in QGuiApplication.allWindows() if each.isVisible()]
        if shown != [window]:
            found.append(f"{len(shown)} windows are open instead of the booth's one")
        if window.visibility() == QWindow.Visibility.Minimized:
            found.append("the window is minimized")
        items = list(visible_items(window))
        if len(items) > MOST_ITEMS:
            found.append(f"{len(items)} items are on the screen")
        if not any(item.inherits("QQuickText") and item.property("text") for item in items):
            found.append("the screen is blank")
        if self.booth.stage.place.screen is Screen.CALM:
            found.append("the booth shows the calm screen")
        return found
