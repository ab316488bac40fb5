"""A timeline: points and spans in time, in lanes where the table has some."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.columns import Measure
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.deck.units import DATES
from kiosk.deck.values import ColumnName, Unit
from kiosk.sentences import sentence

MOST_LANES = 7
"""As many as there are colours to tell them apart."""


@entry
class Options:
    """What a timeline shows besides what happened, which is the label, and when it began, which is the series."""

    end: Measure | None = None
    """When it ended; a row without an end is a moment."""
    lane: ColumnName | None = None
    """The column that says which lane a row is in; the lanes lie below one another, in the table's order."""


@entry
class Chart(AnyChart):
    """A chart of kind `timeline`. Its numbers are years: 2020.5 is the first of July 2020."""

    kind: Literal["timeline"] = "timeline"
    unit: Unit = Unit("year")
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_one_column(tuple(series.column for series in self.series), sentence("a timeline"))
        if self.unit.noun not in DATES or self.unit.scale != 1:
            raise DeckError(Fault(sentence("a timeline counts in years: remove the line `unit`"), ("unit",)))
        self._check_ends()
        self._check_lanes()

    def _check_ends(self) -> None:
        """Nothing ends before it begins."""
        if not self.options.end:
            return
        pairs = zip(self.table.column(self.series[0].column), self.table.column(self.options.end.column), strict=True)
        for at, (begin, end) in enumerate(pairs):
            if isinstance(end, float) and not (isinstance(begin, float) and begin <= end):
                message = sentence("this row ends, {end:g}, before it has begun", end=end)
                if isinstance(begin, float):
                    message = sentence("this row ends, {end:g}, before its beginning, {begin:g}", end=end, begin=begin)
                raise DeckError(rules.row_fault(self.table, at, message))

    def _check_lanes(self) -> None:
        column = self.options.lane
        if not column:
            return
        cells = self.table.column(column)
        if None in cells:
            message = sentence("this row has no lane in the column `{column}`", column=column)
            raise DeckError(rules.row_fault(self.table, cells.index(None), message))
        if len(set(cells)) > MOST_LANES:
            message = sentence(
                "a timeline shows up to {most_lanes} lanes: `{column}` has {count}",
                most_lanes=MOST_LANES,
                column=column,
                count=len(set(cells)),
            )
            raise DeckError(Fault(message, ("options", "lane")))
