"""The deep check: renders every screen; names texts that do not fit or lack a glyph, and targets that are too small."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QRawFont
from PySide6.QtQuick import QQuickItem

from kiosk.charts import UNATTENDED, ChartJob, Charts
from kiosk.charts.texts import texts
from kiosk.deck.load import Loaded
from kiosk.deck.marks import Mark
from kiosk.deck.problems import Problem
from kiosk.deck.typeset import untied
from kiosk.deck.whereabouts import slide_places
from kiosk.places import FONTS
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.complete import visible_items
from kiosk.stage.targets import spoken, targets
from kiosk.walk import resize, settle, stops

_SMALLEST_AT_1080: Final = 20
"""Pixels; no text may be smaller at 1080 lines."""
_TARGET_AT_1080: Final = 88
"""Pixels, in both directions; what is smaller is hard to touch."""
_SLACK: Final = 2.0
"""Pixels by which a text's own measure may pass its box without being cut."""
_EMPTY: Final = 0.1
"""Of a letter's size; so much of a text's last line is empty, and Qt lets it pass the box that it fits a text into."""
_QUOTED: Final = 40
"""So many letters of a text are quoted in a message."""
_INVISIBLE: Final = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Unicode's categories of what Qt draws as nothing where a font lacks it."""

Complaint = tuple[Literal["error", "warning"], str]
"""How bad it is, and what it is."""


def examine(
    loaded: Loaded, deck: Path, sizes: Iterable[QSize], cache: Path, progress: Callable[[int, int], None]
) -> list[Problem]:
    """Problems of every screen at every size and in every language of the deck, each once."""
    assert loaded.deck is not None  # noqa: S101 - the command asks only for a deck that opened
    walks = list(product(sizes, loaded.deck.languages))
    screens = list(stops(loaded.deck))
    places = slide_places(deck, loaded.deck)
    found: dict[Problem, None] = {}
    options = BoothOptions(attended=True, transitions=False)
    with closing(Charts(cache, patience=UNATTENDED)) as charts, closing(Booth(loaded, deck, charts, options)) as booth:
        for walk, (size, language) in enumerate(walks):
            resize(booth, size)
            booth.stage.speak(language)
            for number, stop in enumerate(screens, start=1):
                stop.show(booth.stage)
                settle(booth)
                where = f"{language}, {size.width()}x{size.height()}"
                path, mark = places.get(stop.slide, (deck / "deck.yaml", Mark(1, 1)))
                for severity, message in (*_complaints(booth, size), *_of_chart(booth, stop.slide)):
                    said = f"{message} ({where})"
                    found[Problem(path, mark.line, mark.column, severity, said)] = None
                progress(walk * len(screens) + number, len(walks) * len(screens))
    return list(found)


def _complaints(booth: Booth, size: QSize) -> Iterator[Complaint]:
    unit = min(size.width(), size.height()) / 1080
    screen = QRectF(0, 0, size.width(), size.height())
    for item in visible_items(booth.window):
        if item.inherits("QQuickText") and item.property("text") and _on(screen, item):
            yield from _of_text(item, unit)
    for target in targets(booth.window):
        smaller = min(target.felt.width(), target.felt.height()) / unit
        if smaller < _TARGET_AT_1080 - _SLACK:
            name = _quoted(untied(spoken(target.item)))
            yield "warning", f"{name} is {smaller:.0f} pixels for a finger at 1080 lines, less than {_TARGET_AT_1080}"


def _on(screen: QRectF, item: QQuickItem) -> bool:
    """Whether an item can be seen; the neighbours of a slide exist beside the screen."""
    return item.opacity() > 0 and screen.intersects(item.mapRectToScene(item.boundingRect()))


def _of_text(item: QQuickItem, unit: float) -> Iterator[Complaint]:
    text = untied(item.property("text"))
    quoted = _quoted(text)
    wide, high = item.property("contentWidth") - item.width(), item.property("contentHeight") - item.height()
    fitted, wanted = item.property("fitted"), item.property("size")
    if wide > _SLACK or high > max(_SLACK, _EMPTY * (fitted or 0)) or item.property("truncated"):
        yield "error", f"{quoted} does not fit: shorten it"
    if fitted is None:
        return
    if fitted < int(_SMALLEST_AT_1080 * unit):
        yield "error", f"{quoted} is {fitted / unit:.0f} pixels high at 1080 lines, less than {_SMALLEST_AT_1080}"
    elif fitted < wanted and fitted <= item.property("minimumPixelSize"):
        yield "warning", f"{quoted} was shrunk to the limit, from {wanted} to {fitted} pixels: shorten it"
    if item.property("repeats"):
        return  # its letters are looked at on the screens that it repeats
    raw = QRawFont.fromFont(item.property("font"))
    lacking = _lacking((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), raw)
    if lacking:
        yield "error", f"{quoted} has characters that the font lacks: {lacking}"


def _of_chart(booth: Booth, slide: str) -> Iterator[Complaint]:
    """What is wrong with the texts that a worker draws; there, an invisible character that is lacking is a box too."""
    job = booth.stage.job(slide, 1, 1, 1.0, 1.0)
    if not isinstance(job, ChartJob):
        return
    font = QRawFont(str(FONTS / "NotoSansSC-Regular.ttf"), _SMALLEST_AT_1080)  # the others have the same characters
    for text in dict.fromkeys(texts(job)):
        if lacking := _lacking(text, font):
            yield "error", f"{_quoted(text)} in the chart has characters that the font lacks: {lacking}"


def _lacking(letters: Iterable[str], font: QRawFont) -> str:
    """The letters that a font lacks, those that would be seen nowhere by their numbers; "" where it has all."""
    lacking = sorted(letter for letter in set(letters) if not font.supportsCharacter(ord(letter)))
    return " ".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in lacking)


def _quoted(text: str) -> str:
    return f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
