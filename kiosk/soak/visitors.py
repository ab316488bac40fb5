"""The soak's own record of its visitors, and whether the booth's visit log says the same."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from kiosk.place import Screen
from kiosk.stage.stage import Stage
from kiosk.stage.visitors import Visitors
from kiosk.visits.figures import Logs
from kiosk.visits.log import FILE, VisitLog

_NOBODY: Final = {Screen.ATTRACT, Screen.DARK, Screen.CALM}
_WRITES_S: Final = 10.0
"""The log has so long to be written."""


class Record:
    """Counts visits and what they looked at from outside, while each booth of a soak logs them as at a fair.

    `now` as the stage's clock.
    """

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._folder = tempfile.TemporaryDirectory(prefix="kiosk-soak-")
        self._visitors: Visitors | None = None
        self._stage: Stage | None = None
        self.visits = 0
        """How many visits began."""
        self._slides: Counter[str] = Counter()
        self._spoken: Counter[str] = Counter()
        """The languages in which visits ended."""
        self._last = self._language = ""

    def begin(self, stage: Stage) -> None:
        """Another booth is open."""
        self._stage = stage
        stage.placeChanged.connect(self._note)
        self._visitors = Visitors(stage, VisitLog(Path(self._folder.name)), self._now)

    def end(self) -> None:
        """The booth closes; what its log has to write is written."""
        if self._visitors is None or self._stage is None:
            return
        self._stage.placeChanged.disconnect(self._note)
        self._leave()
        end = time.monotonic() + _WRITES_S
        while self._visitors.log.waiting and time.monotonic() < end:
            time.sleep(0.01)
        self._visitors.close()
        self._visitors = self._stage = None

    def close(self) -> None:
        """Forget it all."""
        self.end()
        self._folder.cleanup()

    def _note(self) -> None:
        assert self._stage is not None  # noqa: S101 - it tells of its places
        place = self._stage.place
        if place.screen in _NOBODY or place.show:
            self._leave()
            return
        if not self._language:
            self.visits += 1
        self._language = place.language
        slide = self._stage.lists.order[place.slide][1].id if place.screen is Screen.SLIDE else ""
        if slide not in {"", self._last}:
            self._slides[slide] += 1
        self._last = slide

    def _leave(self) -> None:
        if self._language:
            self._spoken[self._language] += 1
        self._last = self._language = ""

    def differences(self) -> Iterator[str]:
        """What the log says otherwise; once the booth is closed."""
        with Logs([Path(self._folder.name) / FILE]) as logs:
            told = logs.figures(date.min, date.max)
        seen = {each.spot.what: each.times for each in told.looked if each.spot.screen == "slide"}
        if told.visits != self.visits:
            yield f"the visit log has {told.visits} visits, and there were {self.visits}"
        if Counter(told.ended) != self._spoken:
            yield f"the visit log has the languages {dict(told.ended)}, and there were {dict(self._spoken)}"
        for slide in sorted(set(seen) | set(self._slides)):
            logged, seen_here = seen.get(slide, 0), self._slides[slide]
            if logged != seen_here:
                yield f"the visit log has the slide {slide} {logged} times, and it was seen {seen_here} times"
