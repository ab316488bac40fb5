"""Bars: one for each label, or one for each label and series."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import NO_WORDS
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.values import Words


@entry
class Reference:
    """A line across the bars, such as a threshold that was passed."""

    value: float
    label: Words = NO_WORDS

    def __post_init__(self) -> None:
        rules.check_size("value", self.value)


@entry
class Options:
    """How the bars stand."""

    direction: Literal["vertical", "horizontal"] = "vertical"
    arrange: Literal["grouped", "stacked"] = "grouped"
    """What several series do beside one another."""
    sort: Literal["table", "descending"] = "table"
    """`table` keeps the table's order, as time asks for."""
    reference: Reference | None = None


@entry
class Chart(AnyChart):
    """A chart of kind `bar`."""

    kind: Literal["bar"] = "bar"
    options: Options = field(default_factory=Options)
