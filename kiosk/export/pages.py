"""Pages: every slide as the booth lays it out, its text and charts as text and lines, in one PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt, QUuid
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageSize, QPainter, QPdfWriter, QPen, QTextLayout
from PySide6.QtQuick import QQuickItem

from kiosk import atomic
from kiosk.deck.interface import interface
from kiosk.deck.theme import Colours
from kiosk.deck.typeset import tied, untied
from kiosk.export import Progress
from kiosk.export.bound import Bound, Entry, Link, bind
from kiosk.export.content import Content, Section, content
from kiosk.export.painting import ScenePainter, searchable
from kiosk.export.vectored import VectoredCharts
from kiosk.export.wish import Wish
from kiosk.export.words import export_words
from kiosk.places import FAMILY, cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import visible_items
from kiosk.walk import Stop, resize, settle, stops

OPTIONS: Final = frozenset({"theme", "notes", "handout"})

DPI: Final = 144
"""Half a point is a pixel of the scene, and of everything here."""
_SCENE: Final = QSizeF(1920, 1080)
SHEET: Final = QSizeF(1190, 1684)
"""A4, for handouts and notes."""
_MARGIN: Final = 90.0
_GAP: Final = 36.0
_RULE: Final = 52.0
"""Between two lines that somebody writes on."""
_ROWS_DOWN: Final = 2
"""Of so many slides a page, lines stand under each; of more, beside it."""
_FOOT: Final = 26
"""Size of the letters at a page's foot."""
_NOTE: Final = 25
_VEIL: Final = 0.7
"""How much of the rivers is covered where there is much to read."""
_INK, _PENCIL = "#14202c", "#8a949e"
"""Colours of what is printed beside slides."""


