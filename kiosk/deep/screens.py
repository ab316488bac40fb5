"""Walks through every screen at one size and in one language, and says what is wrong on each."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.charts import UNATTENDED, ChartJob, Charts
from kiosk.deck.load import Loaded
from kiosk.deep import fingers, millimetres, pictures, texts
from kiosk.deep.complaint import Complaint, Short
from kiosk.machine.suit import Measures
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.complete import visible_items
from kiosk.stage.targets import targets
from kiosk.walk import Stop, resize, settle, stops

_SHOT_WIDTH: Final = 960
_SHOT_QUALITY: Final = 82
_OTHERS: Final = ("operator-", "show-", "welcome-guests")
"""Screens for whoever works with the booth, and not for visitors."""
_SHOW: Final = "show-"
"""Screens that stand before a slide, or repeat the slides' titles."""
_ANYWHERE: Final = ("attract", "dark")
"""Screens that a touch anywhere leaves."""


class Walk(NamedTuple):
    """One way through the deck."""

    width: int
    height: int
    language: str


class Screen(NamedTuple):
    """What was seen at one stop."""

    stop: str
    slide: str
    complaints: tuple[Complaint, ...]
    shorts: tuple[Short, ...]
    picture: bytes
    """A JPEG; b"" where no pictures are wanted."""


def drawing(cache: Path, workers: int = 2) -> Charts:
    """The charts of one walk or several: who draws them stays from one walk to the next."""
    return Charts(cache, workers, patience=UNATTENDED)


def screens(
    loaded: Loaded, folder: Path, walk: Walk, measures: Measures, charts: Charts, *, shots: bool
) -> Generator[Screen, None, None]:
    """Every screen of a walk, in order; needs the application."""
    assert loaded.deck is not None  # noqa: S101 - the command asks only for a deck that opened
    size = QSize(walk.width, walk.height)
    options = BoothOptions(attended=True, transitions=False, size=size)
    with closing(Booth(loaded, folder, charts, options)) as booth:
        resize(booth, size)
        booth.stage.speak(walk.language)
        look = _Look(booth, folder.absolute(), size, measures)
        for stop in stops(loaded.deck):
            stop.show(booth.stage)
            settle(booth)
            picture = _jpeg(booth) if shots else b""
            complaints = tuple(look.complaints(stop))
            yield Screen(stop.id, stop.slide, complaints, tuple(look.shorts(stop)), picture)


def _repeats(item: QQuickItem) -> bool:
    """Whether an item says what a slide says, which is looked at by itself."""
    above: QQuickItem | None = item
    while above is not None:
        if above.objectName() == "slides" or above.objectName().startswith("show.slide."):
            return True
        above = above.parentItem()
    return False


class _Look:
    """Looks at what the booth shows."""

    def __init__(self, booth: Booth, folder: Path, size: QSize, measures: Measures) -> None:
        self._booth, self._folder, self._measures = booth, folder, measures
        self._unit = min(size.width(), size.height()) / 1080
        self._screen = QRectF(0, 0, size.width(), size.height())
        self._mm = millimetres.mm_per_pixel(measures, size)
        hangs = self._mm > 0 and measures.bottom >= 0
        self._reach = millimetres.Reach(measures, size) if hangs else None
        self._texts: list[QQuickItem] = []

    def complaints(self, stop: Stop) -> Iterator[Complaint]:
        """What is wrong, whatever the screen's measures are."""
        items = [item for item in visible_items(self._booth.window) if self._is_on(item)]
        if stop.id.startswith(_SHOW):
            items = [item for item in items if not _repeats(item)]
        self._texts = [item for item in items if item.inherits("QQuickText") and item.property("text")]
        for item in self._texts:
            yield from texts.of_text(item, self._unit)
        for item in items:
            if item.inherits("QQuickImage") and self._fills(item):
                yield from pictures.of_picture(item, self._folder, self._booth.window.devicePixelRatio())
        if any(item.objectName() == "background" for item in items):
            yield from pictures.faint_texts(self._booth.window, self._texts)
        found = list(targets(self._booth.window))
        if not self._mm:
            yield from fingers.small_targets(found, self._unit)
        yield from fingers.overlapping(found, self._unit)
        if job := self._chart(stop):
            yield from texts.of_chart(job)

    def shorts(self, stop: Stop) -> Iterator[Short]:
        """What is too small or out of reach on a screen whose measures are known."""
        if not self._mm:
            return
        yield from millimetres.small_targets(targets(self._booth.window), self._mm)
        if stop.id.startswith(_OTHERS):
            return
        if self._measures.distance:
            yield from millimetres.small_texts(self._texts, self._measures, self._mm)
            if self._chart(stop):
                yield from millimetres.small_chart(self._unit, self._measures, self._mm)
        if self._reach and not stop.id.startswith(_ANYWHERE):
            yield from self._beyond(self._reach)

    def _beyond(self, reach: millimetres.Reach) -> Iterator[Short]:
        """The controls out of reach, for which the low reach has none that does the same within it."""
        beyond = reach.outside(targets(self._booth.window))
        if not beyond:
            return
        shorts = {millimetres.key_of(target): reach.short(target) for target in beyond}
        lead = {millimetres.key_of(target) for target in beyond if millimetres.leads_low(target)}
        sourced = {millimetres.key_of(target) for target in beyond if millimetres.opens_source(target)}
        self._booth.stage.comfort.toggleReach()
        settle(self._booth)
        lacking = millimetres.lacking(shorts.keys(), sourced, targets(self._booth.window), reach)
        self._booth.stage.comfort.toggleReach()
        settle(self._booth)
        yield from (short for key, short in shorts.items() if key in lacking | lead)

    def _chart(self, stop: Stop) -> ChartJob | None:
        job = self._booth.stage.drawings.job(stop.slide, 1, 1, 1.0, 1.0)
        return job if isinstance(job, ChartJob) else None

    def _is_on(self, item: QQuickItem) -> bool:
        """Whether an item can be seen; the neighbours of a slide exist beside the screen."""
        return item.opacity() > 0 and self._screen.intersects(item.mapRectToScene(item.boundingRect()))

    def _fills(self, item: QQuickItem) -> bool:
        """Whether some of a picture's box is on the screen; what a crop leaves out reaches further."""
        return self._screen.intersects(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))


def _jpeg(booth: Booth) -> bytes:
    image = booth.window.grabWindow().scaledToWidth(_SHOT_WIDTH, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _SHOT_QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
