"""Lines over time, named at their ends."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from kiosk.deck import rules
from kiosk.deck.charts.bar import Reference
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.deck.tables import MOST_ROWS
from kiosk.deck.values import Words
from kiosk.sentences import sentence

MOST_COURSES: Final = 6
"""So many colours lines can be told apart by; `multiples` shows more."""
MOST_EVENTS: Final = 6


@entry
class Event:
    """Something that happened, marked where the table has its moment."""

    at: str
    """A label of the table."""
    text: Words


@entry
class Options:
    """How the lines are drawn."""

    baseline: Literal["zero", "data"] = "zero"
    """Where the value axis starts: at zero, or near the smallest value."""
    reference: Reference | None = None
    events: tuple[Event, ...] = ()
    """What explains the course, such as an opening; at most six."""


@entry
class Chart(AnyChart):
    """A chart of kind `line`."""

    SWITCHED = True
    MOST_ROWS = MOST_ROWS

    kind: Literal["line"] = "line"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_columns_shown(sentence("a line chart"), [series.column for series in self.series], 1, MOST_COURSES)
        check_events(self, self.options.events)


def check_events(chart: AnyChart, events: tuple[Event, ...]) -> None:
    """Events stand at labels of the table, and are few enough to be read."""
    if len(events) > MOST_EVENTS:
        message = sentence(
            "{count} events are too many to be read: at most {most_events} are possible",
            count=len(events),
            most_events=MOST_EVENTS,
        )
        raise DeckError(Fault(message, ("options", "events")))
    for at, event in enumerate(events):
        rules.check_label(chart.table, chart.label, event.at, ("options", "events", at, "at"))
