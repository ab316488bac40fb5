"""Fills the charts' cache by walking through every screen, so that a booth that opens after it draws nothing.

The walk waits for no picture: every one that a screen asks for is drawn behind it, so that all processors are busy
until the last one is there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from kiosk.charts import UNATTENDED, Charts, Job, Picture
from kiosk.charts.cache import Cache
from kiosk.charts.waiting import Done
from kiosk.deck.load import Loaded
from kiosk.deck.model import ChartSlide, Deck
from kiosk.moves import TEXT_SIZES
from kiosk.navigator import Navigator
from kiosk.stage.app import Booth, BoothOptions
from kiosk.walk import Route, resize, settle, stops

_LOOK_S: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Warmed:
    """How many pictures a walk needed, by what became of them."""

    drawn: int
    found: int
    """Those that were there before."""
    lacking: int
    """Those that are not in the cache now: they could not be drawn, or it did not keep them."""


def warm(loaded: Loaded, deck: Path, route: Route, cache: Path, progress: Callable[[int, int], None]) -> Warmed:
    """Have drawn what a booth shows on a route, its charts in every text size and in a show.

    `cache` is the charts' folder.
    `progress` is told how many steps of how many are done: screens that were asked, and pictures that are drawn.
    """
    assert loaded.deck is not None  # noqa: S101 - the command refuses a deck that cannot be opened
    ways = list(product(route.themes, route.sizes))
    screens = len(list(stops(loaded.deck))) + TEXT_SIZES * len(_charts(loaded.deck))
    total = len(ways) * len(route.languages) * screens
    done = 0
    with closing(_Drawing(cache)) as charts:
        for theme, size in ways:
            options = BoothOptions(
                language=route.languages[0], theme=theme, attended=True, transitions=False, size=size
            )
            with closing(Booth(loaded, deck, charts, options)) as booth:
                resize(booth, size)
                for _ in _walk(booth, loaded.deck, route.languages):
                    done += 1
                    progress(done + charts.answered, total + charts.asked)
        while charts.answered < charts.asked:
            progress(done + charts.answered, total + charts.asked)
            time.sleep(_LOOK_S)
        return _counted(charts.there, Cache(cache))


def _walk(booth: Booth, deck: Deck, languages: tuple[str, ...]) -> Iterator[None]:
    """Stop at every screen, and then at every chart in a show and in the larger text sizes, in each language.

    A show has no bar below it, so that its charts are larger.
    """
    for language in languages:
        booth.stage.speak(language)
        for stop in stops(deck):
            stop.show(booth.stage)
            settle(booth)
            yield
        booth.stage.act(lambda navigator: navigator.begin_show(booth.stage.now()))
        yield from _walk_charts(booth, deck)
        booth.stage.act(Navigator.end_show)
        for _ in range(1, TEXT_SIZES):
            booth.stage.comfort.nextTextSize()
            yield from _walk_charts(booth, deck)
        booth.stage.comfort.nextTextSize()


def _walk_charts(booth: Booth, deck: Deck) -> Iterator[None]:
    for slide in _charts(deck):
        booth.stage.open(slide)
        settle(booth)
        yield


def _charts(deck: Deck) -> list[str]:
    """The ids of the slides that show a chart."""
    return [slide.id for platform in deck.platforms for slide in platform.slides if isinstance(slide, ChartSlide)]


class _Drawing(Charts):
    """Charts that are drawn whatever becomes of the screen that asked for them: it is told that there is none, and goes
    on without. They remember which pictures they were asked for, and whether each was there the first time.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, patience=UNATTENDED)
        self.there: dict[str, bool] = {}
        self.asked = self.answered = 0

    def find(self, job: Job) -> Picture | None:
        picture = super().find(job)
        self.there.setdefault(job.key, picture is not None)
        return picture

    def request(self, job: Job, done: Done, urgent: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as there
        self.asked += 1
        super().request(job, self._count, urgent=True)  # all workers may
        done(None)

    def forget(self, job: Job, done: Done) -> None:
        """Nothing is withdrawn."""

    def _count(self, _: Picture | None) -> None:
        self.answered += 1


def _counted(before: dict[str, bool], cache: Cache) -> Warmed:
    after = {key: cache.find(key) is not None for key in before}
    return Warmed(
        drawn=sum(after[key] and not was for key, was in before.items()),
        found=sum(after[key] and was for key, was in before.items()),
        lacking=sum(not there for there in after.values()),
    )
