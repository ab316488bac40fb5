"""What readers of a report are told things are called: the places of a deck, days, times, numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property

from kiosk.deck.interface import interface
from kiosk.deck.model import Deck, Platform
from kiosk.deck.numbers import plain, written
from kiosk.deck.report_words import ReportWords, report_words
from kiosk.deck.shown import Reader
from kiosk.deck.values import Unit
from kiosk.visits.figures import Spot

GONE = "left"
"""The section where nobody is any more."""


class Names:
    """Names things of a deck in a language."""

    def __init__(self, deck: Deck, language: str) -> None:
        self.deck, self.language = deck, language
        self.words: ReportWords = report_words(language)
        self.reader = Reader(deck, language)

    @cached_property
    def slides(self) -> dict[str, tuple[Platform, str]]:
        """The deck's slides by their ids, in their order: the platform, and the title."""
        return {
            slide.id: (platform, self.reader.words(slide.title))
            for platform in self.deck.platforms
            for slide in platform.slides
        }

    @cached_property
    def _platforms(self) -> dict[str, Platform]:
        return {platform.id: platform for platform in self.deck.platforms}

    @cached_property
    def _groups(self) -> dict[str, str]:
        return {group.id: self.reader.words(group.name) for group in self.deck.groups}

    # Places

    def platform(self, platform: str) -> str:
        """A platform's short name."""
        known = self._platforms.get(platform)
        return self.reader.words(known.short or known.name) if known else self.words.removed.format(name=platform)

    def title(self, slide: str) -> str:
        """A slide's title."""
        return self.slides[slide][1] if slide in self.slides else self.words.removed.format(name=slide)

    def owner(self, slide: str) -> str:
        """The short name of a slide's platform; "" for a slide that is gone."""
        return self.platform(self.slides[slide][0].id) if slide in self.slides else ""

    def spot(self, spot: Spot) -> str:
        """A place in one line."""
        if spot.screen == "slide":
            owner = self.owner(spot.what)
            title = self.title(spot.what)
            return title if owner in {"", title} else f"{owner} · {title}"
        if spot.screen == "group":
            return self._groups.get(spot.what) or self.words.removed.format(name=spot.what)
        return self._screen(spot.screen)

    def brief(self, spot: Spot) -> str:
        """A place by as few words as tell it from the others: of a slide the title, where no other has the same."""
        alone = spot.screen == "slide" and self._titles[self.title(spot.what)] <= 1
        return self.title(spot.what) if alone else self.spot(spot)

    @cached_property
    def _titles(self) -> Counter[str]:
        """How many slides have each title."""
        return Counter(title for _, title in self.slides.values())

    def _screen(self, screen: str) -> str:
        return self.words.screens.get(screen, screen)

    def pair(self, pair: str) -> str:
        """Two platforms that were compared."""
        return " · ".join(self.platform(platform) for platform in pair.split())

    def section(self, spot: Spot) -> str:
        """The id of what a place belongs to: a group, a platform without one, or a screen."""
        if spot.screen == "group":
            return f"group {spot.what}"
        if spot.screen == "slide" and spot.what in self.slides:
            platform = self.slides[spot.what][0]
            return f"group {platform.group}" if platform.group else f"platform {platform.id}"
        return spot.screen

    def section_name(self, section: str) -> str:
        """What a section is called."""
        if section == GONE:
            return self.words.gone
        kind, _, what = section.partition(" ")
        if kind == "group":
            return self._groups.get(what) or self.words.removed.format(name=what)
        return self.platform(what) if kind == "platform" else self._screen(kind)

    def answer(self, answer: str) -> tuple[str, str]:
        """A question and an answer to it, of which the log has the ids."""
        asked, _, given = answer.partition(" ")
        question = next((each for each in self.deck.questions if each.id == asked), None)
        if question is None:
            return self.words.removed.format(name=asked), given
        said = next((each for each in question.answers if each.id == given), None)
        text = self.reader.words(said.text) if said else self.words.no_preference if given == "-" else given
        return self.reader.words(question.text), text

    # Days and numbers

    def day(self, day: date) -> str:
        """A whole date."""
        words = self.words
        weekday, month = words.weekdays[day.weekday()], words.months[day.month - 1]
        return words.day.format(weekday=weekday, day=day.day, month=month, year=day.year)

    def days(self, first: date, last: date) -> str:
        """From one day to another."""
        if first == last:
            return self.day(first)
        return self.words.span.format(first=self.day(first), last=self.day(last))

    def short_day(self, day: date) -> str:
        """A day on an axis."""
        words = self.words
        weekday, month = words.weekdays[day.weekday()], words.months[day.month - 1]
        return words.short_day.format(weekday=weekday, day=day.day, month=month)

    def count(self, number: float) -> str:
        """A number by itself."""
        return plain(number)

    def percent(self, part: int, whole: int) -> str:
        """A share as whole per cent."""
        return str(written(self.deck, round(100 * part / max(1, whole)), Unit("percent"), self.language))

    def lasted(self, milliseconds: int) -> str:
        """A time: to the second below an hour, and then to the minute."""
        minutes, seconds = divmod(round(milliseconds / 1000), 60)
        if minutes >= 60:  # noqa: PLR2004 - an hour
            return self.words.hours.format(hours=plain(minutes // 60), minutes=minutes % 60)
        if not minutes:
            return self.words.seconds.format(seconds=seconds)
        return self.words.lasted.format(minutes=minutes, seconds=seconds)

    def tongue(self, language: str) -> str:
        """A language's own name."""
        return interface(language).name
