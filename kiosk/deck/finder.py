"""Finds the slide that holds a figure or a word, for a question from the floor: "44.7", "5000亿", "bonded".

An index is made once for a deck and the language that hits are shown in; what is typed may be of any of its languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.deck.behind import columns, has_figures, rows
from kiosk.deck.columns import word_columns
from kiosk.deck.interface import interface
from kiosk.deck.model import ChartSlide, Deck, Platform, Slide
from kiosk.deck.records import record
from kiosk.deck.shown import Reader, Shown
from kiosk.deck.values import SCALES

MOST: Final = 20
"""So many hits are given; whoever has more types on."""

_TITLE, _FIGURE, _INDICATOR, _EVENT, _CELL, _TEXT = range(6)
"""What an entry is: of two that match as well, the first of these comes first."""

_TOKEN: Final = re.compile(r"[0-9]+(?:\.[0-9]*)?|[^\W\d_\u2e80-\U0003ffff]+|[\u2e80-\U0003ffff]+")
"""A number, a word, or characters of the Far East that stand together."""
_GROUPED: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_AMOUNT: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*(thousand|million|billion|trillion|[十百千]?(?:万亿|亿|万))")
_WORTH: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_FAR_EAST: Final = "\u2e80"


@record
class Hit:
    """Where something is, and what of it is shown in a list of hits."""

    slide: str
    """The id of the slide that holds it."""
    title: str
    """The slide's."""
    platform: str
    """The short name of the slide's platform."""
    said: str
    """The number with its unit, or the words that were found."""
    label: str = ""
    """What the number is of; in a chart, its row and its series."""
    row: int = -1
    """The row of the slide's chart; -1 where it is not in a chart …"""
    number: int = -1
    """… and which of the numbers of that row."""


@record
class _Entry:
    """Something to be found: its own words in every language, and those that stand around it."""

    hit: Hit
    kind: int
    own: str
    around: str
    amounts: frozenset[float]


class Finder:
    """An index over a deck; hits are shown in `language`."""

    def __init__(self, deck: Deck, language: str) -> None:
        self._entries = [
            entry
            for platform in deck.platforms
            for slide in platform.slides
            for entry in _of(deck, platform, slide, language)
        ]

    def find(self, query: str) -> list[Hit]:
        """What holds all that was typed, best first, one hit a slide; the last word may be the beginning of one."""
        amounts, terms = _amounts(_plain(query)), _terms(query)
        if not terms:
            return []
        best: dict[str, tuple[tuple[int, ...], Hit]] = {}
        for at, entry in enumerate(self._entries):
            rank = _rank(entry, terms, amounts)
            if rank is None:
                continue
            ranked = ((*rank, at), entry.hit)
            if entry.hit.slide not in best or ranked < best[entry.hit.slide]:
                best[entry.hit.slide] = ranked
        return [hit for _, hit in sorted(best.values(), key=lambda ranked: ranked[0])[:MOST]]


def _rank(entry: _Entry, terms: list[str], amounts: frozenset[float]) -> tuple[int, ...] | None:
    """How well an entry matches, less being better; None where it does not.

    Each term is in it or around it, and one at least in it. A number that is all of what stands there comes before one
    that only begins so, what is said in few words before what is said in many.
    """
    if amounts and amounts <= entry.amounts:
        return (0, 0, entry.kind, len(entry.own))
    there = [term in entry.own for term in terms]
    if not any(there) or not all(here or term in entry.around for here, term in zip(there, terms, strict=True)):
        return None
    begun = sum(f"{term} " not in entry.own for term in terms if not _is_far_east(term))
    return (len(terms) - sum(there), begun, entry.kind, len(entry.own))


def _terms(query: str) -> list[str]:
    """What was typed as it stands in an entry: a word or a number from its beginning, characters anywhere."""
    return [token if _is_far_east(token) else f" {token}" for token in _tokens(query)]


def _is_far_east(term: str) -> bool:
    return term[0] >= _FAR_EAST


def _tokens(text: str) -> list[str]:
    return [token.removesuffix(".") for token in _TOKEN.findall(_plain(text))]


