"""Dumbbells: two numbers of each row as dots on one line, for what changed or what differs."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.sentences import sentence


@entry
class Options:
    """How the rows follow one another."""

    sort: Literal["second", "table"] = "second"
    """`second`: the row with the largest number in the second column first."""


@entry
class Chart(AnyChart):
    """A chart of kind `dumbbell`."""

    MOST_ROWS = 24

    kind: Literal["dumbbell"] = "dumbbell"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_columns_shown(sentence("a dumbbell"), [series.column for series in self.series], 2, 2)
