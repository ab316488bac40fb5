"""The report as a PDF: A4 pages with the figures and the charts first, then the slides, then the touch maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from kiosk import atomic
from kiosk.charts.prepare import ground
from kiosk.charts.vectors import Line, drawing, keep_fonts_in
from kiosk.deck.report_words import report_words
from kiosk.deck.typeset import tied
from kiosk.export.bound import Bound, Entry, bind
from kiosk.export.pages import DPI, SHEET, letters, pdf_writer, wrapped
from kiosk.export.painting import draw, searchable
from kiosk.places import cache_folder
from kiosk.report import Progress
from kiosk.report.asked import Asked
from kiosk.report.charts import Drawn
from kiosk.report.content import Content, Headline, Place, Row, content
from kiosk.report.touchmaps import THEME, touch_maps
from kiosk.stage.application import application

_MARGIN: Final = 84.0
_GAP: Final = 20.0
_PAD: Final = 20.0
"""Within a card."""
_WIDTH: Final = SHEET.width() - 2 * _MARGIN
_BOTTOM: Final = SHEET.height() - 96.0
"""Where the foot begins."""
_RADIUS: Final = 14.0
_HEAD: Final = 20
"""Size of a card's heading …"""
_SMALL_HEAD: Final = 17
"""… and of a narrow one's."""
_HALF: Final = (_WIDTH - _GAP) / 2
_HEIGHTS: Final = {"hours": 318.0, "days": 286.0, "languages": 286.0, "longest": 452.0, "paths": 680.0}
_HIGH: Final = 312.0
"""Of any other chart's card."""
_THIRD_HIGH: Final = 384.0
"""Of three beside one another."""
_WHOLE: Final = frozenset({"hours", "longest", "paths"})
"""The charts that have a page's whole width."""
_FINER: Final = 1.6
"""A chart is laid out so many times larger, and so its letters are so much smaller."""
_TEXT: Final = 0.88
_ROW: Final = 33.0
_NUMBERS: Final = (150.0, 150.0, 160.0)
"""Widths of a table's columns with numbers."""


def write(asked: Asked, progress: Progress) -> list[Path]:
    """Write one file. Raises OSError."""
    application()
    keep_fonts_in(cache_folder() / "charts")
    told = content(asked)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = _Paper(asked, told, buffer, progress)
    try:
        bound = paper.written()
    finally:
        paper.close()
    buffer.close()
    atomic.write(asked.to, bind(bytes(data.data()), bound))
    return [asked.to]


