"""Areas over time, stacked where there are several."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.charts.bar import Reference
from kiosk.deck.charts.line import MOST_COURSES, Event, check_events
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.tables import MOST_ROWS
from kiosk.sentences import sentence


@entry
class Options:
    """How the areas are drawn."""

    reference: Reference | None = None
    events: tuple[Event, ...] = ()
    """What explains the course, such as an opening; at most six."""


@entry
class Chart(AnyChart):
    """A chart of kind `area`."""

    SWITCHED = True
    MOST_ROWS = MOST_ROWS

    kind: Literal["area"] = "area"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = tuple(series.column for series in self.series)
        rules.check_columns_shown(sentence("an area chart"), columns, 1, MOST_COURSES)
        if len(columns) > 1:
            rules.check_not_negative(self.table, columns, sentence("an area on another one"))
        check_events(self, self.options.events)
