"""Events beside a course: a few words above the picture, each with a thin line down to its moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.charts.canvas import Canvas
from kiosk.charts.frame import REFERENCE, SMALL
from kiosk.charts.job import ChartJob
from kiosk.charts.lettering import DESCENT, Block, filling

_WIDEST, _WIDEST_SHARE = 300.0, 0.34
"""The widest that an event's words may be, in pixels at 1080 lines and as a part of the picture."""
_MOST_HEIGHT = 0.34
"""How much of the picture's height the words may take; the events named last lose theirs beyond that."""
_AWAY = 10.0


@dataclass(frozen=True, slots=True)
class _Words:
    """An event's words on one side of its line."""

    x: float
    """Of the line."""
    left: float
    right: float
    block: Block

    def meets(self, level: int, other: _Words, others: int) -> bool:
        """Whether words at levels, counted downwards, lie over one another or over the other's line."""
        if level == others:
            return self.left < other.right + _AWAY and other.left < self.right + _AWAY
        below, line = (self, other.x) if level > others else (other, self.x)
        return below.left - _AWAY / 2 < line < below.right + _AWAY / 2


@dataclass(frozen=True, slots=True)
class Events:
    """Where a chart's events stand."""

    placed: tuple[tuple[_Words, int], ...] = ()
    """Each with its level, counted downwards."""
    lines: tuple[float, ...] = ()
    """The places of all, also of those whose words found no room."""
    level: float = 0.0
    """The height of one level."""

    @property
    def height(self) -> float:
        """Of all words together."""
        return self.level * (1 + max((level for _, level in self.placed), default=-1))


def placed(job: ChartJob, canvas: Canvas, xs: Sequence[float], right: float) -> Events:
    """Where events stand; `xs` are the rows' places, `right` is how far words may reach. All in logical pixels."""
    unit = job.text_scale
    at = {row.key: x for row, x in zip(job.rows, xs, strict=True)}
    given = [(at[event.at], event.text) for event in job.option("events") if event.at in at]
    room = min(_WIDEST * unit, _WIDEST_SHARE * canvas.width)
    blocks = [(x, filling(text, room, (SMALL * unit, REFERENCE * unit), 2)) for x, text in given]
    level = max((block.height + (DESCENT + 0.5) * block.size for _, block in blocks), default=0.0)
    lines = tuple(x for x, _ in blocks)
    for count in range(len(blocks), 0, -1):
        sides = [_sides(x, block, right, _AWAY * unit) for x, block in blocks[:count]]
        for levels in range(1, 1 + min(count, int(_MOST_HEIGHT * canvas.height / level))):
            found = _without_collision(sides, levels)
            if found is not None:
                return Events(tuple(found), lines, level)
    return Events((), lines, level)


def _sides(x: float, block: Block, right: float, away: float) -> list[_Words]:
    """Where an event's words may be: to the right of its line, or to its left."""
    after = _Words(x, x + away, x + away + block.width, block)
    before = _Words(x, x - away - block.width, x - away, block)
    return [*([after] if after.right <= right else []), *([before] if before.left >= 0 else [])]


def _without_collision(
    events: Sequence[Sequence[_Words]], levels: int, done: tuple[tuple[_Words, int], ...] = ()
) -> tuple[tuple[_Words, int], ...] | None:
    """A side and a level for each event such that none is in another's way; None where there is none."""
    if len(done) == len(events):
        return done
    for level in range(levels):
        for words in events[len(done)]:
            if not any(words.meets(level, other, others) for other, others in done):
                found = _without_collision(events, levels, (*done, (words, level)))
                if found is not None:
                    return found
    return None


def draw_events(job: ChartJob, canvas: Canvas, events: Events, top: float, bottom: float) -> None:
    """Write the events' words from `top` on, and their lines down to `bottom`."""
    unit, palette = job.text_scale, job.palette
    level_of = {words.x: level for words, level in events.placed}
    for x in events.lines:
        begin = top + events.level * level_of[x] if x in level_of else top + events.height
        canvas.base.strokes([((x, begin), (x, bottom))], palette.text_faint, 1.5 * unit, 0.7)
    for words, level in events.placed:
        canvas.base.block(words.block, words.left, top + level * events.level, palette.text_soft)