@dataclass(frozen=True, kw_only=True)
class _Style:
    """How a table of contents looks."""

    page: QSizeF
    columns: int
    size: int
    ink: str
    soft: str
    accent: str


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A line of the contents, and the slide that it leads to, counted from 0."""

    text: str
    slide: int
    is_head: bool


def write(wish: Wish, progress: Progress) -> None:
    """Write one file, the languages one after another. Raises OSError."""
    application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    folder = cache_folder() / "charts"
    options = BoothOptions(theme=wish.theme, attended=True, transitions=False, size=_SCENE.toSize())
    with closing(VectoredCharts(folder)) as charts, closing(Booth(wish.loaded, wish.folder, charts, options)) as booth:
        resize(booth, QSize(options.size))
        book = _Book(wish, booth, charts, buffer, progress)
        try:
            bound = book.written()
        finally:
            book.close()
    buffer.close()
    atomic.write(wish.to, bind(bytes(data.data()), bound))


class _Book:
    """Paints pages one after another, and notes what leads where."""

    def __init__(self, wish: Wish, booth: Booth, charts: VectoredCharts, buffer: QBuffer, progress: Progress) -> None:
        self._wish, self._booth, self._progress = wish, booth, progress
        self._slides = [stop for stop in stops(wish.deck) if stop.slide]
        self._scene = ScenePainter(charts)
        self._colours: Colours = dict(wish.loaded.themes)[wish.theme].colours
        self._is_sheet = bool(wish.handout or wish.notes)
        self._page = SHEET if self._is_sheet else _SCENE
        self._writer = pdf_writer(buffer, self._page)
        self._painter = QPainter(self._writer)
        self._painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._pages = self._done = 0
        self._links: list[Link] = []
        self._entries: list[Entry] = []

    def close(self) -> None:
        """Nothing more is painted."""
        self._painter.end()

    def written(self) -> Bound:
        """Every page painted; what a reader's program is to know of them."""
        title = ""
        for language in self._wish.languages:
            spoken = content(self._wish.deck, language)
            title = title or spoken.title
            self._speech(spoken)
        return Bound(
            title=title,
            language=self._wish.languages[0],
            height=self._page.height(),
            dpi=DPI,
            links=tuple(self._links),
            entries=tuple(self._entries),
            written=frozenset(self._scene.written),
        )

    def _speech(self, spoken: Content) -> None:
        sections = [section for chapter in spoken.chapters for section in chapter.sections]
        notes = [self._noted(section) for section in sections]
        columns = _columns(list(_rows(spoken)), self._style)
        contents = -(-len(columns) // self._style.columns)
        level = 0
        if len(self._wish.languages) > 1:
            self._entries.append(Entry(title=interface(spoken.language).name, page=self._pages, level=0))
            level = 1
        pages = self._pages_of(notes, self._pages + contents)
        self._entries.append(Entry(title=export_words(spoken.language).contents, page=self._pages, level=level))
        for chapter in spoken.chapters:
            self._entries.append(Entry(title=chapter.name, page=pages[chapter.sections[0].number - 1], level=level))
            self._entries += [
                Entry(title=section.title, page=pages[section.number - 1], level=level + 1)
                for section in chapter.sections
            ]
        first = self._pages
        self._booth.stage.speak(spoken.language)
        self._show(self._slides[0])
        self._contents(spoken, columns, pages)
        for slide, section, lines in zip(self._slides, sections, notes, strict=True):
            self._show(slide)
            if self._wish.handout:
                self._in_handout(section.number - 1, section)
            elif self._wish.notes:
                self._with_notes(section, lines)
            else:
                self._alone(spoken, section, first)
            self._done += 1
            self._progress(self._done, len(self._slides) * len(self._wish.languages))

    def _pages_of(self, notes: Sequence[Sequence[str]], first: int) -> list[int]:
        """The page of each slide."""
        if self._wish.handout:
            return [first + at // self._wish.handout for at in range(len(notes))]
        pages = []
        for lines in notes:
            pages.append(first)
            first += 1 + (_sheets_for(lines) if self._wish.notes else 0)
        return pages

    def _show(self, slide: Stop) -> None:
        slide.show(self._booth.stage)
        settle(self._booth)

    def _turn(self) -> None:
        """Begin a page."""
        if self._pages:
            self._writer.newPage()
        self._pages += 1

    def _lead(self, box: QRectF, page: int) -> None:
        """Have a box on this page lead to another one."""
        corners = (box.left(), box.top(), box.right(), box.bottom())
        self._links.append(Link(page=self._pages - 1, box=corners, target=page))

    # What stands on pages

    @property
    def _style(self) -> _Style:
        if self._is_sheet:
            return _Style(page=SHEET, columns=2, size=20, ink=_INK, soft=_INK, accent=_INK)
        colours = self._colours
        return _Style(page=_SCENE, columns=3, size=21, ink=colours.text, soft=colours.text_soft, accent=colours.accent)

    def _contents(self, spoken: Content, columns: list[list[_Row]], pages: list[int]) -> None:
        style = self._style
        wide = (style.page.width() - 2 * _MARGIN - (style.columns - 1) * _GAP) / style.columns
        for at, column in enumerate(columns):
            across = at % style.columns
            if across == 0:
                self._turn()
                self._ground()
                self._text(spoken.title, QPointF(_MARGIN, 140), 52, style.ink, QFont.Weight.Bold, self._inner)
                heading = export_words(spoken.language).contents
                self._text(heading, QPointF(_MARGIN, 190), 26, style.accent, QFont.Weight.Medium, self._inner)
            left, top = _MARGIN + across * (wide + _GAP), _CONTENTS_TOP
            for row in column:
                if row.text:
                    self._row(row, QRectF(left, top, wide, 1.5 * style.size), pages)
                top += 1.5 * style.size

    def _row(self, row: _Row, box: QRectF, pages: list[int]) -> None:
        style = self._style
        number = "" if row.is_head else str(row.slide + 1)
        taken = self._width(number, style.size) + 16 if number else 0
        weight = QFont.Weight.Medium if row.is_head else QFont.Weight.Normal
        place = QPointF(box.left(), box.top() + style.size)
        self._text(row.text, place, style.size, style.ink if row.is_head else style.soft, weight, box.width() - taken)
        if number:
            at = QPointF(box.right() - taken + 16, place.y())
            self._text(number, at, style.size, style.soft, QFont.Weight.Normal, taken)
        self._lead(box, pages[row.slide])

    def _ground(self) -> None:
        """What lies under the contents: on a slide the booth's background, on a sheet nothing."""
        if not self._is_sheet:
            self._painter.fillRect(QRectF(QPointF(0, 0), _SCENE), QColor(self._colours.sky_bottom))
            item = next(each for each in visible_items(self._booth.window) if _is_backdrop(each))
            self._scene.paint(self._painter, item)
            self._painter.setOpacity(_VEIL)
            self._painter.fillRect(QRectF(QPointF(0, 0), _SCENE), QColor(self._colours.sky_bottom))
            self._painter.setOpacity(1)

    def _alone(self, spoken: Content, section: Section, contents: int) -> None:
        """A slide that fills its page, with the deck's title, which leads to the contents, and its number."""
        self._turn()
        self._scene.paint(self._painter, self._booth.window.contentItem())
        down, soft = _SCENE.height() - 50, self._colours.text_faint
        self._text(spoken.title, QPointF(_MARGIN, down), _FOOT, soft, QFont.Weight.Normal, 1400)
        wide = min(1400.0, self._width(spoken.title, _FOOT))
        box = QRectF(_MARGIN, down - 1.2 * _FOOT, wide, 1.8 * _FOOT)
        self._lead(box, contents)
        number = str(section.number)
        right = _SCENE.width() - _MARGIN - self._width(number, _FOOT)
        self._text(number, QPointF(right, down), _FOOT, soft, QFont.Weight.Normal, 200)

    def _small(self, box: QRectF) -> None:
        """The slide on screen, in a box of its proportions."""
        self._painter.save()
        self._painter.setClipRect(box)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.translate(box.topLeft())
        self._painter.scale(box.width() / _SCENE.width(), box.width() / _SCENE.width())
        self._scene.paint(self._painter, self._booth.window.contentItem())
        self._painter.restore()
        self._painter.setPen(QPen(QColor(_PENCIL), 1))
        self._painter.drawRect(box)

    def _in_handout(self, at: int, section: Section) -> None:
        """One of several slides of a page, with lines to write on."""
        each = self._wish.handout
        if at % each == 0:
            self._turn()
        high = (SHEET.height() - 2 * _MARGIN - (each - 1) * _GAP) / each
        top = _MARGIN + at % each * (high + _GAP)
        if each <= _ROWS_DOWN:
            box = QRectF(_MARGIN, top, self._inner, self._inner / _SCENE.width() * _SCENE.height())
            lined = QRectF(_MARGIN, box.bottom(), self._inner, top + high - box.bottom())
        else:
            wide = min(high / _SCENE.height() * _SCENE.width(), 0.55 * self._inner)
            box = QRectF(_MARGIN, top, wide, wide / _SCENE.width() * _SCENE.height())
            lined = QRectF(box.right() + _GAP, top, SHEET.width() - _MARGIN - box.right() - _GAP, high)
        self._small(box)
        number = QPointF(_MARGIN - 50, box.top() + 22)
        self._text(str(section.number), number, 20, _PENCIL, QFont.Weight.Normal, 50)
        self._painter.setPen(QPen(QColor(_PENCIL), 1))
        down = lined.top() + _RULE
        while down <= lined.bottom():
            self._painter.drawLine(QPointF(lined.left(), down), QPointF(lined.right(), down))
            down += _RULE

    def _with_notes(self, section: Section, lines: Sequence[str]) -> None:
        """A slide on a page with its notes, which go on where one page is too short."""
        self._turn()
        box = QRectF(_MARGIN, _MARGIN, self._inner, self._inner / _SCENE.width() * _SCENE.height())
        self._small(box)
        self._text(str(section.number), QPointF(_MARGIN - 50, _MARGIN + 22), 20, _PENCIL, QFont.Weight.Normal, 50)
        down = _NOTES_TOP
        for line in lines:
            if down > SHEET.height() - _MARGIN:
                self._turn()
                down = _MARGIN + _NOTE
            self._text(line, QPointF(_MARGIN, down), _NOTE, _INK, QFont.Weight.Normal, self._inner + _GAP)
            down += _LEADING

    # Text

    @property
    def _inner(self) -> float:
        return self._page.width() - 2 * _MARGIN

    def _noted(self, section: Section) -> list[str]:
        """The lines of a slide's notes."""
        lines: list[str] = []
        for paragraph in section.notes.splitlines() if self._wish.notes else ():
            lines += list(wrapped(tied(paragraph), letters(_NOTE, QFont.Weight.Normal), self._inner)) or [""]
        return lines

    def _text(self, text: str, at: QPointF, size: int, colour: str, weight: QFont.Weight, room: float) -> None:
        """One line, made shorter where it is too long."""
        font = letters(size, weight)
        said = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._painter.setFont(searchable(font))
        self._painter.setPen(QColor(colour))
        self._painter.drawText(at, said)
        self._scene.written.update(said)

    def _width(self, text: str, size: int) -> float:
        return QFontMetricsF(letters(size, QFont.Weight.Normal)).horizontalAdvance(text)


_CONTENTS_TOP: Final = 240.0
_LEADING: Final = 1.5 * _NOTE
_NOTES_TOP: Final = _MARGIN + (SHEET.width() - 2 * _MARGIN) / _SCENE.width() * _SCENE.height() + _GAP + _NOTE


def pdf_writer(buffer: QBuffer, page: QSizeF) -> QPdfWriter:
    """A PDF whose pages have a size in half points."""
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    points = page * (72 / DPI)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setDocumentId(QUuid())
    return writer


def _sheets_for(lines: Sequence[str]) -> int:
    """How many further sheets a slide's notes take."""
    first = _room(_NOTES_TOP)
    return max(0, -(-(len(lines) - first) // _room(_MARGIN + _NOTE)))


def _room(top: float) -> int:
    """How many lines of notes stand on a sheet from a height on."""
    return int((SHEET.height() - _MARGIN - top) / _LEADING) + 1


def _rows(spoken: Content) -> Iterator[_Row]:
    for chapter in spoken.chapters:
        yield _Row(text=chapter.short, slide=chapter.sections[0].number - 1, is_head=True)
        for section in chapter.sections:
            yield _Row(text=section.title, slide=section.number - 1, is_head=False)


def _columns(rows: list[_Row], style: _Style) -> list[list[_Row]]:
    """The rows of the contents in columns, none of which ends with the name of what follows."""
    most = int((style.page.height() - _CONTENTS_TOP - _MARGIN / 2) / (1.5 * style.size))
    columns: list[list[_Row]] = [[]]
    for row in rows:
        column = columns[-1]
        if row.is_head and column:
            column.append(_Row(text="", slide=0, is_head=False))
        if len(column) + (1 if row.is_head else 0) >= most:
            columns.append([])
        columns[-1].append(row)
    return columns


def letters(size: int, weight: QFont.Weight) -> QFont:
    """The project's letters, as tall in half points."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def wrapped(text: str, font: QFont, width: float) -> Iterator[str]:
    """The lines of a text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        yield untied(text[line.textStart() : line.textStart() + line.textLength()]).rstrip()
    layout.endLayout()


def _is_backdrop(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("Backdrop")
