"""Markdown: every text, figure, table and source of a deck, for whoever writes on with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kiosk import atomic
from kiosk.deck.interface import interface
from kiosk.export import Progress
from kiosk.export.content import Content, Item, Section, Sheet, content
from kiosk.export.wish import Wish
from kiosk.export.words import ExportWords, export_words

OPTIONS: Final = frozenset({"notes"})

_MEANT: Final = re.compile(r"([\\`*_{}\[\]<>#|!~&$])")
"""Signs that Markdown would take for its own anywhere …"""
_LEADING: Final = re.compile(r"^(\s*)([-+=>:]|\d+(?=[.)]))")
"""… and at a line's beginning."""


def write(wish: Wish, progress: Progress) -> None:
    """Write one file, the languages one after another. Raises OSError."""
    parts = []
    for done, language in enumerate(wish.languages, start=1):
        parts.append("\n".join(_lines(content(wish.deck, language), notes=wish.notes)))
        progress(done, len(wish.languages))
    atomic.write(wish.to, "\n---\n\n".join(parts).encode())


def _lines(whole: Content, *, notes: bool) -> Iterator[str]:
    yield from (f"# {_plain(whole.title)}", "")
    yield from _paragraph(whole.subtitle)
    for chapter in whole.chapters:
        yield from (f"## {_plain(chapter.name)}", "")
        yield from _paragraph(chapter.summary)
        for section in chapter.sections:
            yield from _section(section, export_words(whole.language), notes=notes)
    yield from (f"## {_plain(interface(whole.language).sources)}", "")
    for source in whole.sources:
        yield "- " + " · ".join(_plain(part) for part in (source.title, source.told, source.url) if part)
    yield ""


def _section(section: Section, words: ExportWords, *, notes: bool) -> Iterator[str]:
    yield from (f"### {_plain(section.title)}", "")
    yield from _paragraph(section.text)
    for item in section.items:
        yield "- " + _item(item, words)
    if section.items:
        yield ""
    if section.table:
        yield from (f"**{_plain(section.caption)}**", "")
        yield from _table(section.table)
    yield from _paragraph(section.origin)
    if notes and section.notes:
        yield from (f"> **{words.notes}**", ">")
        yield from (f"> {_started(line)}".rstrip() for line in section.notes.splitlines())
        yield ""


def _item(item: Item, words: ExportWords) -> str:
    between = " " if item.kind == "figure" else words.colon
    head = f"**{_plain(item.head)}**" if item.head else ""
    said = between.join(filter(None, (head, _plain(item.text))))
    more = words.full_stop.join(filter(None, (item.more, item.source)))
    return said + (f"{words.left}{_plain(more)}{words.right}" if more else "")


def _table(sheet: Sheet) -> Iterator[str]:
    numbers = len(sheet.heads) - 1
    yield _row(sheet.heads)
    yield "| --- |" + " ---: |" * numbers
    yield from map(_row, sheet.rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_plain, cells))} |"


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield from (_started(text), "")


def _started(text: str) -> str:
    """A text at a line's beginning."""
    return _LEADING.sub(lambda found: f"{found[1]}{_escaped(found[2])}", _plain(text))


def _escaped(sign: str) -> str:
    return sign + "\\" if sign.isdigit() else "\\" + sign


def _plain(text: str) -> str:
    """A text on one line, in which nothing is taken for Markdown or for HTML."""
    return _MEANT.sub(r"\\\1", " ".join(text.split()))
