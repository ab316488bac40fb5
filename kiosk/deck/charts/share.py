"""Shares of a whole: each row is a part of its own total, drawn as a bar on a track."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.sentences import sentence


@entry
class Options:
    """What the shares are parts of."""

    whole: float = 100
    """The full length of a track, in the chart's unit."""

    def __post_init__(self) -> None:
        rules.check_size("whole", self.whole)
        if self.whole <= 0:
            raise DeckError(Fault(sentence("the whole must be more than zero"), ("whole",)))


@entry
class Chart(AnyChart):
    """A chart of kind `share`."""

    MOST_ROWS = 12

    kind: Literal["share"] = "share"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_shares(self.table, tuple(series.column for series in self.series), self.options.whole)
