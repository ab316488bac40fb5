"""What is asked of visit logs: everything that a report says of some days, of one log or of several together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from kiosk.sentences import sentence
from kiosk.visits.logged import GRID, Deed

_DAYS: Final = "day BETWEEN ? AND ?"
_MS: Final = 1000
"""Milliseconds in a second."""


class Spot(NamedTuple):
    """A place of the booth, as a stay has it."""

    screen: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """How long visitors stayed at a place."""

    spot: Spot
    times: int
    dwell_ms: int
    """Altogether."""
    median_ms: int


@dataclass(frozen=True, slots=True)
class TouchMap:
    """Where fingers came down on a place."""

    tall: bool
    """Whether its screen is higher than wide."""
    cells: tuple[int, ...]
    """How often in each, counted line by line."""

    @property
    def across(self) -> int:
        """How many cells stand side by side."""
        return GRID[1] if self.tall else GRID[0]

    @property
    def times(self) -> int:
        """How often altogether."""
        return sum(self.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What visitors did on some days, by the clocks of their booths."""

    first: date
    last: date
    visits: int
    lasted_ms: int
    """All visits together."""
    median_ms: int
    """Half of them were shorter."""
    days: Mapping[str, int]
    """How many visits began on each day that had some, the earliest first."""
    hours: tuple[int, ...]
    """How many began in each of the 24 hours."""
    began: Mapping[str, int]
    """How many began in each language, the most frequent one first …"""
    ended: Mapping[str, int]
    """… and how many ended in it."""
    looked: tuple[Looked, ...]
    """Every place where somebody was, longest altogether first."""
    steps: Mapping[tuple[Spot, Spot], int]
    """How often somebody went from one place to another."""
    left: Mapping[Spot, int]
    """Where visitors were when they went away, most frequent first."""
    deeds: Mapping[str, Mapping[str, int]]
    """What else they did: by the `Deed`, how often about what, most frequent first."""

    def times(self, spot: Spot) -> int:
        """How often somebody was at a place."""
        return next((each.times for each in self.looked if each.spot == spot), 0)

    def never_seen(self, slides: Iterable[str]) -> tuple[str, ...]:
        """Those of a deck's slides that nobody looked at, in their order."""
        seen = {each.spot.what for each in self.looked if each.spot.screen == "slide"}
        return tuple(slide for slide in slides if slide not in seen)


