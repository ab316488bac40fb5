"""Prints the booth card: one page A4, with the project's fonts and the colours of the theme for bright halls."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPaintDevice, QPainter, QPdfWriter, QPen

from kiosk import atomic
from kiosk.deck.boothcard import Column, columns
from kiosk.deck.model import Deck
from kiosk.deck.theme import Theme
from kiosk.places import FAMILY
from kiosk.stage.application import application

THEME: Final = "day"
WIDTH: Final = 2100.0
HEIGHT: Final = 2970.0
"""A4 in tenths of a millimetre, in which everything here is measured."""
_DPI: Final = 600
_MARGIN: Final = 160.0
_GUTTER: Final = 150.0
"""For the signs, left of the text."""
_GAP: Final = 90.0
"""Between the languages."""
_BODY: Final = (44, 42, 40, 38, 36, 34, 32, 30, 28)
"""Sizes of the text that are tried, until all of it finds room; the least is 8 points."""
_BLANK: Final = 110.0
"""The height of a line that is filled in by hand."""
_PANEL: Final = 3
"""The step that says how the panel is opened."""
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def write_card(deck: Deck, theme: Theme, file: Path) -> None:
    """Write the page as a PDF, whole or not at all. Raises OSError."""
    application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(columns(deck)[0].title)
    writer.setCreator("Kiosk")
    paint(writer, deck, theme)
    buffer.close()
    atomic.write(file, bytes(data.data()))


def paint(device: QPaintDevice, deck: Deck, theme: Theme) -> float:
    """Paint the page on all of a device; how far down it reaches, of `HEIGHT`."""
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(device.width() / WIDTH, device.height() / HEIGHT)
    try:
        page = _Page(painter, theme, columns(deck))
        size = next((size for size in _BODY if page.lay(size, paints=False) <= HEIGHT - _MARGIN), _BODY[-1])
        return page.lay(size, paints=True)
    finally:
        painter.end()


class _Page:
    """Lays the card out from top to bottom, and paints it where it is told to."""

    def __init__(self, painter: QPainter, theme: Theme, columns: Sequence[Column]) -> None:
        self._painter, self._columns, self._colours = painter, columns, theme.colours
        self._tints = [QColor(colour) for colour in vars(theme.groups).values()]
        room = WIDTH - 2 * _MARGIN - _GUTTER
        self._width = (room - _GAP * (len(columns) - 1)) / len(columns)
        self._y, self._body, self._paints = 0.0, 0, False

    def lay(self, body: int, *, paints: bool) -> float:
        """The page with its text in this size; where it ends."""
        self._y, self._body, self._paints = _MARGIN, body, paints
        self._head()
        for number, steps in enumerate(zip(*(column.steps for column in self._columns), strict=True), start=1):
            self._rule()
            top = self._y
            self._row([step.heading for step in steps], 1.3, QFont.Weight.Bold, self._colours.text)
            self._y += body * 0.3
            self._row([step.text for step in steps], 1.0, QFont.Weight.Normal, self._colours.text)
            self._sign(number, top)
            if number == _PANEL:
                self._corner(top + 130)
            self._y += body * 0.9
        self._call()
        return self._y

    def _head(self) -> None:
        first = self._columns[0]
        names = "  ·  ".join(dict.fromkeys(column.card for column in self._columns))
        whole = WIDTH - 2 * _MARGIN
        self._text(names, _MARGIN, whole, 1.0, QFont.Weight.Medium, self._colours.accent)
        self._y += self._body * 0.35
        self._text(first.title, _MARGIN, whole, 2.3, QFont.Weight.Bold, self._colours.text)
        for column in self._columns[1:]:
            if column.title != first.title:
                self._y += self._body * 0.15
                self._text(column.title, _MARGIN, whole, 1.6, QFont.Weight.Medium, self._colours.text_soft)
        events = "  ·  ".join(dict.fromkeys(column.event for column in self._columns if column.event))
        if events:
            self._y += self._body * 0.4
            self._text(events, _MARGIN, whole, 1.0, QFont.Weight.Normal, self._colours.text_soft)
        self._y += self._body * 1.1

    def _call(self) -> None:
        """Whom to call, in a box, with lines to be filled in where the deck does not say."""
        body = self._body
        self._y += body * 0.8
        top, paints = self._y, self._paints
        for again in (False, True):  # how high it is, and then what stands in it
            self._y, self._paints = top + body * 0.9, paints and again
            self._row([column.call for column in self._columns], 1.3, QFont.Weight.Bold, self._colours.accent)
            self._y += body * 0.3
            people = ["\n".join(column.people) for column in self._columns]
            if any(people):
                self._row(people, 1.15, QFont.Weight.Medium, self._colours.text)
            for blanks in zip(*(column.blanks for column in self._columns), strict=True):
                self._blank(blanks)
            self._y += body * 1.2
            if not again and paints:
                self._paints = True
                self._box(QRectF(_MARGIN, top, WIDTH - 2 * _MARGIN, self._y - top))

    def _row(self, texts: Sequence[str], size: float, weight: QFont.Weight, colour: str) -> None:
        """A text in each language, beside one another."""
        top, end = self._y, self._y
        for at, text in enumerate(texts):
            self._y = top
            self._text(text, self._left(at), self._width, size, weight, colour)
            end = max(end, self._y)
        self._y = end

    def _left(self, at: int) -> float:
        return _MARGIN + _GUTTER + at * (self._width + _GAP)

    def _text(self, text: str, left: float, width: float, size: float, weight: QFont.Weight, colour: str) -> None:
        font = self._font(size, weight)
        box = QRectF(left, self._y, width, HEIGHT)
        height = QFontMetricsF(font).boundingRect(box, _WRAPPED, text).height()
        if self._paints:
            self._painter.setFont(font)
            self._painter.setPen(QColor(colour))
            self._painter.drawText(box, _WRAPPED, text)
        self._y += height

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(round(self._body * size))
        font.setWeight(weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _rule(self) -> None:
        if self._paints:
            self._painter.setPen(QPen(QColor(self._colours.bar_line), 4))
            self._painter.drawLine(QPointF(_MARGIN, self._y), QPointF(WIDTH - _MARGIN, self._y))
        self._y += self._body * 0.9

    def _sign(self, number: int, top: float) -> None:
        """A step's number, in one of the theme's colours."""
        if not self._paints:
            return
        disc = QRectF(_MARGIN, top, 92, 92)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tints[(number - 1) % len(self._tints)])
        self._painter.drawEllipse(disc)
        self._painter.setFont(self._font(1.3, QFont.Weight.Bold))
        self._painter.setPen(QColor(self._colours.on_accent))
        self._painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _corner(self, top: float) -> None:
        """A screen, and where it is tapped for the panel."""
        if not self._paints:
            return
        self._painter.setPen(QPen(QColor(self._colours.text_soft), 5))
        self._painter.setBrush(QColor(self._colours.sky_top))
        self._painter.drawRoundedRect(QRectF(_MARGIN, top, 92, 58), 8, 8)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._tints[_PANEL - 1])
        self._painter.drawEllipse(QPointF(_MARGIN + 76, top + 16), 10, 10)

    def _box(self, box: QRectF) -> None:
        self._painter.setPen(QPen(QColor(self._colours.accent), 5))
        self._painter.setBrush(QColor(self._colours.sky_top))
        self._painter.drawRoundedRect(box, 30, 30)

    def _blank(self, names: Sequence[str]) -> None:
        """What is filled in by hand: a name and a line."""
        self._y += _BLANK * 0.45
        top = self._y
        self._row(names, 1.0, QFont.Weight.Normal, self._colours.text_soft)
        if self._paints:
            metrics = QFontMetricsF(self._font(1.0, QFont.Weight.Normal))
            blanks = [name for column in self._columns for name in column.blanks]
            begin = max(metrics.horizontalAdvance(name) for name in blanks) + 30
            self._painter.setPen(QPen(QColor(self._colours.text_faint), 3))
            for at in range(len(names)):
                left = self._left(at)
                line = top + metrics.ascent() + 6
                self._painter.drawLine(QPointF(left + begin, line), QPointF(left + self._width - 30, line))
