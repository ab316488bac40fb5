"""Touch maps: where fingers came down on a screen, laid over its picture."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.charts import UNATTENDED, Charts
from kiosk.deck.theme import Theme
from kiosk.places import cache_folder
from kiosk.report.asked import Asked
from kiosk.report.content import Place
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.visits.figures import Spot, TouchMap
from kiosk.walk import Stop, resize, settle, stops

THEME = "day"
"""The theme of everything in a report: it is printed."""
_WIDE, _TALL = QSize(1920, 1080), QSize(1080, 1920)
_SHRUNK = 1200
"""Pixels of a picture's longer side in the report."""
_FADED = 0.45
"""How much of the picture gives way to paper, so that the touches stand out."""
_FAINT, _FULL = 0.2, 0.85
"""How dense the colour lies on a field: on one that was touched at all, and on the one that was touched most."""


def touch_maps(asked: Asked, places: tuple[Place, ...]) -> Iterator[QImage]:
    """A picture for each of the places, in their order."""
    if not places:
        return
    application()
    theme = dict(asked.loaded.themes)[THEME]
    known = {stop.id: stop for stop in stops(asked.deck)}
    options = BoothOptions(theme=THEME, attended=True, transitions=False, size=_WIDE)
    with (
        closing(Charts(cache_folder() / "charts", patience=UNATTENDED)) as charts,
        closing(Booth(asked.loaded, asked.folder, charts, options)) as booth,
    ):
        booth.stage.speak(asked.language)
        for place in places:
            touches = asked.logs.touch_map(asked.figures.first, asked.figures.last, place.spot)
            size = _TALL if touches.tall else _WIDE
            if booth.window.size() != size or not booth.window.isVisible():
                resize(booth, size)
            _stop(known, place.spot).show(booth.stage)
            settle(booth)
            yield _covered(booth.window.grabWindow(), touches, theme)


def _stop(known: dict[str, Stop], spot: Spot) -> Stop:
    names = {"slide": spot.what, "group": f"group-{spot.what}", "take_home": "take-home"}
    return known.get(names.get(spot.screen, spot.screen)) or known["hub"]


def _covered(picture: QImage, touches: TouchMap, theme: Theme) -> QImage:
    """A screen that fades into paper, with each field as dense as it was touched often."""
    image = picture.scaled(
        _SHRUNK, _SHRUNK, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paper = QColor("#ffffff")
    paper.setAlphaF(_FADED)
    painter.fillRect(image.rect(), paper)
    down = len(touches.cells) // touches.across
    wide, high = image.width() / touches.across, image.height() / down
    most = max(touches.cells, default=0)
    for at, times in enumerate(touches.cells):
        if times:
            colour = QColor(theme.groups.coral)
            colour.setAlphaF(_FAINT + (_FULL - _FAINT) * (times / most) ** 0.5)
            line, column = divmod(at, touches.across)
            painter.fillRect(QRectF(column * wide, line * high, wide, high).toAlignedRect(), colour)
    painter.end()
    return image
