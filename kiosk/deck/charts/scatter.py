"""A scatter: each row a point, as far right and as far up as two of its numbers say, and as large as a third."""

from __future__ import annotations

from typing import ClassVar, Literal

from kiosk.deck import rules
from kiosk.deck.columns import Measure
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault, quoted
from kiosk.deck.tables import MOST_ROWS
from kiosk.sentences import sentence


@entry
class Options:
    """What a point's place and size say besides its height, which is the chart's series."""

    across: Measure
    """How far right a point stands."""
    size: Measure | None = None
    """How large its area is; without it all points are alike."""
    labels: Literal["auto", "all", "highlight"] = "auto"
    """`auto` names the points that matter most as far as there is room, `all` tries each of them."""


@entry
class Chart(AnyChart):
    """A chart of kind `scatter`."""

    MOST_ROWS: ClassVar[int] = MOST_ROWS
    CLOUD = True

    kind: Literal["scatter"] = "scatter"
    options: Options

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = tuple(series.column for series in self.series)
        rules.check_one_column(columns, sentence("a scatter"))
        if self.options.size:
            rules.check_not_negative(self.table, (self.options.size.column,), sentence("the size of a point"))
        pairs = zip(self.table.column(columns[0]), self.table.column(self.options.across.column), strict=True)
        if not any(up is not None and across is not None for up, across in pairs):
            raise DeckError(
                Fault(
                    sentence(
                        "no row of {table} has a number in both {up} and {across}",
                        table=quoted(self.table.name),
                        up=quoted(columns[0]),
                        across=quoted(self.options.across.column),
                    ),
                    ("table",),
                )
            )