def _plain(text: str) -> str:
    """A text without what people leave out when they type: capitals, accents, full width, commas in numbers."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _GROUPED.sub("", "".join(each for each in decomposed if not unicodedata.combining(each)))


def _hay(texts: Iterable[str]) -> str:
    """Texts as they are searched: tokens, each after a space, and a space at the end."""
    return " " + "".join(f"{token} " for text in texts if text for token in _tokens(text))


def _amounts(text: str) -> frozenset[float]:
    """The large numbers in a text, however they are written: 500 billion is 5000亿."""
    found = []
    for digits, scale in _AMOUNT.findall(text):
        worth = SCALES.get(scale) or _WORTH[scale.lstrip("十百千")] * (_WORTH[scale[0]] if scale[0] in "十百千" else 1)
        found.append(float(f"{float(digits) * worth:.12g}"))
    return frozenset(found)


def _of(deck: Deck, platform: Platform, slide: Slide, language: str) -> Iterator[_Entry]:
    """Everything to be found on a slide."""
    languages = [language, *(each for each in deck.languages if each != language)]
    shown = [Reader(deck, each).slide(platform, slide) for each in languages]
    first = shown[0]
    names = [text for each in languages for text in (platform.name.say(each), platform.short.say(each))]
    titles = [each["title"] for each in shown]
    around = _hay([*names, *titles])

    def entry(kind: int, said: str, label: str, texts: list[str], row: int = -1, number: int = -1) -> _Entry:
        hit = Hit(slide.id, first["title"], first["platform"], said, label, row, number)
        return _Entry(hit, kind, _hay(texts), around, frozenset().union(*(_amounts(_plain(text)) for text in texts)))

    yield entry(_TITLE, first["title"], first["platform"], titles)
    for kind, said, label, texts in _parts(shown):
        yield entry(kind, said, label, texts)
    if isinstance(slide, ChartSlide):
        yield entry(_TEXT, first["chart"], first["title"], [each["chart"] for each in shown])
        for row, number, said, label, texts in _cells(deck, slide, languages):
            yield entry(_CELL, said, label, texts, row, number)


def _parts(shown: list[Shown]) -> Iterator[tuple[int, str, str, list[str]]]:
    """The parts of a slide, as each language shows it: kind, what is shown, its label, all texts."""
    for name in ("subtitle", "text"):
        if shown[0].get(name):
            yield _TEXT, shown[0][name], "", [each[name] for each in shown]
    for name, kind, said, label in _PARTS:
        for same in zip(*(each.get(name) or [] for each in shown), strict=True):
            texts = [part[key] for part in same for key in (said, label, "period", "note") if part.get(key)]
            yield kind, same[0][said], same[0].get(label, ""), texts


_PARTS: Final = (
    ("figures", _FIGURE, "whole", "label"),
    ("indicators", _INDICATOR, "value", "label"),
    ("events", _EVENT, "text", "period"),
    ("pictures", _TEXT, "caption", ""),
    ("points", _TEXT, "name", "text"),
)
"""The lists on a slide, and which parts of their entries are shown."""


def _cells(deck: Deck, slide: ChartSlide, languages: list[str]) -> Iterator[tuple[int, int, str, str, list[str]]]:
    """Each cell of a chart's table: row, which of its numbers, what is shown, its label, all texts.

    A cell of words is none of the numbers: -1. Of places on a map and of points in time the names, in the place of
    their coordinates.
    """
    tables = [list(rows(deck, slide.chart, each, interface(each).list_comma)) for each in languages]
    heads = [columns(slide.chart, each) for each in languages]
    words = len(list(word_columns(getattr(slide.chart, "options", None))))
    for row, same in enumerate(zip(*tables, strict=True)):
        labels = [text for line in same for text in (line["label"], line["note"])]
        if not has_figures(slide.chart):
            yield row, -1, same[0]["label"], same[0]["note"], labels
            continue
        for at, said in enumerate(same[0]["cells"]):
            label = " · ".join(filter(None, (same[0]["label"], heads[0][at])))
            cells = [text for line, head in zip(same, heads, strict=True) for text in (line["cells"][at], head[at])]
            if said:
                yield row, max(-1, at - words), said, label, [*cells, *labels]
