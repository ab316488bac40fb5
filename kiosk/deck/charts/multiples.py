"""Small multiples: a small panel for each series, all on one scale."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.tables import MOST_ROWS
from kiosk.sentences import sentence

MOST_PANELS: Final = 16
MOST_BARS: Final = 24


@entry
class Options:
    """What the panels show."""

    form: Literal["line", "bar"] = "line"
    """Whether each panel shows its values as a line or as bars."""


@entry
class Chart(AnyChart):
    """A chart of kind `multiples`."""

    MOST_ROWS = MOST_ROWS

    kind: Literal["multiples"] = "multiples"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_columns_shown(
            sentence("a chart of small multiples"), [series.column for series in self.series], 2, MOST_PANELS
        )
        if self.options.form == "bar":
            rules.check_rows(self.table, self.kind, MOST_BARS)
