"""Rows for things that happen in time: each beside its mark, none over another, as large as the height lets them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.charts.lettering import DESCENT, Block, fitted, whole

_LEAD = 0.5
"""Between a date and what happened, on one line, as a part of the size."""
_UNDER = 0.62
"""Between a date and what happened, below one another."""
_AIR = 1.0
"""Between two rows, as a part of the size."""
_STAIRS = 0.75
"""So much smaller than the largest texts may be for each event to have a row of its own, going down with time."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens, where its mark lies, in logical pixels."""

    at: int
    """Its row's position in the table."""
    lane: int
    left: float
    right: float
    """As `left` for a moment."""
    date: str
    label: str
    is_strong: bool
    """Whether its texts come first where there is not room for all."""


@dataclass(frozen=True, slots=True)
class Style:
    """How large texts are, and whether the date stands over the label, before it, or nowhere."""

    size: float
    date: Literal["over", "before", "none"]
    widest: float
    """The most that a label may be wide."""
    lines: int


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with its texts."""

    event: Event
    date: Block | None
    label: Block | None
    size: float
    stacked: bool

    @property
    def date_width(self) -> float:
        """Of the date with the space after it, where the label follows on its line."""
        if not self.date:
            return 0.0
        return self.date.width + (0.0 if self.stacked else _LEAD * self.size)

    @property
    def width(self) -> float:
        """Of both texts."""
        label = self.label.width if self.label else 0.0
        return max(self.date_width, label) if self.stacked else self.date_width + label

    @property
    def label_down(self) -> float:
        """How far the label's top lies below the date's."""
        return self.date.height + _UNDER * self.size if self.stacked and self.date else 0.0

    @property
    def height(self) -> float:
        """Of both texts, from capitals to the last baseline."""
        return max(self.date.height if self.date else 0.0, self.label_down + (self.label.height if self.label else 0.0))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The width that an event takes, and where its texts begin."""

    left: float
    right: float
    text: float
    before: bool = False
    """Whether the texts stand before the mark, and end at it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every event with its texts and the row that it lies in."""

    entries: tuple[Entry, ...]
    stretches: tuple[Stretch, ...]
    rows: tuple[int, ...]
    """Of each entry, counted within its lane."""
    counts: tuple[int, ...]
    """How many rows each lane has."""
    row: float
    """The least height of a row."""


