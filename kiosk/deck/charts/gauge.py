"""Gauges: each row one value on a half ring, between the least and the most that it can be."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from kiosk.deck import rules
from kiosk.deck.charts.bar import Reference
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.sentences import sentence


@entry
class Options:
    """The range of the half rings, in the chart's unit."""

    least: float = 0
    """Where the scale begins."""
    most: float = 100
    """Where it ends."""
    target: Reference | None = None
    """A mark on every half ring, such as a goal, with its label."""

    def __post_init__(self) -> None:
        for key, value in (("least", self.least), ("most", self.most)):
            rules.check_size(key, value)
        if self.least >= self.most:
            raise DeckError(
                Fault(
                    sentence(
                        "`most` is {most:g}: it must be more than `least`, {least:g}", most=self.most, least=self.least
                    ),
                    ("most",),
                )
            )
        if self.target and not self.least <= self.target.value <= self.most:
            message = sentence(
                "the target {value:g} must be between {least:g} and {most:g}",
                value=self.target.value,
                least=self.least,
                most=self.most,
            )
            raise DeckError(Fault(message, ("target", "value")))


@entry
class Chart(AnyChart):
    """A chart of kind `gauge`."""

    MOST_ROWS: ClassVar[int] = 6

    kind: Literal["gauge"] = "gauge"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = tuple(series.column for series in self.series)
        rules.check_one_column(columns, sentence("a gauge"))
        rules.check_between(self.table, columns, self.options.least, self.options.most)
