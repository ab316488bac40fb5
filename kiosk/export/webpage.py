"""A web page: one file for any browser, without a network, readable by those who have it read to them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from html import escape
from pathlib import Path
from typing import Final

from kiosk import atomic
from kiosk.charts import ChartError, chart_job
from kiosk.charts.prepare import ground
from kiosk.charts.vectors import drawing, keep_fonts_in, svg
from kiosk.deck.files import PICTURES
from kiosk.deck.interface import interface
from kiosk.deck.theme import Theme
from kiosk.export import Progress
from kiosk.export.content import Chapter, Content, Item, Section, Sheet, content
from kiosk.export.letters import WEIGHTS, woff
from kiosk.export.wish import Wish
from kiosk.export.words import ExportWords, export_words
from kiosk.places import cache_folder

OPTIONS: Final = frozenset({"theme", "notes"})

_CHART: Final = (1040, 600)
"""Width and height of a chart in logical pixels."""
_TEXT_SCALE: Final = 0.9
"""How large a chart's letters are, of their size at the booth."""


def write(wish: Wish, progress: Progress) -> None:
    """Write one file, the languages one after another. Raises OSError."""
    keep_fonts_in(cache_folder() / "charts")
    theme = dict(wish.loaded.themes)[wish.theme]
    spoken = [content(wish.deck, language) for language in wish.languages]
    total, done = len(WEIGHTS) + sum(len(chapter.sections) for each in spoken for chapter in each.chapters), 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    body = _languages(spoken) + "".join(_Speech(wish, theme, each, step).written() for each in spoken)
    letters = "".join(sorted(set(body)))
    faces = []
    for weight in WEIGHTS:
        faces.append(face(woff(letters, weight), weight))
        step()
    atomic.write(wish.to, _page(spoken[0], theme, "".join(faces), body).encode())


def _page(first: Content, theme: Theme, faces: str, body: str) -> str:
    script = _beside("webpage.js")
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'"
    )
    return (
        f'<!doctype html>\n<html lang="{escape(first.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(first.title)}</title>\n"
        f"<style>\n{faces}{variables(theme)}{_beside('webpage.css')}</style>\n</head>\n<body>\n"
        f"{body}<script>{script}</script>\n</body>\n</html>\n"
    )


def _beside(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def face(font: bytes, weight: int) -> str:
    """The style that has a page written in a font that it carries."""
    data = base64.b64encode(font).decode()
    return (
        f'@font-face {{ font-family: "Noto Sans SC"; font-weight: {weight};'
        f' src: url("data:font/woff;base64,{data}") format("woff"); }}\n'
    )


def variables(theme: Theme) -> str:
    """The theme's colours by the names that the style has for them."""
    colours = {field.name.replace("_", "-"): getattr(theme.colours, field.name) for field in fields(theme.colours)}
    colours["card"] = ground(theme)
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in colours.items())} }}\n"


def _languages(spoken: list[Content]) -> str:
    if len(spoken) == 1:
        return ""
    links = "".join(
        f'<a href="#{each.language}" lang="{each.language}">{escape(interface(each.language).name)}</a>'
        for each in spoken
    )
    return f'<nav class="languages">{links}</nav>\n'


