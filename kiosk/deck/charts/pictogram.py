"""A pictogram: each row a count, drawn as repeated icons."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from kiosk.deck import rules
from kiosk.deck.entry import entry
from kiosk.deck.model import Chart as AnyChart
from kiosk.deck.problems import DeckError, Fault
from kiosk.sentences import sentence

MOST_ICONS = 100
"""In a row."""


@entry
class Options:
    """What the icons are, and what one of them stands for."""

    icon: Literal["dot", "person", "train", "container", "building", "plane"] = "dot"
    """What is drawn again and again."""
    each: float | None = None
    """How many, in the chart's unit, one icon stands for; a round number that gives up to 20 in a row without it."""

    def __post_init__(self) -> None:
        if self.each is not None and self.each <= 0:
            raise DeckError(Fault(sentence("one icon must stand for more than zero"), ("each",)))


@entry
class Chart(AnyChart):
    """A chart of kind `pictogram`."""

    MOST_ROWS: ClassVar[int] = 12

    kind: Literal["pictogram"] = "pictogram"
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        super().__post_init__()
        columns = tuple(series.column for series in self.series)
        rules.check_parts(self.table, columns, sentence("a pictogram"))
        most = max(cell for cell in self.table.column(columns[0]) if isinstance(cell, float))
        if self.options.each and most > MOST_ICONS * self.options.each:
            message = sentence(
                "{most:g} would be more than {most_icons} icons: let one stand for {each:g} or more",
                most=most,
                most_icons=MOST_ICONS,
                each=most / MOST_ICONS,
            )
            raise DeckError(Fault(message, ("options", "each")))