def plan(
    events: Sequence[Event],
    styles: Sequence[Style],
    bounds: tuple[float, float],
    height: float,
    pad: float,
    lane: float,
) -> Plan:
    """The first style in which all events find room; in the last one, some go without their texts.

    `bounds` are the left and the right edge for texts, `pad` the space between a mark and its texts, `lane` the height
    that each lane takes besides its rows.
    """
    lanes = 1 + max(event.lane for event in events)
    if lanes == 1:
        for style in styles:
            entries, stretches, row = _tried(events, style, bounds, pad)
            fits = all(stretch.text >= bounds[0] - 1 for stretch in stretches) and len(entries) <= int(height / row)
            if fits and style.size >= _STAIRS * styles[0].size:
                return Plan(entries, stretches, tuple(range(len(entries))), (len(entries),), row)
    for style in styles:
        entries, stretches, row = _tried(events, style, bounds, pad)
        most = int((height - lanes * lane) / row)
        counts, rows = _packed(entries, stretches, lanes)
        if sum(counts) <= most and all(stretch.text >= bounds[0] - 1 for stretch in stretches):
            if lanes == 1:
                counts, rows = _cascade(entries, stretches, most)
            return Plan(entries, stretches, tuple(rows), tuple(counts), row)
    return _crowded(entries, stretches, lanes, max(1, most // lanes), row, bounds[0])


def _tried(
    events: Sequence[Event], style: Style, bounds: tuple[float, float], pad: float
) -> tuple[tuple[Entry, ...], tuple[Stretch, ...], float]:
    """The events with their texts in a style, the width that each takes, and the least height of a row."""
    entries = tuple(_entry(event, style) for event in events)
    row = max(entry.height for entry in entries) + (_AIR + DESCENT) * style.size
    return entries, tuple(_stretch(entry, bounds, pad) for entry in entries), row


def _entry(event: Event, style: Style) -> Entry:
    size, stacked = style.size, style.date == "over"
    date = Block((event.date,), size, "Bold") if style.date != "none" else None
    room = style.widest - (date.width + _LEAD * size if date and not stacked else 0.0)
    label = whole(event.label, room, math.inf, (size, size), style.lines)
    if label is None:
        label = fitted(event.label, max(room, size), (size, size), style.lines)
    return Entry(event, date, label, size, stacked)


def _stretch(entry: Entry, bounds: tuple[float, float], pad: float) -> Stretch:
    """Texts follow the mark of a moment and lie on that of a span; near the right edge they stand before it."""
    event = entry.event
    is_span = event.right > event.left
    text = event.left + pad
    if text + entry.width <= bounds[1] or entry.width == 0:
        return Stretch(event.left - pad, max(event.right, text + entry.width) + pad, text)
    if is_span and event.right - event.left > entry.width + 2 * pad:
        return Stretch(event.left - pad, event.right + pad, text)
    text = event.left - pad - entry.width
    return Stretch(text - pad, event.right + pad, text, before=True)


def _packed(entries: Sequence[Entry], stretches: Sequence[Stretch], lanes: int) -> tuple[list[int], list[int]]:
    """As few rows as each lane needs, each event in the first one that is free."""
    taken: list[list[list[Stretch]]] = [[] for _ in range(lanes)]
    rows = []
    for entry, stretch in zip(entries, stretches, strict=True):
        lane = taken[entry.event.lane]
        row = next((at for at, others in enumerate(lane) if _is_free(stretch, others)), len(lane))
        if row == len(lane):
            lane.append([])
        lane[row].append(stretch)
        rows.append(row)
    return [max(1, len(lane)) for lane in taken], rows


def _cascade(entries: Sequence[Entry], stretches: Sequence[Stretch], most: int) -> tuple[list[int], list[int]]:
    """One event a row, going down with time, and from the top again where the rows are used up."""
    count = max(1, min(most, len(entries)))
    for rows_used in range(count, most + 1):
        taken: list[list[Stretch]] = [[] for _ in range(rows_used)]
        rows: list[int] = []
        for stretch in stretches:
            last = rows[-1] if rows else -1
            order = [(last + 1 + step) % rows_used for step in range(rows_used)]
            row = next((at for at in order if _is_free(stretch, taken[at])), None)
            if row is None:
                break
            taken[row].append(stretch)
            rows.append(row)
        if len(rows) == len(entries):
            return [rows_used], rows
    return _packed(entries, stretches, 1)


def _is_free(stretch: Stretch, others: Sequence[Stretch]) -> bool:
    return all(stretch.right <= other.left or stretch.left >= other.right for other in others)


def _crowded(
    entries: Sequence[Entry], stretches: Sequence[Stretch], lanes: int, most: int, row: float, left: float
) -> Plan:
    """All marks, and beside them as many texts as find room; `most` is how many rows a lane may have."""
    taken: list[list[list[Stretch]]] = [[[] for _ in range(most)] for _ in range(lanes)]
    last = [-1] * lanes
    bare = [Stretch(entry.event.left, max(entry.event.right, entry.event.left + 1), 0.0) for entry in entries]
    rows = []
    for entry, mark in zip(entries, bare, strict=True):
        lane = entry.event.lane
        order = [(last[lane] + 1 + step) % most for step in range(most)]
        last[lane] = next((at for at in order if _is_free(mark, taken[lane][at])), order[0])
        taken[lane][last[lane]].append(mark)
        rows.append(last[lane])
    kept = [Entry(entry.event, None, None, entry.size, entry.stacked) for entry in entries]
    for at in sorted(range(len(entries)), key=lambda at: not entries[at].event.is_strong):
        others = taken[entries[at].event.lane][rows[at]]
        if stretches[at].text >= left and _is_free(stretches[at], [mark for mark in others if mark is not bare[at]]):
            others.append(stretches[at])
            kept[at] = entries[at]
    counts = [
        1 + max((row for row, e in zip(rows, entries, strict=True) if e.event.lane == at), default=0)
        for at in range(lanes)
    ]
    return Plan(tuple(kept), tuple(stretches), tuple(rows), tuple(counts), row)
