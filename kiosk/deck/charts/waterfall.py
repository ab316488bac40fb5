"""A waterfall: how changes lead from one total to another."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError
from kiosk.deck.tables import label_text
from kiosk.sentences import sentence

ROUNDING = 0.005
"""How far a total may be from the sum of what leads to it, as a part of the larger one."""


@entry
class Options:
    """Which rows are no changes, and where the bars stand."""

    totals: tuple[str, ...] = ()
    """The labels of rows that say what was reached, such as the first and the last year."""
    baseline: Literal["zero", "data"] = "zero"
    """`data`: the totals are torn, so that changes that are small beside them can be seen."""


@entry
class Chart(AnyChart):
    """A chart of kind `waterfall`."""

    MOST_ROWS = 20

    kind: Literal["waterfall"] = "waterfall"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_one_column(tuple(series.column for series in self.series), sentence("a waterfall"))
        for at, total in enumerate(self.options.totals):
            rules.check_label(self.table, self.label, total, ("options", "totals", at))
        self._check_totals()

    def _check_totals(self) -> None:
        """A total is what the rows before it lead to; one that opens the chart may be anything."""
        labels, values = self.table.column(self.label), self.table.column(self.series[0].column)
        reached: float | None = None
        for at, (label, value) in enumerate(zip(labels, values, strict=True)):
            if not isinstance(value, float):
                continue
            if label_text(label) not in self.options.totals:
                reached = (reached or 0.0) + value
                continue
            if reached is not None and abs(value - reached) > ROUNDING * max(abs(value), abs(reached)):
                message = sentence(
                    "the total is {value:g}, but the rows before it lead to {reached:.12g}",
                    value=value,
                    reached=reached,
                )
                raise DeckError(rules.row_fault(self.table, at, message))
            reached = value
