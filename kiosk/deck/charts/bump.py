"""Bumps: how rows rank among one another, from moment to moment; each column is a moment."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.sentences import sentence

MOST_MOMENTS: Final = 16


@entry
class Options:
    """Bumps need none."""


@entry
class Chart(AnyChart):
    """A chart of kind `bump`."""

    MOST_ROWS = 20

    kind: Literal["bump"] = "bump"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        rules.check_columns_shown(sentence("a bump chart"), [series.column for series in self.series], 2, MOST_MOMENTS)

    @property
    def shows_unit(self) -> bool:
        """Ranks have none."""
        return False