class Logs:
    """Visit logs that are read together, while a booth may write to them. Close it when done with.

    Opening raises FileNotFoundError, and ValueError in plain words for a file that is no sound visit log.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        from kiosk.visits.database import open_to_read  # and so SQLite, which takes its time

        with ExitStack() as opened:
            self._logs = [opened.enter_context(closing(open_to_read(file))) for file in files]
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._opened.close()

    def span(self) -> tuple[date, date] | None:
        """The first and the last day that had visits; None where there were none at all."""
        days = [
            day for row in self._rows("SELECT min(day), max(day) FROM visits WHERE day <> ''") for day in row if day
        ]
        return (date.fromisoformat(min(days)), date.fromisoformat(max(days))) if days else None

    def figures(self, first: date, last: date) -> Figures:
        """What happened from one day to another, both included."""
        days: Counter[str] = Counter()
        hours, ended, lasted_ms = [0] * 24, Counter[str](), 0
        asked = f"SELECT day, hour, language, count(*), sum(lasted_ms) FROM visits WHERE {_DAYS} GROUP BY 1, 2, 3"  # noqa: S608
        for day, hour, language, times, lasted in self._rows(asked, first, last):
            days[day] += times
            hours[hour % 24] += times
            ended[language] += times
            lasted_ms += lasted
        deeds = self._deeds(first, last)
        return Figures(
            first=first,
            last=last,
            visits=days.total(),
            lasted_ms=lasted_ms,
            median_ms=_middle(_spans(deeds.pop(Deed.LASTED, {}))),
            days=dict(sorted(days.items())),
            hours=tuple(hours),
            began=deeds.pop(Deed.BEGAN, {}),
            ended=dict(ended.most_common()),
            looked=self._looked(first, last),
            steps=self._steps(first, last),
            left={Spot(*what.split(" ", 1)): times for what, times in deeds.pop(Deed.LEFT, {}).items()},
            deeds=deeds,
        )

    def _looked(self, first: date, last: date) -> tuple[Looked, ...]:
        spans: defaultdict[Spot, Counter[int]] = defaultdict(Counter)
        dwelt: Counter[Spot] = Counter()
        asked = (
            f"SELECT screen, what, seconds, sum(times), sum(dwell_ms) FROM dwells WHERE {_DAYS}"  # noqa: S608 - ours
            " GROUP BY screen, what, seconds"
        )
        for screen, what, seconds, times, dwell_ms in self._rows(asked, first, last):
            spot = Spot(screen, what)
            spans[spot][seconds] += times
            dwelt[spot] += dwell_ms
        looked = [
            Looked(spot=spot, times=spans[spot].total(), dwell_ms=dwell_ms, median_ms=_middle(spans[spot]))
            for spot, dwell_ms in dwelt.items()
        ]
        return tuple(sorted(looked, key=lambda each: (-each.dwell_ms, each.spot)))

    def _steps(self, first: date, last: date) -> dict[tuple[Spot, Spot], int]:
        steps: Counter[tuple[Spot, Spot]] = Counter()
        asked = (
            f"SELECT from_screen, from_what, screen, what, sum(times) FROM steps WHERE {_DAYS}"  # noqa: S608 - ours
            " GROUP BY 1, 2, 3, 4"
        )
        for from_screen, from_what, screen, what, times in self._rows(asked, first, last):
            steps[Spot(from_screen, from_what), Spot(screen, what)] += times
        return dict(steps.most_common())

    def _deeds(self, first: date, last: date) -> dict[str, dict[str, int]]:
        deeds: defaultdict[str, Counter[str]] = defaultdict(Counter)
        asked = f"SELECT deed, what, sum(times) FROM deeds WHERE {_DAYS} GROUP BY 1, 2"  # noqa: S608 - ours
        for deed, what, times in self._rows(asked, first, last):
            deeds[deed][what] += times
        return {deed: dict(counted.most_common()) for deed, counted in deeds.items()}

    def touched(self, first: date, last: date) -> dict[Spot, int]:
        """How often fingers came down on each place, the most frequent first."""
        return self._summed("screen, what", first, last, "", (), Spot)

    def touch_map(self, first: date, last: date, spot: Spot) -> TouchMap:
        """Where fingers came down on a place: of the two ways that a screen may stand, the more frequent one."""
        cells = self._summed("tall, cell", first, last, "AND screen = ? AND what = ?", spot, lambda *key: key)
        tall = sum(n for (is_tall, _), n in cells.items() if is_tall) * 2 > sum(cells.values())
        return TouchMap(tall, tuple(cells.get((int(tall), at), 0) for at in range(GRID[0] * GRID[1])))

    def touch_cells(self, first: date, last: date) -> Iterator[tuple[Spot, bool, int, int]]:
        """Every cell that was touched: the place, whether its screen is upright, the cell, how often."""
        cells = self._summed("screen, what, tall, cell", first, last, "", (), lambda *key: key)
        for (screen, what, tall, cell), times in sorted(cells.items()):
            yield Spot(screen, what), bool(tall), cell, times

    def _summed(
        self, columns: str, first: date, last: date, where: str, more: Sequence[str], key: Callable[..., Any]
    ) -> dict[Any, int]:
        counted: Counter[Any] = Counter()
        asked = f"SELECT {columns}, sum(times) FROM touches WHERE {_DAYS} {where} GROUP BY {columns}"  # noqa: S608 - ours
        for *named, times in self._rows(asked, first, last, *more):
            counted[key(*named)] += times
        return dict(counted.most_common())

    def _rows(self, asked: str, *arguments: date | str) -> Iterator[tuple[Any, ...]]:
        """The rows of all logs, one after the other. Raises ValueError in plain words where one cannot be read."""
        import sqlite3

        said = [each.isoformat() if isinstance(each, date) else each for each in arguments]
        for log in self._logs:
            try:
                yield from log.execute(asked, said)
            except sqlite3.Error as error:
                raise ValueError(sentence("The visit log cannot be read: {error}.", error=error)) from error


def _spans(counted: Mapping[str, int]) -> Counter[int]:
    return Counter({int(seconds): times for seconds, times in counted.items()})


def _middle(spans: Counter[int]) -> int:
    """The median in milliseconds of what is counted by the second that its span begins with."""
    from kiosk.visits.database import span

    before, half = 0, spans.total() / 2
    for seconds, times in sorted(spans.items()):
        if before + times >= half:
            return round((seconds + span(seconds * _MS)[1] * (half - before) / times) * _MS)
        before += times
    return 0