class _Paper:
    """Paints the pages from top to bottom."""

    def __init__(self, asked: Asked, told: Content, buffer: QBuffer, progress: Progress) -> None:
        self._asked, self._told, self._progress = asked, told, progress
        self._words = report_words(asked.language)
        self._theme = dict(asked.loaded.themes)[THEME]
        self._colours = self._theme.colours
        self._writer = pdf_writer(buffer, SHEET)
        self._painter = QPainter(self._writer)
        self._painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._letters: set[str] = set()
        self._entries: list[Entry] = []
        self._pages, self._y = 0, 0.0
        self._half: float | None = None
        """Where the row began whose right half is free."""
        self._done = 0
        self._all = len(told.overview) + len(told.ways) + len(told.answers) + len(told.places)

    def close(self) -> None:
        """Nothing more is painted."""
        self._painter.end()

    def written(self) -> Bound:
        """Every page painted; what a reader's program is to know of them."""
        told, words = self._told, self._words
        self._turn(told.title)
        self._front()
        for chart in told.overview:
            self._chart(chart)
        if told.ways:
            self._turn(words.paths)
            for chart in told.ways:
                self._chart(chart)
        if told.answers:
            self._answers()
        if told.slides:
            self._slides()
        self._unseen()
        self._maps()
        return Bound(
            title=f"{told.title} · {told.deck} · {told.days}",
            language=self._asked.language,
            height=SHEET.height(),
            dpi=DPI,
            links=(),
            entries=tuple(self._entries),
            written=frozenset(self._letters),
        )

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self._all)

    # Pages

    def _turn(self, entry: str = "") -> None:
        """Begin a page, which the outline names if it begins a part."""
        if self._pages:
            self._writer.newPage()
        self._pages += 1
        self._y, self._half = _MARGIN, None
        if entry:
            self._entries.append(Entry(title=entry, page=self._pages - 1, level=0))
        self._foot()

    def _room(self, height: float) -> None:
        """Turn the page where so much does not find room on it."""
        if self._y + height > _BOTTOM:
            self._turn()

    def _foot(self) -> None:
        colours, down = self._colours, SHEET.height() - 52
        self._rule(down - 30)
        said = f"{self._told.deck}  ·  {self._told.days}"
        self._text(said, _MARGIN, down, 15, colours.text_faint, room=_WIDTH - 60)
        self._text(str(self._pages), SHEET.width() - _MARGIN, down, 15, colours.text_faint, right=True)

    def _rule(self, down: float) -> None:
        self._painter.setPen(QPen(QColor(self._colours.surface_line), 1))
        self._painter.drawLine(QPointF(_MARGIN, down), QPointF(SHEET.width() - _MARGIN, down))

    # The first page

    def _front(self) -> None:
        told, colours = self._told, self._colours
        self._text(told.title, _MARGIN, self._y + 46, 48, colours.text, QFont.Weight.Bold, room=_WIDTH)
        said = "  ·  ".join(filter(None, (told.days, told.booths)))
        self._text(said, _MARGIN, self._y + 84, 22, colours.accent, QFont.Weight.Medium, room=_WIDTH)
        self._text(told.deck, _MARGIN, self._y + 114, 18, colours.text_soft, room=_WIDTH)
        self._y += 140
        wide, high = (_WIDTH - 2 * _GAP) / 3, 112.0
        for at, headline in enumerate(told.headlines):
            left, top = _MARGIN + at % 3 * (wide + _GAP), self._y + at // 3 * (high + _GAP)
            self._headline(headline, QRectF(left, top, wide, high))
        self._y += -(-len(told.headlines) // 3) * (high + _GAP)

    def _headline(self, headline: Headline, box: QRectF) -> None:
        colours, left, room = self._colours, box.left() + _PAD, box.width() - 2 * _PAD
        self._card(box)
        self._text(headline.name, left, box.top() + 31, 16, colours.text_soft, room=room)
        self._text(headline.value, left, box.top() + 71, 34, colours.accent, QFont.Weight.Bold, room=room)
        self._text(headline.more, left, box.top() + 96, 14, colours.text_faint, room=room)

    def _card(self, box: QRectF) -> None:
        self._painter.setPen(QPen(QColor(self._colours.surface_line), 1))
        self._painter.setBrush(QColor(ground(self._theme)))
        self._painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    # Charts

    def _chart(self, chart: Drawn) -> None:
        whole = chart.id in _WHOLE or (
            chart.id == "languages" and self._asked.figures.first == self._asked.figures.last
        )
        high = _HEIGHTS.get(chart.id, _HIGH)
        if whole or self._half is None:
            self._room(high)
        if whole:
            box = QRectF(_MARGIN, self._y, _WIDTH, high)
            self._y += high + _GAP
            self._half = None
        elif self._half is None:
            box = QRectF(_MARGIN, self._y, _HALF, high)
            self._half = self._y
            self._y += high + _GAP
        else:
            box = QRectF(_MARGIN + _HALF + _GAP, self._half, _HALF, high)
            self._half = None
        self._in_card(chart, box)
        self._step()

    def _answers(self) -> None:
        """The adviser's questions, three beside one another."""
        self._room(_THIRD_HIGH + 60)
        self._entries.append(Entry(title=self._words.answers, page=self._pages - 1, level=0))
        self._heading(self._words.answers)
        wide = (_WIDTH - 2 * _GAP) / 3
        for at, chart in enumerate(self._told.answers):
            if at % 3 == 0:
                self._room(_THIRD_HIGH)
                top = self._y
                self._y += _THIRD_HIGH + _GAP
            self._in_card(chart, QRectF(_MARGIN + at % 3 * (wide + _GAP), top, wide, _THIRD_HIGH))
            self._step()

    def _in_card(self, chart: Drawn, box: QRectF) -> None:
        colours, top = self._colours, box.top() + _PAD
        self._card(box)
        inner = box.width() - 2 * _PAD
        room = QRectF(box.left() + _PAD, top + 34, inner, box.bottom() - top - 34 - 0.6 * _PAD)
        job = chart.job(self._theme, round(room.width() * _FINER), round(room.height() * _FINER), _TEXT)
        noted = self._width(chart.note, 15, QFont.Weight.Normal) + _GAP if chart.note else 0.0
        weight = QFont.Weight.Medium
        size = _HEAD if box.width() >= _HALF else _SMALL_HEAD
        self._text(chart.title, box.left() + _PAD, top + 17, size, colours.text, weight, room=inner - noted)
        self._text(chart.note, box.right() - _PAD, top + 16, 15, colours.text_faint, right=True)
        drawn = drawing(job)
        self._painter.save()
        self._painter.translate(room.topLeft())
        self._painter.scale(1 / _FINER, 1 / _FINER)
        draw(self._painter, drawn)
        self._painter.restore()
        self._letters.update(*(thing.text for thing in drawn.things if isinstance(thing, Line)))

    # Slide by slide

    def _slides(self) -> None:
        told, words, colours = self._told, self._words, self._colours
        self._room(_ROW * (len(told.slides) + 4))
        self._entries.append(Entry(title=words.slides, page=self._pages - 1, level=0))
        self._heading(words.slides, words.slides_note.format(count=len(told.slides)))
        self._cells(told.heads[0], told.heads[1:], 15, colours.text_faint)
        for row in told.slides:
            self._rule(self._y + 2)
            self._row(row)

    def _row(self, row: Row) -> None:
        colours = self._colours
        owner = row.owner if row.owner != row.title else ""
        self._cells(row.title, row.numbers, 17, colours.text, owner)

    def _cells(self, name: str, numbers: Sequence[str], size: int, colour: str, owner: str = "") -> None:
        """A line of the table; the platform stands after the title as far as there is room."""
        base, right = self._y + 24, SHEET.width() - _MARGIN
        for wide, number in zip(reversed(_NUMBERS), reversed(numbers), strict=True):
            self._text(number, right, base, size, colour, right=True)
            right -= wide
        room = right + _NUMBERS[0] - 110 - _MARGIN
        self._text(name, _MARGIN, base, size, colour, room=room)
        after = self._width(name, size, QFont.Weight.Normal) + 14
        if owner and after + 60 < room:
            self._text(owner, _MARGIN + after, base, 14, self._colours.text_faint, room=room - after)
        self._y += _ROW

    def _unseen(self) -> None:
        """The slides that nobody looked at, platform by platform."""
        words, colours = self._words, self._colours
        self._y += _GAP
        self._room(130)
        self._entries.append(Entry(title=words.never, page=self._pages - 1, level=0))
        self._heading(words.never, "" if self._told.never else words.never_none)
        comma = "；" if self._asked.language.partition("-")[0] == "zh" else "; "
        for never in self._told.never:
            lines = list(wrapped(tied(comma.join(never.titles)), letters(16, QFont.Weight.Normal), _WIDTH - 300))
            self._room(len(lines) * 24 + 12)
            self._text(never.platform, _MARGIN, self._y + 22, 16, colours.text, QFont.Weight.Medium, room=280)
            for line in lines:
                self._text(line, _MARGIN + 300, self._y + 22, 16, colours.text_soft)
                self._y += 24
            self._y += 10

    def _heading(self, text: str, note: str = "") -> None:
        colours = self._colours
        self._text(text, _MARGIN, self._y + 26, 28, colours.text, QFont.Weight.Bold, room=_WIDTH)
        self._y += 42
        if note:
            self._text(note, _MARGIN, self._y + 16, 16, colours.text_soft, room=_WIDTH)
            self._y += 32
        self._y += 6

    # Touch maps

    def _maps(self) -> None:
        places = self._told.places
        if not places:
            return
        self._turn(self._words.touches)
        self._heading(self._words.touches, self._words.touches_note)
        for pair, images in _in_pairs(places, touch_maps(self._asked, places)):
            high = max(_fitting(image, _HALF).height() for image in images) + 54
            self._room(high)
            for at, (place, image) in enumerate(zip(pair, images, strict=True)):
                self._map(place, image, _MARGIN + at * (_HALF + _GAP))
                self._step()
            self._y += high
        self._closing()

    def _map(self, place: Place, image: QImage, left: float) -> None:
        colours, box = self._colours, _fitting(image, _HALF)
        box.moveTo(left, self._y)
        self._painter.drawImage(box, image)
        self._painter.setPen(QPen(QColor(colours.surface_line), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box)
        wide = self._width(place.said, 14, QFont.Weight.Normal)
        base = box.bottom() + 24
        self._text(place.name, left, base, 16, colours.text, room=_HALF - wide - _GAP)
        self._text(place.said, left + _HALF, base, 14, colours.text_faint, right=True)

    def _closing(self) -> None:
        lines = list(wrapped(tied(self._words.private), letters(15, QFont.Weight.Normal), _WIDTH))
        self._room(24.0 * len(lines))
        for line in lines:
            self._text(line, _MARGIN, self._y + 16, 15, self._colours.text_faint)
            self._y += 24

    # Text

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        size: int,
        colour: str,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        room: float = 4 * _WIDTH,
        right: bool = False,
    ) -> None:
        """One line, from its left end or to its `right` one, made shorter where it is too long."""
        font = letters(size, weight)
        said = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        if right:
            x -= QFontMetricsF(font).horizontalAdvance(said)
        self._painter.setFont(searchable(font))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(x, y), said)
        self._letters.update(said)

    @staticmethod
    def _width(text: str, size: int, weight: QFont.Weight) -> float:
        return QFontMetricsF(letters(size, weight)).horizontalAdvance(text)


def _in_pairs(places: Sequence[Place], images: Iterator[QImage]) -> Iterator[tuple[Sequence[Place], list[QImage]]]:
    for at in range(0, len(places), 2):
        pair = places[at : at + 2]
        yield pair, [next(images) for _ in pair]


def _fitting(image: QImage, width: float) -> QRectF:
    """The box of a picture: as wide as there is room, or as high as a wide one would be at most."""
    high = width * 9 / 16
    share = min(width / image.width(), (high if image.width() > image.height() else 2 * high) / image.height())
    return QRectF(0, 0, image.width() * share, image.height() * share)
