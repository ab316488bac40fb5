"""Texts that do not fit, were shrunk too far, or have characters that the font lacks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtGui import QFont, QRawFont
from PySide6.QtQuick import QQuickItem

from kiosk.charts import ChartJob
from kiosk.charts.texts import texts
from kiosk.deck.typeset import untied
from kiosk.deep.complaint import Complaint, frame_of, quoted
from kiosk.places import FONTS
from kiosk.sentences import sentence

SMALLEST_AT_1080: Final = 20
"""Pixels; no text may be smaller at 1080 lines."""
_SLACK: Final = 2.0
"""Pixels by which a text's own measure may pass its box without being cut."""
_EMPTY: Final = 0.1
"""Of a letter's size; so much of a text's last line is empty, and Qt lets it pass the box that it fits a text into."""
_INVISIBLE: Final = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Unicode's categories of what Qt draws as nothing where a font lacks it."""


def of_text(item: QQuickItem, unit: float) -> Iterator[Complaint]:
    """What is wrong with one text; `unit` is a pixel at 1080 lines."""
    text = untied(item.property("text"))
    name, frame = quoted(text), frame_of(item)
    wide, high = item.property("contentWidth") - item.width(), item.property("contentHeight") - item.height()
    fitted, wanted = item.property("fitted"), item.property("size")
    if wide > _SLACK or high > max(_SLACK, _EMPTY * (fitted or 0)) or item.property("truncated"):
        yield Complaint("error", sentence("{name} does not fit: shorten it", name=name), frame)
    if fitted is None:
        return
    if fitted < int(SMALLEST_AT_1080 * unit):
        yield Complaint(
            "error",
            sentence(
                "{name} is {high:.0f} pixels high at 1080 lines, less than {smallest_at_1080}",
                name=name,
                high=fitted / unit,
                smallest_at_1080=SMALLEST_AT_1080,
            ),
            frame,
        )
    elif fitted < wanted and fitted <= item.property("minimumPixelSize"):
        message = sentence(
            "{name} was shrunk to the limit, from {wanted} to {fitted} pixels: shorten it",
            name=name,
            wanted=wanted,
            fitted=fitted,
        )
        yield Complaint("warning", message, frame)
    if item.property("repeats"):
        return  # its letters are looked at on the screens that it repeats
    raw = QRawFont.fromFont(QFont("Noto Sans SC"))  # which has what the common one lacks
    lacking = _lacking((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), raw)
    if lacking:
        yield Complaint(
            "error", sentence("{name} has characters that the font lacks: {lacking}", name=name, lacking=lacking), frame
        )


def of_chart(job: ChartJob) -> Iterator[Complaint]:
    """What is wrong with the texts that a worker draws; there, an invisible character that is lacking is a box too."""
    font = QRawFont(str(FONTS / "NotoSansSC-Regular.ttf"), SMALLEST_AT_1080)  # the others have the same characters
    for text in dict.fromkeys(texts(job)):
        if lacking := _lacking(text, font):
            yield Complaint(
                "error",
                sentence(
                    "{text} in the chart has characters that the font lacks: {lacking}",
                    text=quoted(text),
                    lacking=lacking,
                ),
            )


def _lacking(letters: Iterable[str], font: QRawFont) -> str:
    """The letters that a font lacks, those that would be seen nowhere by their numbers; "" where it has all."""
    lacking = sorted(letter for letter in set(letters) if not font.supportsCharacter(ord(letter)))
    return " ".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in lacking)
