"""A donut: the rows are the parts of one whole."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import NO_WORDS
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.values import Words


@entry
class Options:
    """What stands in the donut's hole."""

    centre: Words = NO_WORDS
    """A few words under the total; without them the hole shows the total alone."""


@entry
class Chart(AnyChart):
    """A chart of kind `donut`."""

    MOST_ROWS = 12

    kind: Literal["donut"] = "donut"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_parts(self.table, tuple(series.column for series in self.series))
