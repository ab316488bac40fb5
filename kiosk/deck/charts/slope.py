"""Slopes: from each row's number in one column to its number in another, for two moments."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.sentences import sentence


@entry
class Options:
    """Slopes need none."""


@entry
class Chart(AnyChart):
    """A chart of kind `slope`."""

    MOST_ROWS = 16

    kind: Literal["slope"] = "slope"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_columns_shown(sentence("a slope"), [series.column for series in self.series], 2, 2)
