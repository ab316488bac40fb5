"""The soak: actions one after the other in Qt's own loop, looks at the booth in between, and the figures.

Events are counted as Android's Monkey does: each finger or key that comes, moves or goes. An action is what somebody
does with some of them, a tap or a drag; actions are numbered.
"""

from __future__ import annotations

import gc
import time
from collections import deque
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.soak.actions import chance, draw
from kiosk.soak.crawl import crawl, rounds
from kiosk.soak.gaps import Gaps
from kiosk.soak.process import Held, held
from kiosk.soak.subject import Subject
from kiosk.soak.watch import watching
from kiosk.stage.app import CALM_MS

_BETWEEN_MS: Final = 300
"""What passes for the booth from one action to the next."""
_WALK_EACH: Final = (8, 200)
"""Actions from one walk to the next: while something was not seen yet, and after that."""
_LOOK_EACH: Final = 100
"""Actions between two looks at whether the booth is as it should be."""
_COMPLETE_S: Final = 40.0
"""How long a screen may stay incomplete: its charts are drawn behind a soak."""
_COMPLETE_EACH_S: Final = 0.1
_REST_S: Final = 2.5 * CALM_MS / 1000
"""After a visitor has gone: the booth has cleared up."""
_WAIT_MS: Final = 5
"""From one turn of the loop to the next while the soak only waits: the workers have the processor to themselves."""
_LONG_MS: Final = 50.0
"""While the soak only waits, a turn of the loop counts if it took longer; the many idle ones say nothing."""
_WARM: Final = 10_000
"""Events after which memory hardly grows any more; a shorter soak is warm after a tenth, and its growth is no error."""
_MOST_GROWTH_MB: Final = 15.0
_MOST_MORE: Final = {"handles": 8, "threads": 6, "children": 2}
"""So many more there may be at the end: workers and Qt's own readers come and go."""
_LAST: Final = 10
"""So many actions are told with an error."""
_MOST_ERRORS: Final = 50
"""Errors after which a soak ends."""


