"""A flow: bands from one place to the next, each as thick as what moves along it."""

from __future__ import annotations

from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError
from kiosk.deck.tables import label_text
from kiosk.deck.values import ColumnName
from kiosk.sentences import sentence


@entry
class Options:
    """Where the flows go; the label column says where they come from."""

    to: ColumnName
    """A flow may go on: where another row's label is what stands here."""


@entry
class Chart(AnyChart):
    """A chart of kind `flow`."""

    kind: Literal["flow"] = "flow"
    options: Options

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_parts(self.table, tuple(series.column for series in self.series), sentence("a flow"))
        self._check_ends()
        self._check_circles()

    def _check_ends(self) -> None:
        for at, cell in enumerate(self.table.column(self.options.to)):
            if cell is None:
                message = sentence("this row does not say where it flows to in the column `{to}`", to=self.options.to)
                raise DeckError(rules.row_fault(self.table, at, message))

    def _check_circles(self) -> None:
        """Nothing flows back to where it came from."""
        starts, ends = self.table.column(self.label), self.table.column(self.options.to)
        onward: dict[str, list[str]] = {}
        for at, (start, end) in enumerate(zip(map(label_text, starts), map(label_text, ends), strict=True)):
            if back := _way(onward, end, start):
                circle = " → ".join((start, *back))
                message = sentence("{circle} is a circle: a flow chart cannot show it", circle=circle)
                raise DeckError(rules.row_fault(self.table, at, message))
            onward.setdefault(start, []).append(end)


def _way(onward: dict[str, list[str]], start: str, end: str) -> list[str]:
    """The places from one to another, both included; none where no way leads there."""
    ways, seen = [[start]], {start}
    for way in ways:
        if way[-1] == end:
            return way
        for following in onward.get(way[-1], []):
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
