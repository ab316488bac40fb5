"""Tables beside the slide files, as typed columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from kiosk.deck.entry import FromFile
from kiosk.deck.problems import DeckError
from kiosk.deck.records import record

if TYPE_CHECKING:
    from kiosk.deck.reading import Reading

Cell = str | float | None


@record
class Table(FromFile):
    """A rectangular table; a column is numeric where every cell that is not empty is a number."""

    name: str
    """The file's name as the slide file gives it."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """A float in numeric columns, a stripped str in the others, None for an empty cell."""
    lines: tuple[int, ...] = ()
    """The line of the file that each row starts on, counted from 1."""

    def column(self, name: str) -> tuple[Cell, ...]:
        """All cells of a column. Raises ValueError where there is no such column."""
        at = self.columns.index(name)
        return tuple(row[at] for row in self.rows)

    def numeric(self, name: str) -> bool:
        """Whether a column has numbers and no words. Raises ValueError where there is no such column."""
        cells = self.column(name)
        return any(isinstance(cell, float) for cell in cells) and not any(isinstance(cell, str) for cell in cells)

    @classmethod
    def read(cls, raw: Any, reading: Reading) -> Self:
        """The table in a file of the deck's folder. Raises DeckError where it is not there or not sound."""
        if not isinstance(raw, str):
            raise DeckError("the name of a table's file is wanted here, such as `trade.csv`")
        return cls(raw, *reading.table(raw))


def label_text(cell: Cell) -> str:
    """A cell as a label: a year stays `2020`."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.12g}" if abs(cell) < 1e12 else f"{cell:.0f}"  # noqa: PLR2004 - twelve digits, as just said
    return cell
