"""A treemap: the rows are the parts of one whole, each a tile as large as its value."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.deck.values import ColumnName
from kiosk.sentences import sentence

MOST_GROUPS = 7
"""As many as there are colours to tell them apart."""


@entry
class Options:
    """How the tiles belong together."""

    group: ColumnName | None = None
    """The column that says which group a row is of; the groups lie side by side, each in its own colour."""


@entry
class Chart(AnyChart):
    """A chart of kind `treemap`."""

    kind: Literal["treemap"] = "treemap"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_parts(self.table, tuple(series.column for series in self.series), sentence("a treemap"))
        self._check_groups()

    def _check_groups(self) -> None:
        column = self.options.group
        if not column:
            return
        cells = self.table.column(column)
        missing = next((at for at, cell in enumerate(cells) if cell is None), None)
        if missing is not None:
            raise DeckError(
                rules.row_fault(
                    self.table, missing, sentence("this row has no group in the column `{column}`", column=column)
                )
            )
        if len(set(cells)) > MOST_GROUPS:
            message = sentence(
                "a treemap shows up to {most_groups} groups: `{column}` has {count}",
                most_groups=MOST_GROUPS,
                column=column,
                count=len(set(cells)),
            )
            raise DeckError(Fault(message, ("options", "group")))
