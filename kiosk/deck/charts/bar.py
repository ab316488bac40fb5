"""Bars: one for each label, or one for each label and series."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import NO_WORDS
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.deck.values import Words
from kiosk.sentences import sentence

MOST_PARTS: Final = 6
"""So many colours a bar's parts can be told apart by."""


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
    """Which way the bars grow; long labels have more room beside horizontal ones."""
    arrange: Literal["grouped", "stacked", "percent"] = "grouped"
    """What several series do: stand side by side, on one another, or share out 100 % of each label's bar."""
    sort: Literal["table", "descending"] = "table"
    """`table` keeps the table's order, as time asks for."""
    reference: Reference | None = None


@entry
class Chart(AnyChart):
    """A chart of kind `bar`."""

    SWITCHED = True

    kind: Literal["bar"] = "bar"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.options.arrange == "percent":
            columns = tuple(series.column for series in self.series)
            rules.check_columns_shown(sentence("a bar of 100 %"), columns, 2, MOST_PARTS)
            rules.check_wholes(self.table, columns, sentence("a bar of 100 %"))
            if self.options.reference:
                message = sentence("bars of 100 % all end at one height: remove the reference line")
                raise DeckError(Fault(message, ("options", "reference")))

    @property
    def shows_unit(self) -> bool:
        """Not where all bars end at 100 %."""
        return self.options.arrange != "percent"
