"""What a visitor reads of a deck in one language: plain strings, numbers written out, sources named.

The stage, the outline and the exports all take their texts from here, so that they say the same. Each function gives
`Shown`: the names in it are what QML's delegates require.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from typing import Any, Final

from kiosk.deck import model
from kiosk.deck.behind import columns, rows
from kiosk.deck.icons import ICONS
from kiosk.deck.interface import interface
from kiosk.deck.model import Deck, Group, Platform, Slide, parts
from kiosk.deck.numbers import MINUS, scaled, written
from kiosk.deck.values import SourceId, Words

Shown = dict[str, Any]
"""A name and what is shown for it: str, int, float, a list of str, or a list of Shown."""

SLIDE: Final = (
    *("slideId", "layout", "title", "text", "platform", "digit", "colour", "icon", "sources", "origin"),
    *(
        "subtitle",
        "image",
        "figures",
        "chart",
        "spoken",
        "columns",
        "rows",
        "events",
        "pictures",
        "points",
        "indicators",
        "background",
        "film",
        "looped",
        "build",
    ),
)
"""Every name that a slide of some layout has."""
SCENE: Final = ("sentence", "translations", "figures", "origin", "background", "film", "looped")
CARD: Final = ("group", "platform", "name", "short", "summary", "digit", "colour", "icon", "members")
"""What a card that leads to a group or a platform says; one of the two is "". """
WAY: Final = ("way", "name")
"""What the hub offers besides the platforms."""
SOURCE: Final = ("title", "publisher", "date", "url", "note")

_NAMED: Final = 3
"""So many sources stand in a slide's line; a touch on it opens the sheet with all."""
_SPOKEN: Final = 20
"""So many rows of a chart are read out."""
COUNTING_STEPS: Final = 24
"""How many numbers a figure passes while it counts up."""

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Reader:
    """Reads a deck in one language."""

    def __init__(self, deck: Deck, language: str) -> None:
        self._deck = deck
        self._language = language
        self._chinese = language.partition("-")[0] == "zh"
        self._interface = interface(language)
        self._sources = dict(deck.sources)

    # Whole screens

    def scenes(self) -> list[Shown]:
        """The scenes of the attract loop."""
        return [
            {
                "sentence": self.words(scene.sentence),
                "translations": [],
                "figures": [self._read(scene.figure)] if scene.figure else [],
                "origin": self.origin([scene.figure.source] if scene.figure else []),
            }
            | _behind(scene.background or self._deck.attract_background)
            for scene in self._deck.attract
        ]

    def group(self, group: Group, members: tuple[Platform, ...]) -> Shown:
        """A group as a card."""
        return {
            "group": group.id,
            "platform": "",
            "name": self.words(group.name),
            "short": self.words(group.name),
            "summary": self.words(group.summary),
            "digit": group.digit,
            "colour": group.colour,
            "icon": ICONS.get(members[0].icon, "") if len(members) == 1 else "",
            "members": len(members),
        }

    def platform(self, platform: Platform) -> Shown:
        """A platform as a card."""
        group = next((g for g in self._deck.groups if g.id == platform.group), None)
        return {
            "group": "",
            "platform": platform.id,
            "name": self.words(platform.name),
            "short": self.words(platform.short or platform.name),
            "summary": self.words(platform.summary),
            "digit": group.digit if group else "",
            "colour": group.colour if group else "",
            "icon": ICONS.get(platform.icon, ""),
            "members": 1,
        }

    def ways(self, ways: Iterable[str]) -> list[Shown]:
        """What the hub offers besides the platforms, by the navigator's names for it."""
        return [{"way": way, "name": getattr(self._interface, way)} for way in ways]

    def slide(self, platform: Platform, slide: Slide) -> Shown:
        """A slide with everything on it, and the platform that it belongs to."""
        shown: Shown = self._read(slide)
        owner = self.platform(platform)
        sources = self.sources(platform, slide)
        shown |= {
            "slideId": slide.id,
            "layout": slide.layout,
            "platform": owner["short"],
            "digit": owner["digit"],
            "colour": owner["colour"],
            "icon": owner["icon"],
            "sources": " ".join(sources),
            "origin": self.origin(sources),
        }
        shown |= _behind(slide.background)
        if isinstance(slide, model.Profile):
            shown["indicators"] = list(self._indicators(platform))
        if isinstance(slide, model.ChartSlide):
            shown["rows"] = list(rows(self._deck, slide.chart, self._language, self._interface.list_comma))
            shown["columns"] = columns(slide.chart, self._language)
            shown["spoken"] = self._spoken(shown["rows"])
            shown["chart"] = self.chart_title(slide.chart)
        return shown

    def source(self, source: str) -> Shown:
        """Everything that is known of a source, for its sheet."""
        entry = self._sources[source]
        return {
            "title": self.words(entry.title),
            "publisher": self.words(entry.publisher),
            "date": self.date(entry.date),
            "url": entry.url,
            "note": self.words(entry.note),
        }

    # Parts

    def chart_title(self, chart: model.Chart) -> str:
        """What a chart measures and in which unit, said once: `Foreign trade, billion yuan`."""
        _, unit = scaled(self._deck, chart.unit, self._language)
        title, period = self.words(chart.title), self.words(chart.period)
        comma = "，" if self._chinese else ", "
        return comma.join(part for part in (title, period, unit) if part)

    def _spoken(self, rows: list[Shown]) -> str:
        """A chart's numbers for those who have it read to them, the first of many."""
        said = "; ".join(f"{row['label']}: {row['values']}" for row in rows[:_SPOKEN])
        rest = len(rows) - _SPOKEN
        return said + (self._interface.more.format(rest=rest, all=len(rows)) if rest > 0 else "")

    def words(self, words: Words) -> str:
        """A text in this language."""
        return words.say(self._language)

    def origin(self, sources: Iterable[str]) -> str:
        """The line that names where something comes from, the first few of many; "" without a source."""
        named = self.named(sources)
        if not named:
            return ""
        line = self._interface.source + self._interface.list_comma.join(named[:_NAMED])
        rest = len(named) - _NAMED
        return line + self._interface.more.format(rest=rest, all=len(named)) if rest > 0 else line

    def origins(self) -> Iterator[str]:
        """The line under each slide, and under each scene of the attract loop."""
        for scene in self._deck.attract:
            yield self.origin([scene.figure.source] if scene.figure else [])
        for platform in self._deck.platforms:
            for slide in platform.slides:
                yield self.origin(self.sources(platform, slide))

    def sources(self, platform: Platform, slide: Slide) -> list[str]:
        """The ids of the sources of a slide, in the order in which it names them."""
        return list(dict.fromkeys(self._sources_of(platform, slide)))

    def named(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Publisher and date of each source, once each."""
        entries = (self._sources[source] for source in sources)
        return tuple(dict.fromkeys(self.words(entry.publisher) + self._dated(entry.date) for entry in entries))

    def _dated(self, date: str) -> str:
        said = self.date(date)
        comma = "，" if self._chinese else ", "
        return comma + said if said else ""

    def date(self, date: str) -> str:
        """A date as the language writes it; "" where the source has none."""
        parts = date.split("-")
        if not parts[0].isdigit() or not all(part.isdigit() for part in parts):
            return "" if date == "n.d." else date
        year, *rest = parts
        if self._chinese:
            return f"{year}年" + "".join(f"{int(n)}{unit}" for n, unit in zip(rest, "月日", strict=False))
        if not rest:
            return year
        month = _MONTHS[int(rest[0]) - 1] if 0 < int(rest[0]) <= len(_MONTHS) else rest[0]
        return " ".join([*(str(int(day)) for day in rest[1:]), month, year])

    # From the model's entries to what is shown

    @singledispatchmethod
    def _read(self, item: Any) -> Any:
        """Field by field: words said, entries and tuples of entries read in turn, the rest as it is."""
        return {name: self._value(value) for name, value in parts(item).items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, Words):
            return self.words(value)
        if isinstance(value, tuple):
            return [self._value(entry) for entry in value]
        if value is None or isinstance(value, model.Chart):
            return ""
        return value if isinstance(value, str | int | float) else self._read(value)

    @_read.register
    def _(self, figure: model.Figure) -> Shown:
        number = written(self._deck, figure.value, figure.unit, self._language, figure.qualifier)
        return {
            "sign": number.sign,
            "number": number.number,
            "unit": number.unit,
            "whole": str(number),
            "counting": _counting(number.number),
            "label": self.words(figure.label),
            "period": self.words(figure.period),
            "note": self.words(figure.note),
            "source": figure.source,
        }

    def _indicators(self, platform: Platform) -> Iterator[Shown]:
        given = {indicator.id: indicator for indicator in platform.indicators}
        for kind in self._deck.indicators:
            if kind.id in given:
                yield {"label": self.words(kind.label)} | self.indicator(kind, given[kind.id])

    def indicator(self, kind: model.IndicatorKind, indicator: model.Indicator) -> Shown:
        """What a platform says to one of the deck's indicators."""
        value = self.words(indicator.text)
        if kind.unit and indicator.value is not None:
            value = str(written(self._deck, indicator.value, kind.unit, self._language, indicator.qualifier))
        return {
            "value": value,
            "period": self.words(indicator.period),
            "note": self.words(indicator.note),
            "source": indicator.source,
        }

    def _sources_of(self, platform: Platform, slide: Slide) -> Iterator[str]:
        yield from slide.sources
        yield from _named_sources(slide)
        if isinstance(slide, model.Profile):
            yield from (indicator.source for indicator in platform.indicators)


def _behind(background: model.Background | None) -> Shown:
    """What stands behind a slide or a scene; "" for nothing."""
    return {
        "background": background.image if background else "",
        "film": (background.film or "") if background else "",
        "looped": bool(background and background.loop),
    }


def _counting(number: str) -> list[str]:
    """The numbers that a figure passes while it counts up, each written as the last one is, its unit the same."""
    from decimal import Decimal

    last = Decimal(number.removeprefix(MINUS).replace(",", ""))
    digits = max(0, -int(last.as_tuple().exponent))
    passed = (round(last * step / COUNTING_STEPS, digits) for step in range(COUNTING_STEPS))
    form = ",f" if "," in number else "f"
    sign = MINUS if number.startswith(MINUS) else ""
    return [*(f"{sign if value else ''}{value:{form}}" for value in passed), number]


def _named_sources(item: Any) -> Iterator[SourceId]:
    """Every source that an entry or a part of it names, in order."""
    for value in parts(item).values():
        for entry in value if isinstance(value, tuple) else (value,):
            if isinstance(entry, SourceId):
                yield entry
            elif hasattr(entry, "__dict__") and not isinstance(entry, Words | str):
                yield from _named_sources(entry)
