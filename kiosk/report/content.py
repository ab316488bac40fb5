"""What a report says to people, in their language, before it is laid out as a page or a web page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from kiosk.deck.values import Unit
from kiosk.report.asked import Asked
from kiosk.report.charts import HOURS, MINUTES, TIMES, VISITS, Charts, Drawn
from kiosk.report.named import GONE, Names
from kiosk.visits.figures import Spot
from kiosk.visits.logged import Deed

_TOP: Final = 10
"""Bars of a chart that shows the most frequent ones …"""
_SHORT: Final = 5
"""… and of one that has half a page's width."""
_ANSWERS: Final = 6
"""A question has five, or none is preferred."""
_ROWS: Final = 20
"""Slides in the table."""
_FLOWS: Final = 30
"""Bands; the rest is left out, and is little."""
_OPEN: Final = (9, 17)
"""The hours that are shown at least."""
_MOST_DAYS: Final = 31
"""Of more days, weeks are shown."""
_MAPS: Final = 8
_FULL: Final = 100
_HOUR_MS: Final = 3_600_000
_LONG: Final = 10
"""From so many hours on, hours are told, and not minutes."""
_NAMED: Final = 6
"""Of a booth's languages, the shares that are shown."""


@dataclass(frozen=True, kw_only=True)
class Headline:
    """A figure, what it is, and a word more."""

    name: str
    value: str
    more: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A slide in the table: its platform, its title, and its numbers."""

    owner: str
    title: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Never:
    """The slides of a platform that nobody looked at."""

    platform: str
    titles: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place whose touches are shown over its picture."""

    spot: Spot
    name: str
    said: str
    """How often it was touched."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """A whole report."""

    title: str
    deck: str
    days: str
    booths: str
    headlines: tuple[Headline, ...]
    overview: tuple[Drawn, ...]
    """For the first page: in a row of its own, two beside one another, and so on."""
    ways: tuple[Drawn, ...]
    """Paths first, then what has half a page's width."""
    answers: tuple[Drawn, ...]
    """To each of the adviser's questions."""
    heads: tuple[str, ...]
    slides: tuple[Row, ...]
    never: tuple[Never, ...]
    places: tuple[Place, ...]


def content(asked: Asked) -> Content:
    """What is to be said."""
    return _Teller(asked).told()