class Soak:
    """Works a subject until it had so many `events`: actions from number `first` on, as `seed` decides.

    `tell` hears each action's number and what it is; `progress` how many of how many are done, and may raise
    KeyboardInterrupt to end the soak.
    """

    def __init__(
        self,
        subject: Subject,
        events: int,
        seed: int,
        first: int,
        tell: Callable[[str], None],
        progress: Callable[[int, int], None],
    ) -> None:
        self._subject, self._seed, self._first, self._events = subject, seed, first, events
        self._tell, self._progress = tell, progress
        self._done = 0
        self._seconds = 0.0
        self._errors: list[str] = []
        self._last: deque[str] = deque(maxlen=_LAST)
        self._gaps = Gaps()
        self._ended, self._looked = 0.0, 0.0
        self._waits = False
        self._longest_at = ""
        self._start, self._end = held(), held()

    def run(self) -> None:
        """Do it all, in Qt's loop."""
        steps = self._steps()
        app = QGuiApplication.instance()
        assert app is not None  # noqa: S101 - the subject has a window
        turn = QTimer(interval=0)
        gc.collect()
        gc.freeze()  # as a booth does after its first screen
        began = self._ended = time.perf_counter()

        def go_on() -> None:
            self._count_gap()
            self._waits = False
            try:
                next(steps)
            except (StopIteration, KeyboardInterrupt):
                turn.stop()
                app.exit(0)  # quit() would ask the window, which refuses
            except Exception as error:  # noqa: BLE001 - a fault of the soak itself ends it, and is told
                self._note(f"the soak itself: {error!r}")
                turn.stop()
                app.exit(0)
            turn.setInterval(_WAIT_MS if self._waits else 0)

        turn.timeout.connect(go_on)
        with watching(self._note):
            turn.start()
            app.exec()
            self._end = self._held()
            self._seconds = time.perf_counter() - began
            self._judge_growth()

    def figures(self) -> dict[str, Any]:
        """What came of it, by the names that `kiosk soak --json` gives."""
        start, end, visits = self._start, self._end, self._subject.visits
        figures: dict[str, Any] = {
            "events": self._subject.events,
            "actions": self._done,
            "seconds": round(self._seconds, 1),
            "events_per_second": round(self._subject.events / self._seconds, 1) if self._seconds else 0.0,
            "slides_visited": sum(map(bool, visits.values())),
            "slides": len(visits),
            "slides_missed": [slide.id for at, (_, slide) in enumerate(self._subject.order) if not visits[at]],
            "visits": self._subject.record.visits,
            "errors": self._errors,
            "rss_start_mb": start.rss_mb,
            "rss_end_mb": end.rss_mb,
            "rss_growth_mb": round(end.rss_mb - start.rss_mb, 1),
            "workers_pss_start_mb": start.workers_pss_mb,
            "workers_pss_end_mb": end.workers_pss_mb,
            "gap_max_ms": round(self._gaps.longest, 1),
            "gap_max_at": self._longest_at,
            "gap_p99_ms": round(self._gaps.percentile(0.99), 1),
        }
        for name in _MOST_MORE:
            figures |= {f"{name}_start": getattr(start, name), f"{name}_end": getattr(end, name)}
        return figures

    def _steps(self) -> Iterator[None]:
        """Everything in its order; Qt's loop turns wherever this stops."""
        walk = rounds(self._subject) if self._is_long and not self._first else None
        is_warm = False
        yield from self._await_complete()
        for number in count(self._first):
            if self._subject.events >= self._events:
                break
            if walk is None and number % self._walk_each() == 0:
                walk = crawl(self._subject)
            said = next(walk, None) if walk else None
            if said is None:
                walk = None  # what it could not reach, chance may clear the way to
                random = chance(self._seed, number)
                for said in draw(random)(self._subject, random):
                    self._say(number, said)
                    yield
            else:
                self._say(number, said)
                yield
            self._subject.wait(_BETWEEN_MS)
            self._done += 1
            self._progress(min(self._subject.events, self._events), self._events)
            if self._done % _LOOK_EACH == 0:
                yield from self._look()
            if not is_warm and self._subject.events >= min(_WARM, self._events // 10) and not (self._is_long and walk):
                is_warm = True
                yield from self._rest()
                self._start = self._held()
            if len(self._errors) >= _MOST_ERRORS:
                return
        yield from self._look()
        yield from self._rest()
        for difference in self._subject.logged():
            self._note(difference)

    def _rest(self) -> Iterator[None]:
        """Let the visitor go: what is held is compared between two times of rest, when no screen is held with it."""
        if not self._is_long:
            return
        self._subject.leave()
        yield from self._await_complete()
        end = time.monotonic() + _COMPLETE_S
        while not self._subject.booth.stage.rehearsal.is_over and time.monotonic() < end:
            yield from self._turn(_COMPLETE_EACH_S)
        yield from self._turn(_REST_S)

    @property
    def _is_long(self) -> bool:
        """Whether it is to show that memory is flat, after it was everywhere once."""
        return self._events >= 2 * _WARM

    def _walk_each(self) -> int:
        return _WALK_EACH[all(self._subject.visits.values())]

    def _say(self, number: int, said: str) -> None:
        line = f"{number} {said} [{self._subject.booth.stage.place.screen}]"
        self._last.append(line)
        self._tell(line)

    def _note(self, error: str) -> None:
        if len(self._errors) < _MOST_ERRORS:
            self._errors.append("\n  ".join([error, "after", *self._last]))

    def _look(self) -> Iterator[None]:
        yield from self._await_complete()
        began = time.perf_counter()
        for fault in self._subject.faults():
            self._note(fault)
        self._looked += time.perf_counter() - began

    def _await_complete(self) -> Iterator[None]:
        end = time.monotonic() + _COMPLETE_S
        while True:
            began = time.perf_counter()
            is_complete = self._subject.is_complete()
            self._looked += time.perf_counter() - began
            if is_complete:
                return
            if time.monotonic() > end:
                self._note(f"a screen was not complete within {_COMPLETE_S:.0f} s")
                return
            yield from self._turn(_COMPLETE_EACH_S)

    def _turn(self, seconds: float) -> Iterator[None]:
        """Have the loop turn for a while."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._waits = True
            yield

    def _count_gap(self) -> None:
        """The loop's last turn and what the booth did with the touches in it; the soak's own looking is not counted."""
        now = time.perf_counter()
        own = self._looked + self._subject.take_looked()
        gap = max(0.0, now - self._ended - own) * 1000
        if not self._waits or gap > _LONG_MS:
            if gap > self._gaps.longest:
                self._longest_at = self._last[-1] if self._last else "the start"
            self._gaps.add(gap)
        self._ended, self._looked = now, 0.0

    @staticmethod
    def _held() -> Held:
        gc.collect()
        return held()

    def _judge_growth(self) -> None:
        if self._subject.events < 2 * _WARM:
            return
        growth = self._end.rss_mb - self._start.rss_mb
        if growth > _MOST_GROWTH_MB:
            self._note(f"resident memory grew by {growth:.1f} MB")
        for name, most in _MOST_MORE.items():
            before, after = getattr(self._start, name), getattr(self._end, name)
            if after > before + most:
                self._note(f"{name} grew from {before} to {after}")
