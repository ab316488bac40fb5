"""What a deck says in one language, slide by slide, for the forms that lay it out themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kiosk.deck.interface import interface
from kiosk.deck.model import Chart, ChartSlide, Deck, Platform, Slide
from kiosk.deck.shown import Reader, Shown
from kiosk.export.words import export_words

Kind = Literal["figure", "indicator", "event", "point", "picture"]


@dataclass(frozen=True, kw_only=True)
class Item:
    """One of the things on a slide."""

    kind: Kind
    head: str
    """A figure's number with its unit, an indicator's name, an event's time, a point's name."""
    text: str
    more: str = ""
    """Its period and its note."""
    source: str = ""
    """Publisher and date."""
    image: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """The table behind a chart, each row as long as the heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A slide."""

    id: str
    layout: str
    number: int
    """Of the deck, counted from 1."""
    colour: str
    """The name of its group's colour."""
    title: str
    text: str
    items: tuple[Item, ...]
    origin: str
    """Where it all comes from, every source named; "" without one."""
    notes: str
    image: str = ""
    chart: Chart | None = None
    caption: str = ""
    """What its chart measures, and the unit."""
    table: Sheet | None = None


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A platform."""

    id: str
    digit: str
    name: str
    short: str
    """A shorter name, where it has one."""
    summary: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, kw_only=True)
class Publication:
    """One of the deck's sources."""

    title: str
    told: str
    """Publisher, date and note."""
    url: str


@dataclass(frozen=True, kw_only=True)
class Content:
    """A whole deck."""

    language: str
    title: str
    subtitle: str
    chapters: tuple[Chapter, ...]
    sources: tuple[Publication, ...]


def content(deck: Deck, language: str) -> Content:
    """What a deck says in a language."""
    reader = Reader(deck, language)
    numbers = iter(range(1, 1 + sum(len(platform.slides) for platform in deck.platforms)))
    return Content(
        language=language,
        title=reader.words(deck.title),
        subtitle=reader.words(deck.subtitle),
        chapters=tuple(_chapters(deck, reader, language, numbers)),
        sources=tuple(_publication(reader, name) for name, _ in deck.sources),
    )


def _chapters(deck: Deck, reader: Reader, language: str, numbers: Iterator[int]) -> Iterator[Chapter]:
    for platform in deck.platforms:
        if platform.slides:
            card = reader.platform(platform)
            yield Chapter(
                id=platform.id,
                digit=card["digit"],
                name=card["name"],
                short=card["short"],
                summary=card["summary"],
                sections=tuple(_section(reader, language, platform, slide, next(numbers)) for slide in platform.slides),
            )


def _section(reader: Reader, language: str, platform: Platform, slide: Slide, number: int) -> Section:
    shown = reader.slide(platform, slide)
    named = reader.named(shown["sources"].split())
    words = interface(language)
    return Section(
        id=slide.id,
        layout=slide.layout,
        number=number,
        colour=shown["colour"],
        title=shown["title"],
        text=shown.get("subtitle", "") or shown.get("text", ""),
        items=tuple(_items(reader, shown, language)),
        origin=words.source + words.list_comma.join(named) if named else "",
        notes=shown["notes"],
        image=shown.get("image", ""),
        chart=slide.chart if isinstance(slide, ChartSlide) else None,
        caption=shown.get("chart", ""),
        table=_sheet(shown, language) if "rows" in shown else None,
    )


def _items(reader: Reader, shown: Shown, language: str) -> Iterator[Item]:
    def source(of: Shown) -> str:
        return "".join(reader.named([of["source"]]))

    for each in shown.get("figures", ()):
        more = _joined(each, language)
        yield Item(kind="figure", head=each["whole"], text=each["label"], more=more, source=source(each))
    for each in shown.get("indicators", ()):
        more = _joined(each, language)
        yield Item(kind="indicator", head=each["label"], text=each["value"], more=more, source=source(each))
    for each in shown.get("events", ()):
        yield Item(kind="event", head=each["period"], text=each["text"], source=source(each))
    for each in shown.get("points", ()):
        yield Item(kind="point", head=each["name"], text=each["text"])
    for each in shown.get("pictures", ()):
        yield Item(kind="picture", head="", text=each["caption"], source=source(each), image=each["image"])


def _joined(shown: Shown, language: str) -> str:
    return interface(language).list_comma.join(filter(None, (shown["period"], shown["note"])))


def _sheet(shown: Shown, language: str) -> Sheet:
    words = export_words(language)
    columns: list[str] = shown["columns"]
    named = [words.value] if columns == [""] else columns
    rows = [(row["label"], *row["cells"], row["note"]) for row in shown["rows"]]
    heads = (words.label, *named, words.note)
    if not any(row[-1] for row in rows):
        rows, heads = [row[:-1] for row in rows], heads[:-1]
    return Sheet(heads=heads, rows=tuple(rows))


def _publication(reader: Reader, name: str) -> Publication:
    shown = reader.source(name)
    told = filter(None, (shown["publisher"], shown["date"], shown["note"]))
    return Publication(title=shown["title"], told=" · ".join(told), url=shown["url"])
