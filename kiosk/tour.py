"""The tour: every screen of a deck as a picture, and all of them on one contact sheet."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from itertools import groupby, product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kiosk.charts import UNATTENDED, Charts
from kiosk.deck.load import Loaded
from kiosk.places import FAMILY
from kiosk.stage.app import Booth, BoothOptions
from kiosk.walk import Route, resize, settle, stops

_SHEET: Final = QSize(320, 30)
"""Width of a picture on the contact sheet, and height of its caption, in pixels."""
_FEW: Final = 150
"""Up to so many pictures are that wide on the sheet; more are smaller."""
_GAP: Final = 12
_SHAPE: Final = 1.6
"""The contact sheet's width as a part of its height, about."""


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One picture of the tour, as `tour.json` lists it. Width and height in pixels."""

    id: str
    language: str
    theme: str
    file: str
    """Relative to the tour's folder, with forward slashes."""
    width: int
    height: int


def tour(
    loaded: Loaded, deck: Path, out: Path, route: Route, cache: Path, progress: Callable[[int, int], None]
) -> list[Shot]:
    """Step the real scene through every screen; pictures, `tour.json` and `contact-sheet.png` go into `out`.

    `progress` is told how many pictures of how many there are.
    """
    assert loaded.deck is not None  # noqa: S101 - the command refuses a deck that cannot be opened
    ways = list(product(route.themes, route.sizes))
    total = len(ways) * len(route.languages) * len(list(stops(loaded.deck)))
    shots: list[Shot] = []
    thumbs: list[Future[QImage]] = []
    with closing(Charts(cache, patience=UNATTENDED)) as charts, ThreadPoolExecutor(2) as savers:
        for theme, size in ways:
            options = BoothOptions(theme=theme, attended=True, transitions=False)
            with closing(Booth(loaded, deck, charts, options)) as booth:
                for shot, image in _shots(booth, loaded, route.languages, size, theme):
                    thumbs.append(savers.submit(_save, image, out / shot.file, _thumb_width(total)))
                    shots.append(shot)
                    progress(len(shots), total)
        _contact_sheet(shots, [thumb.result() for thumb in thumbs]).save(str(out / "contact-sheet.png"))
    (out / "tour.json").write_text(json.dumps([asdict(shot) for shot in shots], indent=1) + "\n", encoding="utf-8")
    return shots


def _shots(
    booth: Booth, loaded: Loaded, languages: Iterable[str], size: QSize, theme: str
) -> Iterator[tuple[Shot, QImage]]:
    assert loaded.deck is not None  # noqa: S101 - as above
    resize(booth, size)
    for language in languages:
        booth.stage.speak(language)
        folder = f"{language}-{size.width()}x{size.height()}-{theme}"
        for number, stop in enumerate(stops(loaded.deck), start=1):
            stop.show(booth.stage)
            settle(booth)
            image = booth.window.grabWindow()
            file = f"{folder}/{number:03}-{stop.id}.png"
            yield (
                Shot(
                    id=stop.id,
                    language=language,
                    theme=theme,
                    file=file,
                    width=image.width(),
                    height=image.height(),
                ),
                image,
            )


def _save(image: QImage, file: Path, thumb_width: int) -> QImage:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written.")
    return image.scaledToWidth(thumb_width, Qt.TransformationMode.SmoothTransformation)


def _thumb_width(count: int) -> int:
    return _SHEET.width() if count <= _FEW else _SHEET.width() // 2


def _contact_sheet(shots: list[Shot], thumbs: list[QImage]) -> QImage:
    """Pictures in rows, each with its caption; those of another shape begin a new row, lest one leaves gaps."""
    width = thumbs[0].width()
    rows = _rows(thumbs)
    tall = [thumbs[row.start].height() + _SHEET.height() for row in rows]
    across = max(map(len, rows))
    sheet = QImage(across * (width + _GAP) + _GAP, sum(tall) + _GAP * (len(rows) + 1), QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808890"))
    painter = QPainter(sheet)
    font = QFont(FAMILY)
    font.setPixelSize(min(_SHEET.height() // 2, width // 16))  # the longest id has room for itself and its language
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    top = _GAP
    for row, high in zip(rows, tall, strict=True):
        for column, at in enumerate(row):
            left = _GAP + column * (width + _GAP)
            painter.drawImage(left, top, thumbs[at])
            caption = QRect(left, top + thumbs[at].height(), width, _SHEET.height())
            painter.drawText(caption, Qt.AlignmentFlag.AlignVCenter, f"{shots[at].id} · {shots[at].language}")
        top += high + _GAP
    painter.end()
    return sheet


def _rows(thumbs: list[QImage]) -> list[range]:
    """Which pictures stand in each row: as many as make a sheet somewhat wider than high, all of one height."""
    heights = [thumb.height() for thumb in thumbs]
    area = sum(height + _SHEET.height() + _GAP for height in heights) * (thumbs[0].width() + _GAP)
    across = max(1, round(math.sqrt(_SHAPE * area) / (thumbs[0].width() + _GAP)))
    rows, begin = [], 0
    for _, same in groupby(heights):
        end = begin + len(list(same))
        rows += [range(first, min(first + across, end)) for first in range(begin, end, across)]
        begin = end
    return rows
