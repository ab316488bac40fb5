"""What is seen beside and behind the words: the deck's pictures and films, and the course of the two rivers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.charts.rivers import River, svg_path
from kiosk.stage.part import Act

QML_IMPORT_NAME = "Kiosk.Backstage"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("The stage's own")
class Scenery(QObject):  # type: ignore[operator]
    """The pictures and films of the deck in a `folder`; `clock` gives milliseconds."""

    def __init__(self, folder: Path, act: Act, clock: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._act = act
        self._clock = clock

    @Slot(str, result=QUrl)
    def picture(self, name: str) -> QUrl:
        """Where a picture of the deck is; its name was checked when the deck was read, and may have a stamp."""
        path, mark, stamp = name.rpartition("?")
        url = QUrl.fromLocalFile(str(self._folder / (path if mark else name)))
        if mark:
            url.setQuery(stamp)
        return url

    @Property(bool, constant=True)
    def playsFilms(self) -> bool:
        """Whether films can be played here; asked only where a deck has one."""
        from kiosk.stage.films import can_play

        return can_play()

    @Slot(bool)
    def filmPlays(self, playing: bool) -> None:
        """A film that ends by itself began, or ended."""
        self._act(lambda navigator: navigator.film(self._clock(), playing=playing))

    @Slot(str, float, float, result=str)
    def course(self, river: River, width: float, height: float) -> str:
        """The course of the `yangtze` or the `jialing` over a screen of that size, as an SVG path."""
        return svg_path(river, width, height)
