"""The deep check: renders every screen and names the texts that do not fit, are too small, or lack a glyph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtQuick import QQuickItem

from kiosk.charts import Charts
from kiosk.deck.load import Loaded
from kiosk.deck.problems import Problem
from kiosk.deck.typeset import untied
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.complete import visible_items
from kiosk.walk import resize, settle, stops

_SMALLEST_AT_1080: Final = 20
"""Pixels; no text may be smaller at 1080 lines."""
_SLACK: Final = 2.0
"""Pixels by which a text's own measure may pass its box without being cut."""
_EMPTY: Final = 0.1
"""Of a letter's size; so much of a text's last line is empty, and Qt lets it pass the box that it fits a text into."""
_QUOTED: Final = 40
"""So many letters of a text are quoted in a message."""


def examine(
    loaded: Loaded, deck: Path, sizes: Iterable[QSize], cache: Path, progress: Callable[[int, int], None]
) -> list[Problem]:
    """Problems of every screen at every size and in every language of the deck, each once."""
    assert loaded.deck is not None  # noqa: S101 - the command asks only for a deck that opened
    walks = list(product(sizes, loaded.deck.languages))
    screens = list(stops(loaded.deck))
    found: dict[Problem, None] = {}
    options = BoothOptions(attended=True, transitions=False)
    with closing(Charts(cache)) as charts, closing(Booth(loaded, deck, charts, options)) as booth:
        for walk, (size, language) in enumerate(walks):
            resize(booth, size)
            booth.stage.speak(language)
            for number, stop in enumerate(screens, start=1):
                stop.show(booth.stage)
                settle(booth)
                where = f"{language}, {size.width()}x{size.height()}"
                for severity, message in _complaints(booth, size):
                    found[_problem(deck, stop.id, severity, f"{message} ({where})")] = None
                progress(walk * len(screens) + number, len(walks) * len(screens))
    return list(found)


def _complaints(booth: Booth, size: QSize) -> Iterator[tuple[str, str]]:
    unit = min(size.width(), size.height()) / 1080
    screen = QRectF(0, 0, size.width(), size.height())
    for item in visible_items(booth.window):
        if item.inherits("QQuickText") and item.property("text") and _on(screen, item):
            yield from _of_text(item, unit)


def _on(screen: QRectF, item: QQuickItem) -> bool:
    """Whether an item can be seen; the neighbours of a slide exist beside the screen."""
    return item.opacity() > 0 and screen.intersects(item.mapRectToScene(item.boundingRect()))


def _of_text(item: QQuickItem, unit: float) -> Iterator[tuple[str, str]]:
    text = untied(item.property("text"))
    quoted = f"“{text[:_QUOTED]}{'…' if len(text) > _QUOTED else ''}”"
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
    lacking = _lacking(text, item.property("font"))
    if lacking:
        yield "error", f"{quoted} has characters that the font lacks: {' '.join(lacking)}"


def _lacking(text: str, font: QFont) -> list[str]:
    raw = QRawFont.fromFont(font)
    visible = {letter for letter in text if unicodedata.category(letter) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}}
    return sorted(letter for letter in visible if not raw.supportsCharacter(ord(letter)))


def _problem(deck: Path, stop: str, severity: str, message: str) -> Problem:
    path, line = _written_at(deck, stop)
    return Problem(path=path, line=line, column=1, severity=severity, message=message)  # type: ignore[arg-type]


def _written_at(deck: Path, stop: str) -> tuple[Path, int]:
    """The file and line that a screen comes from; `deck.yaml` for those that are made of several files."""
    pattern = re.compile(rf"^\s*-?\s*(\{{\s*)?id:\s*[\"']?{re.escape(stop)}[\"']?\s*(,|#|$)")
    for path in sorted(deck.glob("*.yaml")):
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            if pattern.match(line):
                return path, number
    return deck / "deck.yaml", 1
