"""Slides of a presentation, made of what a deck says: words, tables, pictures and charts in their places."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from kiosk.charts import ChartJob, chart_job
from kiosk.deck.interface import interface
from kiosk.deck.theme import Theme
from kiosk.export.content import Chapter, Content, Section, Sheet, content
from kiosk.export.powerpoint import template
from kiosk.export.powerpoint.drawn import chart_picture
from kiosk.export.powerpoint.lettering import Paragraph, Run, put, said
from kiosk.export.powerpoint.measures import MARGIN, PAGE, Box, fitting, grid, height_of, on_one_line
from kiosk.export.powerpoint.native import add_native, says_all
from kiosk.export.powerpoint.shapes import add_box, add_number, add_picture, add_shape, add_source, describe, move
from kiosk.export.powerpoint.tables import ROWS, add_table
from kiosk.export.powerpoint.template import NAMESPACES, accent_of
from kiosk.export.wish import Wish
from kiosk.export.words import export_words

_SHARP: Final = 2.0
"""Pixels of a drawn chart to one of the booth's, of which two are a point."""
_TEXT_SCALE: Final = 1.15
_LETTERS: Final = 17.0
"""Of a slide's words."""
_LINES: Final = 8
"""Of the contents in one column, at least."""
_SOURCES: Final = 24
"""On one slide."""
_SPOKEN: Final = 280
"""Letters that are read out in the place of a chart."""
_LEAST_CARD: Final = 120.0
_WIDE_PICTURE: Final = 0.44
"""The part of a cover that its picture takes."""