class _Speech:
    """A deck in one language. `step` is called after each slide."""

    def __init__(self, wish: Wish, theme: Theme, spoken: Content, step: Callable[[], None]) -> None:
        self._wish, self._theme, self._content, self._step = wish, theme, spoken, step
        self._words: ExportWords = export_words(spoken.language)
        self._interface = interface(spoken.language)

    def written(self) -> str:
        """All slides, between what they are called and where they come from."""
        language = self._content.language
        slides = "".join(map(self._chapter, self._content.chapters))
        return f'<main id="{language}" lang="{language}">\n{self._front()}{slides}{self._sources()}</main>\n'

    def _front(self) -> str:
        chapters = "".join(
            f'<li><a href="#{self._id(chapter.sections[0].id)}">{escape(chapter.name)}</a><ol>'
            + "".join(
                f'<li><a href="#{self._id(section.id)}">{escape(section.title)}</a></li>'
                for section in chapter.sections
            )
            + "</ol></li>"
            for chapter in self._content.chapters
        )
        return (
            f'<section class="slide front">\n<h1>{escape(self._content.title)}</h1>\n'
            f"{_paragraph(self._content.subtitle)}"
            f'<nav aria-label="{self._words.contents}"><ol class="contents">{chapters}</ol></nav>\n</section>\n'
        )

    def _chapter(self, chapter: Chapter) -> str:
        return "".join(map(partial(self._section, chapter), chapter.sections))

    def _section(self, chapter: Chapter, section: Section) -> str:
        own = getattr(self._theme.groups, section.colour, self._theme.colours.accent)
        digit = f"<span>{escape(chapter.digit)}</span>" if chapter.digit else ""
        of = "h2" if section is chapter.sections[0] else "p"
        parts = [
            f'<section class="slide {section.layout}" id="{self._id(section.id)}" style="--own: {own}">\n',
            f'<{of} class="of">{digit}{escape(chapter.name)}</{of}>\n',
            f"<h3>{escape(section.title)}</h3>\n",
            _paragraph(section.text),
            self._image(section.image, section.title) if section.image else "",
            self._items(section),
            self._chart(section, own) if section.chart else "",
            _paragraph(section.origin, "origin"),
            self._notes(section),
            "</section>\n",
        ]
        self._step()
        return "".join(parts)

    def _notes(self, section: Section) -> str:
        if not self._wish.notes or not section.notes:
            return ""
        return f'<blockquote aria-label="{self._words.notes}">{escape(section.notes)}</blockquote>\n'

    def _items(self, section: Section) -> str:
        if not section.items:
            return ""
        return f'<ul class="items">\n{"".join(map(self._item, section.items))}</ul>\n'

    def _item(self, item: Item) -> str:
        said = self._image(item.image, item.text) if item.image else ""
        said += f"<strong>{escape(item.head)}</strong> " if item.head else ""
        tag = "b" if item.kind == "indicator" else "span"
        said += f"<{tag}>{escape(item.text)}</{tag}>" if item.text else ""
        said += "".join(f" <small>{escape(part)}</small>" for part in (item.more, item.source) if part)
        return f'<li class="{item.kind}">{said}</li>\n'

    def _image(self, name: str, spoken: str) -> str:
        """A picture of the deck's, in the page itself; nothing where it is gone meanwhile."""
        path = self._wish.folder / name.rpartition("?")[0] if "?" in name else self._wish.folder / name
        kind = PICTURES[path.suffix.lower()].lower()
        data = base64.b64encode(path.read_bytes()).decode()
        return f'<img alt="{escape(spoken)}" src="data:image/{kind};base64,{data}">\n'

    def _chart(self, section: Section, own: str) -> str:
        assert section.chart and section.table  # noqa: S101, PT018 - only called for a chart, which has a table
        language = self._content.language
        job = chart_job(self._wish.deck, section.chart, self._theme, language, *_CHART, 1.0, _TEXT_SCALE, own)
        try:
            picture = svg(drawing(job), self._id(section.id), spoken=section.caption)
        except ChartError:
            picture = ""  # its numbers stand in for it, as at the booth
        table = f"{_table(section.table, section.caption)}"
        behind = f"<details><summary>{self._interface.numbers}</summary>{table}</details>" if picture else table
        return f'<figure class="chart">\n{picture}{behind}\n</figure>\n'

    def _sources(self) -> str:
        sources = "".join(
            f'<li>{escape(source.title)}<span class="told">'
            f"{escape(' · '.join(filter(None, (source.told, source.url))))}</span></li>\n"
            for source in self._content.sources
        )
        return (
            f'<section class="slide back"><h2>{self._interface.sources}</h2>\n<ul class="sources">\n{sources}</ul>'
            "</section>\n"
        )

    def _id(self, name: str) -> str:
        return f"{self._content.language}-{name}"


def _table(sheet: Sheet, caption: str) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in sheet.heads)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:]) + "</tr>"
        for row in sheet.rows
    )
    return (
        f'<div class="scroll" tabindex="0"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _paragraph(text: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f"<p{named}>{escape(text)}</p>\n" if text else ""
