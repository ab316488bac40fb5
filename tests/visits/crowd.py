"""Made visits: a crowd with a rush hour, favourites and its own ways through a deck, the same for the same seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from kiosk.deck.adviser import advise, best
from kiosk.deck.model import ChartSlide, Deck, Platform
from kiosk.visits.logged import Deed, cell
from kiosk.visits.visit import Ending, Stay, Touched, Visit

HOURS = {9: 6, 10: 14, 11: 19, 12: 9, 13: 8, 14: 16, 15: 24, 16: 15, 17: 5}
DAYS = (0.7, 1.0, 1.15, 1.2, 1.1, 1.5, 0.9)
FAVOURITES = {"overview": 5.0, "liangjiang": 6.0, "ftz": 5.0, "cci": 4.0, "science-city": 3.0, "city": 3.0}
NEVER = {"blc-nanpeng", "cbz-fuling"}
"""Nobody goes to these platforms."""


class Crowd:
    """People who come to a booth with a deck."""

    def __init__(self, deck: Deck, seed: int = 1) -> None:
        self._deck, self._chance = deck, Random(seed)  # noqa: S311 - no secret
        self._platforms = [each for each in deck.platforms if each.slides and each.id not in NEVER]
        self._weights = [FAVOURITES.get(each.id, 1.0) for each in self._platforms]
        self._pair = [each.id for each in self._platforms if each.indicators][:4]

    def visits(self, first: date, days: int, count: int) -> Iterator[Visit]:
        """So many visits from a day on, in the order in which they begin."""
        shares = [DAYS[at % len(DAYS)] for at in range(days)]
        for at in range(days):
            here = round(count * sum(shares[: at + 1]) / sum(shares)) - round(count * sum(shares[:at]) / sum(shares))
            began = sorted(self._begins(first + timedelta(days=at)) for _ in range(here))
            yield from map(self._visit, began)

    def _begins(self, day: date) -> datetime:
        (hour,) = self._chance.choices(list(HOURS), list(HOURS.values()))
        return datetime(day.year, day.month, day.day, hour, self._chance.randrange(60)).astimezone()

    def _visit(self, began: datetime) -> Visit:
        chance = self._chance
        self._stays: list[Stay] = []
        self._touches: Counter[Touched] = Counter()
        self._deeds: Counter[tuple[str, ...]] = Counter()
        language = first = self._deck.languages[0]
        self._stay("hub", "", 6, (0.2 + 0.6 * chance.random(), 0.55))
        if chance.random() < 0.42:
            language = self._deck.languages[-1]
            self._deeds[Deed.LANGUAGE, f"{first} {language}"] += 1
            self._touch("hub", "", 0.78, 0.95)
        while chance.random() < (0.93 if len(self._stays) == 1 else 0.5):
            way = chance.random()
            if way < 0.06:
                self._advised()
            elif way < 0.12:
                self._stay("compare", " ".join(chance.sample(self._pair, 2)), 22, (0.3, 0.3), (0.7, 0.3))
            else:
                self._look_at(*chance.choices(self._platforms, self._weights))
            if chance.random() < 0.55:
                self._stay("hub", "", 4, (0.2 + 0.6 * chance.random(), 0.55))
        if chance.random() < 0.05:
            self._stay("take_home", "", 25)
        return Visit(
            began=began.astimezone(UTC).isoformat(timespec="seconds"),
            language=language,
            lasted_ms=sum(stay.dwell_ms for stay in self._stays),
            ending=Ending.IDLE,
            stays=self._stays,
            first_language=first,
            deeds=self._deeds,
            touches=self._touches,
        )

    def _look_at(self, platform: Platform) -> None:
        group = next((each for each in self._deck.groups if each.id == platform.group), None)
        if group and sum(each.group == group.id for each in self._deck.platforms) > 1:
            self._stay("group", group.id, 5, (0.2 + 0.6 * self._chance.random(), 0.5))
        for slide in platform.slides:
            if isinstance(slide, ChartSlide):
                self._stay("slide", slide.id, 17, (0.93, 0.93), *[(self._chance.gauss(0.5, 0.14), 0.55)] * 2)
                if (often := int(self._chance.expovariate(0.9))) > 0:
                    self._deeds[Deed.VALUE, slide.id] += often
                if self._chance.random() < 0.06:
                    self._deeds[Deed.TABLE, slide.id] += 1
            else:
                self._stay("slide", slide.id, 11, (0.93, 0.93))
            if self._chance.random() < 0.27:
                return

    def _advised(self) -> None:
        self._stay("adviser", "", 30, (0.3, 0.5), (0.5, 0.5), (0.7, 0.5))
        given = [self._chance.choice([*(each.id for each in q.answers), ""]) for q in self._deck.questions]
        if self._chance.random() < 0.3:
            given = given[:1]
        for question, answer in zip(self._deck.questions, given, strict=False):
            self._deeds[Deed.ANSWER, f"{question.id} {answer or '-'}"] += 1
        if len(given) == len(self._deck.questions):
            for advice in best(advise(self._deck, given))[0]:
                self._deeds[Deed.ADVICE, advice.platform.id] += 1

    def _stay(self, screen: str, what: str, seconds: float, *touched: tuple[float, float]) -> None:
        self._stays.append(Stay(screen, what, max(700, int(1000 * self._chance.lognormvariate(0, 0.7) * seconds))))
        for x, y in touched:
            self._touch(screen, what, x, y)

    def _touch(self, screen: str, what: str, x: float, y: float) -> None:
        x, y = (min(0.999, max(0.0, self._chance.gauss(each, 0.02))) for each in (x, y))
        self._touches[Touched(screen, what, False, cell(x, y, tall=False))] += 1