class Speech:
    """A deck in one language, added to a presentation. `step` is called after each of the deck's slides."""

    def __init__(self, wish: Wish, theme: Theme, language: str, show: Any, step: Callable[[], None]) -> None:
        self._wish, self._theme, self._language, self._show, self._step = wish, theme, language, show, step
        self._content: Content = content(wish.deck, language)
        self._words, self._interface = export_words(language), interface(language)
        self._layouts = {layout.name: layout for layout in show.slide_layouts}
        self._contents: Any = None
        self._behind: list[tuple[Chapter, Section, str]] = []
        """Charts whose numbers are not, or not all, in the charts themselves."""

    def add(self) -> list[tuple[str, list[int]]]:
        """Add every slide; the names of its parts, each with its slides' numbers in the file."""
        named = len(self._wish.languages) > 1
        parts = [(self._interface.name if named else self._content.title, self._front())]
        firsts = []
        for chapter in self._content.chapters:
            before = len(self._show.slides)
            for section in chapter.sections:
                self._section(chapter, section)
                self._step()
            firsts.append((chapter, self._show.slides[before]))
            parts.append((chapter.name, self._ids(before)))
        self._link(firsts)
        before = len(self._show.slides)
        self._sources()
        parts.append((self._interface.sources, self._ids(before)))
        before = len(self._show.slides)
        self._numbers()
        parts.append((self._words.numbers, self._ids(before)))
        return [(name, slides) for name, slides in parts if slides]

    def _ids(self, start: int) -> list[int]:
        return [slide.slide_id for slide in list(self._show.slides)[start:]]

    # The slides around the deck's own

    def _front(self) -> list[int]:
        before = len(self._show.slides)
        cover = self._slide(template.COVER, self._content.title, "front")
        self._bar(cover, accent_of(self._theme, ""))
        self._say(cover, template.LEAD, [said(Run(text=self._content.subtitle))])
        self._tidy(cover)
        self._contents = self._slide(template.CONTENTS, self._words.contents, "contents")
        self._foot(self._contents, self._content.title)
        return self._ids(before)

    def _link(self, firsts: list[tuple[Chapter, Any]]) -> None:
        """Write the contents, each line of which leads to a part's first slide."""
        at_of = {slide.slide_id: at for at, slide in enumerate(self._show.slides, start=1)}
        most = max(-(-len(firsts) // template.COLUMNS), min(len(firsts), _LINES))
        for column in range(template.COLUMNS):
            lines = [
                said(
                    Run(text=chapter.short or chapter.name, to=slide, size=17),
                    Run(text=f"   {at_of[slide.slide_id]}", size=13, bold=True, colour=self._own(chapter)),
                    before=18 if at else 0,
                )
                for at, (chapter, slide) in enumerate(firsts[column * most : (column + 1) * most])
            ]
            self._say(self._contents, template.BLOCKS + column, lines)
        self._tidy(self._contents)

    def _numbers(self) -> None:
        """The tables behind charts, hidden from the audience."""
        for chapter, section, accent in self._behind:
            assert section.table  # noqa: S101 - a chart has one
            for slide in self._table(chapter, section, section.table, section.caption, accent):
                self._foot(slide, section.origin)
                self._tidy(slide)

    def _own(self, chapter: Chapter) -> str:
        return accent_of(self._theme, chapter.sections[0].colour)

    def _sources(self) -> None:
        told = self._content.sources
        for start in range(0, len(told), _SOURCES):
            slide = self._slide(template.SOURCES, self._interface.sources, f"sources-{start // _SOURCES + 1}")
            page = told[start : start + _SOURCES]
            half = -(-len(page) // 2)
            for column in range(2):
                lines = []
                for source in page[column * half : (column + 1) * half]:
                    more = " · ".join(filter(None, (source.told, source.url)))
                    lines.append(
                        said(Run(text=source.title, size=9), Run(text="\n" + more, size=8, colour="tx2"), before=5)
                    )
                self._say(slide, template.BLOCKS + column, lines)
            self._foot(slide, self._content.title)
            self._tidy(slide)

    # One of the deck's slides

    def _section(self, chapter: Chapter, section: Section) -> None:
        accent = accent_of(self._theme, section.colour)
        made = {
            "cover": self._cover,
            "profile": self._profile,
            "statement": self._statement,
            "figures": self._figures,
            "chart": self._chart,
            "timeline": self._timeline,
            "gallery": self._gallery,
            "text": self._text,
        }[section.layout](chapter, section, accent)
        for slide in made:
            self._foot(slide, section.origin)
            self._tidy(slide)
        if section.notes:
            put(made[0].notes_slide.notes_placeholder, _told(section.notes), self._language)

    def _cover(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide = self._slide(template.COVER, section.title, section.id)
        self._kicker(slide, chapter, accent)
        self._bar(slide, accent)
        self._say(slide, template.LEAD, [said(Run(text=section.text))])
        if section.image:
            wide = PAGE[0] * _WIDE_PICTURE
            add_picture(
                slide, self._file(section.image), Box(PAGE[0] - wide, 0, wide, PAGE[1]), section.title, whole=False
            )
            title, lead = slide.shapes.title, self._slot(slide, template.LEAD)
            for shape, box in ((title, template.COVER_TITLE), (lead, template.COVER_WORDS)):
                if shape is not None:
                    move(shape, Box(box.left, box.top, PAGE[0] - wide - 2 * MARGIN, box.height))
        elif chapter.digit:
            digit = add_box(slide, Box(PAGE[0] - 310, 110, 280, 320), "Kiosk digit")
            put(digit, [said(Run(text=chapter.digit, size=260, bold=True, colour=accent))], self._language)
        return [slide]

    def _profile(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        words = self._words
        rows = [(item.head, item.text, item.more) for item in section.items]
        heads = (words.label, words.value, words.note)
        if not any(more for _, _, more in rows):
            rows, heads = [row[:2] for row in rows], heads[:2]  # type: ignore[misc, assignment]
        return list(self._table(chapter, section, Sheet(heads=heads, rows=tuple(rows)), section.text, accent))

    def _statement(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide = self._slide(template.STATEMENT, section.title, section.id)
        self._kicker(slide, chapter, accent)
        self._bar(slide, accent, 284)
        self._say(slide, template.LEAD, [said(Run(text=section.text))])
        return [slide]

    def _figures(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide, body = self._started(template.FIGURES, chapter, section, accent)
        count = len(section.items)
        inner = (body.width - (count - 1) * template.GAP) / count - 2 * template.PADDING
        size = max(26.0, min(on_one_line(item.head, 60, inner) for item in section.items))
        apart = len({item.source for item in section.items}) > 1
        self._cards(
            slide,
            body,
            count,
            [
                [
                    said(Run(text=item.head, size=size, bold=True, colour=accent)),
                    said(Run(text=item.text, size=18), before=6),
                    said(Run(text=item.more, size=13, colour="tx2"), before=8),
                    said(Run(text=item.source if apart else "", size=11, colour="tx2"), before=4),
                ]
                for item in section.items
            ],
        )
        return [slide]

    def _timeline(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide, body = self._started(template.TIMELINE, chapter, section, accent)
        count = len(section.items)
        columns = count if count <= 4 else -(-count // 2)  # noqa: PLR2004 - more in a row are too narrow to be read
        high = body.height if count > columns else min(body.height, 230)
        for at, (item, box) in enumerate(
            zip(section.items, grid(Box(body.left, body.top, body.width, high), count, columns, 20), strict=True)
        ):
            last = at == count - 1 or at % columns == columns - 1
            rail = Box(box.left, box.top + 8, box.width + (0 if last else 20), 2)
            add_shape(slide, "rect", rail, accent, "Kiosk line", opacity=45_000)
            add_shape(slide, "ellipse", Box(box.left, box.top + 4, 10, 10), accent, "Kiosk dot")
            below = Box(box.left, box.top + 24, box.width, box.height - 24)
            said_there = [
                said(Run(text=item.head, size=17, bold=True, colour=accent)),
                said(Run(text=item.text, size=15), before=4),
            ]
            self._block(slide, at, below, said_there)
        return [slide]

    def _text(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide, body = self._started(template.TEXT, chapter, section, accent)
        count = len(section.items)
        if not count:
            return [slide]
        columns = {1: 1, 2: 2, 3: 3, 4: 2}.get(count, 3 if count <= 6 else 4)  # noqa: PLR2004 - so they have most room
        self._cards(
            slide,
            body,
            columns,
            [
                [
                    said(Run(text=item.head, size=18, bold=True, colour=accent)),
                    said(Run(text=item.text, size=16), before=4),
                ]
                for item in section.items
            ],
        )
        return [slide]

    def _cards(self, slide: Any, body: Box, columns: int, cards: list[list[Paragraph]]) -> None:
        """Cards in rows, all as high as the one that says most."""
        shown = [[paragraph for paragraph in card if paragraph.runs] for card in cards]
        rows = -(-len(cards) // columns)
        wide = (body.width - (columns - 1) * template.GAP) / columns - 2 * template.PADDING
        needed = max(_high(card, wide) for card in shown) + 2.5 * template.PADDING
        high = min(body.height, rows * max(needed, _LEAST_CARD) + (rows - 1) * template.GAP)
        boxes = grid(Box(body.left, body.top, body.width, high), len(cards), columns, template.GAP)
        for at, (card, box) in enumerate(zip(shown, boxes, strict=True)):
            self._block(slide, at, box, card)

    def _gallery(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        slide, body = self._started(template.GALLERY, chapter, section, accent)
        count = len(section.items)
        columns = {1: 1, 2: 2, 4: 2}.get(count, 3)
        for at, (item, box) in enumerate(zip(section.items, grid(body, count, columns, template.GAP), strict=True)):
            photo = Box(box.left, box.top, box.width, box.height - 28)
            add_picture(slide, self._file(item.image), photo, item.text, whole=True)
            caption = self._slot(slide, template.BLOCKS + at)
            move(caption, Box(box.left, box.top + box.height - 28, box.width, 28))
            more = f"{self._words.left}{item.source}{self._words.right}" if item.source else ""
            put(caption, [said(Run(text=item.text), Run(text=more, size=10))], self._language)
        return [slide]

    def _chart(self, chapter: Chapter, section: Section, accent: str) -> list[Any]:
        assert section.chart and section.table  # noqa: S101, PT018 - a chart slide has both
        own = getattr(self._theme.groups, section.colour, self._theme.colours.accent)
        box = template.CHART_BOX
        size = round(2 * box.width), round(2 * box.height)
        job = chart_job(self._wish.deck, section.chart, self._theme, self._language, *size, _SHARP, _TEXT_SCALE, own)
        slide = self._slide(template.NATIVE, section.title, section.id)
        if add_native(self._slot(slide, template.CHART), job, section.chart, accent, _spoken(section)):
            has_more = not says_all(job)
        else:
            slide, has_more = self._drawn(job, section), True
        self._kicker(slide, chapter, accent)
        self._fitted(slide, template.LEAD, section.text, template.ASIDE, _LETTERS)
        caption = section.caption or section.title
        put(
            self._slot(slide, template.CAPTION),
            [said(Run(text=caption, size=fitting(caption, 14, template.CAPTION_BOX)))],
            self._language,
        )
        if has_more:
            self._behind.append((chapter, section, accent))
        return [slide]

    def _drawn(self, job: ChartJob, section: Section) -> Any:
        """A slide with a picture in the last one's place; without it where the chart cannot be drawn."""
        self._drop_last()
        slide = self._slide(template.DRAWN, section.title, section.id)
        picture = chart_picture(replace(job, heading=""))  # which stands above it
        if picture:
            placed = self._slot(slide, template.CHART).insert_picture(io.BytesIO(picture))
            placed.crop_left = placed.crop_right = placed.crop_top = placed.crop_bottom = 0
            describe(placed, _spoken(section))
        return slide

    def _drop_last(self) -> None:
        """Take the last slide away."""
        ids = self._show.slides._sldIdLst  # noqa: SLF001 - there is no public way
        last = ids.sldId_lst[-1]
        self._show.part.drop_rel(last.rId)
        ids.remove(last)

    # Parts of slides

    def _started(self, layout: str, chapter: Chapter, section: Section, accent: str) -> tuple[Any, Box]:
        """A slide with its title and its words, and the place below them."""
        slide = self._slide(layout, section.title, section.id)
        self._kicker(slide, chapter, accent)
        if not section.text:
            body = template.BODY
            top = template.UNDER_TITLE
            return slide, Box(body.left, top, body.width, body.top + body.height - top)
        self._fitted(slide, template.LEAD, section.text, template.WORDS, _LETTERS)
        return slide, template.BODY

    def _slide(self, layout: str, title: str, name: str) -> Any:
        slide = self._show.slides.add_slide(self._layouts[layout])
        slide._element.cSld.set("name", f"{self._language}-{name}")  # noqa: SLF001 - there is no public way
        box = {template.COVER: template.COVER_TITLE, template.STATEMENT: Box(MARGIN, 120, 800, 150)}.get(
            layout, template.TITLE
        )
        size = fitting(title, 30 if box is template.TITLE else 44, box)
        put(slide.shapes.title, [said(Run(text=title, size=size))], self._language)
        return slide

    def _slot(self, slide: Any, number: int) -> Any:
        return next((each for each in slide.placeholders if each.placeholder_format.idx == number), None)

    def _say(self, slide: Any, number: int, paragraphs: Sequence[Paragraph]) -> None:
        if any(paragraph.runs for paragraph in paragraphs):
            put(self._slot(slide, number), paragraphs, self._language)

    def _fitted(self, slide: Any, number: int, text: str, box: Box, size: float) -> None:
        self._say(slide, number, [said(Run(text=text, size=fitting(text, size, box)))])

    def _block(self, slide: Any, at: int, box: Box, paragraphs: list[Paragraph]) -> None:
        """Write into the block of a number; beyond those of the layout, into a box of its own."""
        shape = self._slot(slide, template.BLOCKS + at) or add_box(slide, box, "Block")
        move(shape, box)
        put(shape, _shrunk(paragraphs, box.inset(template.PADDING)), self._language)

    def _file(self, name: str) -> Path:
        """A picture of the deck's; its name may say which version of it is meant."""
        return self._wish.folder / (name.rpartition("?")[0] if "?" in name else name)

    def _kicker(self, slide: Any, chapter: Chapter, accent: str) -> None:
        """The platform's name above a title; a touch on it leads to the contents."""
        name = chapter.short or chapter.name
        digit = f"{chapter.digit}  " if chapter.digit else ""
        shape = add_box(slide, Box(MARGIN, 28, 600, 20), "Kiosk platform")
        shape.click_action.target_slide = self._contents
        put(shape, [said(Run(text=digit + name, size=13, bold=True, colour=accent))], self._language)

    def _bar(self, slide: Any, accent: str, top: float = 312) -> None:
        add_shape(slide, "rect", Box(MARGIN, top, 56, 5), accent, "Kiosk bar")

    def _foot(self, slide: Any, text: str) -> None:
        """The source at a slide's foot, and its number; covers have none."""
        if text:
            add_source(slide, text, self._language)
        if slide.slide_layout.name != template.COVER:
            add_number(slide, self._show.slides.index(slide) + 1, self._language)

    def _tidy(self, slide: Any) -> None:
        """Take away the placeholders that nothing was put into."""
        for shape in list(slide.placeholders):
            element = shape._element  # noqa: SLF001 - there is no public way
            if shape.has_text_frame and not shape.text_frame.text and not element.xpath(".//a:fld"):
                element.getparent().remove(element)

    def _table(self, chapter: Chapter, section: Section, sheet: Sheet, words: str, accent: str) -> Iterator[Any]:
        """A table under a few words, on as many slides as it takes."""
        hidden = section.layout == "chart"
        for start in range(0, len(sheet.rows), ROWS):
            name = f"{section.id}-{start // ROWS + 1}" if hidden or start else section.id
            slide = self._slide(template.TABLES, section.title, name)
            self._kicker(slide, chapter, accent)
            self._fitted(slide, template.LEAD, words, template.WORDS, _LETTERS)
            part = Sheet(heads=sheet.heads, rows=sheet.rows[start : start + ROWS])
            top = template.BODY.top if words else template.UNDER_TITLE
            slot = self._slot(slide, template.TABLE)
            add_table(slot, part, top, accent, self._theme, self._language, numbers=hidden)
            if hidden:
                slide._element.set("show", "0")  # noqa: SLF001 - there is no public way
            yield slide


def sections_xml(parts: Sequence[tuple[str, Sequence[int]]]) -> str:
    """PowerPoint's sections, by which its list of slides is folded: names and slides' numbers."""
    inner = "".join(_section_xml(at, name, numbers) for at, (name, numbers) in enumerate(parts))
    return (
        f'<p:extLst {NAMESPACES}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{inner}</p14:sectionLst></p:ext></p:extLst>"
    )


def _section_xml(at: int, name: str, numbers: Sequence[int]) -> str:
    identity = str(uuid5(NAMESPACE_URL, f"{at} {name}")).upper()
    slides = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    opened = f'<p14:section name={quoteattr(name)} id="{{{identity}}}">'
    return f"{opened}<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"


def _told(text: str) -> Iterator[Paragraph]:
    """Notes, paragraph by paragraph."""
    return (said(Run(text=line)) for line in text.splitlines())


def _high(paragraphs: Sequence[Paragraph], width: float, scale: float = 1.0) -> float:
    """How high paragraphs are, wrapped to a width."""
    return sum(
        height_of("".join(run.text for run in each.runs), scale * max(run.size or 16 for run in each.runs), width)
        + each.before
        for each in paragraphs
    )


def _shrunk(paragraphs: list[Paragraph], box: Box) -> list[Paragraph]:
    """The paragraphs, all of them smaller by the same steps where they are too high for a box."""
    scale = 1.0
    while scale > 0.62 and _high(paragraphs, box.width, scale) > box.height:  # noqa: PLR2004 - 10 points of 16 at least
        scale -= 0.04
    if scale == 1:
        return paragraphs
    return [
        replace(each, runs=[replace(run, size=max(10.0, round(2 * scale * (run.size or 16)) / 2)) for run in each.runs])
        for each in paragraphs
    ]


def _spoken(section: Section) -> str:
    """What a chart says to those who have it read to them: what it measures, and its first numbers."""
    table = section.table
    assert table  # noqa: S101 - only called for a chart, which has a table
    said = section.caption or section.title
    for at, row in enumerate(table.rows):
        more = (": " if at == 0 else "; ") + " ".join(filter(None, row))
        if len(said) + len(more) > _SPOKEN:
            return f"{said} …"
        said += more
    return said