class _Teller:
    def __init__(self, asked: Asked) -> None:
        self._asked, self._figures = asked, asked.figures
        self._names = Names(asked.deck, asked.language)
        self._words = self._names.words
        self._charts = Charts(asked.deck, asked.language, self._words.unit_visits, self._words.unit_times)

    def told(self) -> Content:
        names, words, figures = self._names, self._words, self._figures
        return Content(
            title=words.title,
            deck=names.reader.words(self._asked.deck.title),
            days=names.days(figures.first, figures.last),
            booths=words.booths.format(count=self._asked.booths) if self._asked.booths > 1 else "",
            headlines=tuple(self._headlines()),
            overview=tuple(self._overview()),
            ways=tuple(self._ways()),
            answers=tuple(self._answers(figures.deeds.get(Deed.ANSWER, {}))),
            heads=(words.slide, words.times, words.median, words.total),
            slides=tuple(self._slides()),
            never=tuple(self._never()),
            places=tuple(self._places()),
        )

    # In one line

    def _headlines(self) -> Iterator[Headline]:
        figures, names, words = self._figures, self._names, self._words
        days = (figures.last - figures.first).days + 1
        mean = names.count(round(figures.visits / days))
        more = words.visits_more.format(mean=mean) if days > 1 else words.visits_day
        yield Headline(name=words.visits, value=names.count(figures.visits), more=more)
        yield Headline(name=words.typical, value=names.lasted(figures.median_ms), more=words.typical_more)
        busiest = max(range(24), key=lambda hour: figures.hours[hour])
        clock = words.clock.format(hour=busiest, next=busiest + 1)
        more = words.busiest_more.format(count=names.count(figures.hours[busiest]))
        yield Headline(name=words.busiest, value=clock, more=more)
        language, times = next(iter(figures.ended.items()))
        name = words.language.format(name=names.tongue(language))
        yield Headline(name=name, value=names.percent(times, figures.visits), more=words.language_more)
        whole = len(names.slides)
        seen = whole - len(figures.never_seen(names.slides))
        of = words.of.format(part=names.count(seen), whole=names.count(whole))
        yield Headline(name=words.seen, value=of, more=words.seen_more)
        asked = sum(sum(figures.deeds.get(deed, {}).values()) for deed in (Deed.VALUE, Deed.TABLE))
        yield Headline(name=words.questions, value=names.count(asked), more=words.questions_more)

    # When, in which languages, what

    def _overview(self) -> Iterator[Drawn]:
        figures, names, words = self._figures, self._names, self._words
        came = [hour for hour, count in enumerate(figures.hours) if count]
        hours = range(min(*_OPEN, *came), max(*_OPEN, *came) + 1)
        busiest = str(max(came, key=lambda hour: figures.hours[hour]))
        counted = [(str(hour), figures.hours[hour]) for hour in hours]
        yield self._charts.bars("hours", words.by_hour, counted, VISITS, highlight=busiest)
        if figures.first != figures.last:
            yield self._days()
        ended = [(names.tongue(language), times) for language, times in islice(figures.ended.items(), _NAMED)]
        shares = [(name, round(_FULL * times / figures.visits, 1)) for name, times in ended]
        yield self._charts.shares("languages", words.languages, shares, colour="jade")
        longest = [each for each in figures.looked if each.spot.screen == "slide"][:_TOP]
        unit, one_ms = (HOURS, _HOUR_MS) if longest and longest[0].dwell_ms >= _LONG * _HOUR_MS else (MINUTES, 60_000)
        looked = [(names.brief(each.spot), round(each.dwell_ms / one_ms, 1)) for each in longest]
        if looked:
            yield self._charts.bars("longest", words.longest, _apart(looked), unit, lying=True, colour="sky")

    def _days(self) -> Drawn:
        first, last, words = self._figures.first, self._figures.last, self._words
        days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
        weekly = len(days) > _MOST_DAYS
        counted: Counter[date] = Counter(dict.fromkeys(map(_monday, days) if weekly else days, 0))
        for day, times in self._figures.days.items():
            on = date.fromisoformat(day)
            counted[_monday(on) if weekly else on] += times
        named = [(self._names.short_day(day), times) for day, times in counted.items()][-40:]
        return self._charts.bars("days", words.by_week if weekly else words.by_day, named, VISITS, colour="coral")

    # Where to, where from, what else

    def _ways(self) -> Iterator[Drawn]:
        figures, names, words, charts = self._figures, self._names, self._words, self._charts
        flows = self._flows()
        if flows:
            yield charts.flows("paths", words.paths, flows, TIMES, note=words.paths_note)
        left = ((names.brief(spot), times) for spot, times in figures.left.items())
        yield from self._most("left", words.left, left, VISITS, "coral")
        values = figures.deeds.get(Deed.VALUE, {})
        tables = figures.deeds.get(Deed.TABLE, {})
        questioned = Counter(values) + Counter(tables)
        asked = ((names.brief(Spot("slide", slide)), times) for slide, times in questioned.most_common())
        yield from self._most("questioned", words.questioned, asked, TIMES, "sky")
        pairs: Counter[str] = Counter()
        for each in figures.looked:
            if each.spot.screen == "compare":
                pairs[" ".join(sorted(each.spot.what.split()))] += each.times
        compared = ((names.pair(pair), times) for pair, times in pairs.most_common())
        yield from self._most("compared", words.compared, compared, TIMES, "violet")
        advised = ((names.platform(each), times) for each, times in figures.deeds.get(Deed.ADVICE, {}).items())
        yield from self._most("advised", words.advised, advised, TIMES, "jade")

    def _most(
        self,
        name: str,
        title: str,
        counted: Iterable[tuple[str, float]],
        unit: Unit,
        colour: str,
        count: int = _SHORT,
    ) -> Iterator[Drawn]:
        most = _apart(islice(counted, count))
        if most:
            yield self._charts.bars(name, title, most, unit, lying=True, colour=colour)

    def _answers(self, counted: Mapping[str, int]) -> Iterator[Drawn]:
        """A chart for each of the adviser's questions."""
        asked: dict[str, list[tuple[str, float]]] = {}
        for answer, times in counted.items():
            question, given = self._names.answer(answer)
            asked.setdefault(question, []).append((given, times))
        for at, question in enumerate(
            dict.fromkeys(self._names.reader.words(q.text) for q in self._asked.deck.questions)
        ):
            yield from self._most(f"answers-{at}", question, asked.get(question, []), TIMES, "sand", _ANSWERS)

    def _flows(self) -> list[tuple[str, str, str, str, float]]:
        """From section to section, and to nowhere."""
        names, counted = self._names, Counter[tuple[str, str]]()
        for (start, end), times in self._figures.steps.items():
            one, other = names.section(start), names.section(end)
            if one != other:
                counted[one, other] += times
        for spot, times in self._figures.left.items():
            counted[names.section(spot), GONE] += times
        return [
            (f"from {one}", names.section_name(one), f"to {other}", names.section_name(other), times)
            for (one, other), times in counted.most_common(_FLOWS)
        ]

    # Slide by slide

    def _slides(self) -> Iterator[Row]:
        names = self._names
        looked = [each for each in self._figures.looked if each.spot.screen == "slide"]
        for each in looked[:_ROWS]:
            numbers = (names.count(each.times), names.lasted(each.median_ms), names.lasted(each.dwell_ms))
            yield Row(owner=names.owner(each.spot.what), title=names.title(each.spot.what), numbers=numbers)

    def _never(self) -> Iterator[Never]:
        unseen: dict[str, list[str]] = {}
        for slide in self._figures.never_seen(self._names.slides):
            platform, title = self._names.slides[slide]
            unseen.setdefault(platform.id, []).append(title)
        for platform_id, titles in unseen.items():
            yield Never(platform=self._names.platform(platform_id), titles=tuple(titles))

    def _places(self) -> Iterator[Place]:
        figures, names = self._figures, self._names
        shown = 0
        for spot, times in self._asked.logs.touched(figures.first, figures.last).items():
            if shown < _MAPS and self._has_picture(spot):
                shown += 1
                said = self._words.touched.format(count=names.count(times))
                yield Place(spot=spot, name=names.brief(spot), said=said)

    def _has_picture(self, spot: Spot) -> bool:
        if spot.screen == "slide":
            return spot.what in self._names.slides
        if spot.screen == "group":
            return any(group.id == spot.what for group in self._asked.deck.groups)
        return spot.screen in {"hub", "adviser", "take_home"}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _apart(counted: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """The same with one row for each name."""
    summed: dict[str, float] = {}
    for name, number in counted:
        summed[name] = summed.get(name, 0.0) + number
    return list(summed.items())
