"""Tables beside the slide files, as typed columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from kiosk.deck.entry import FromFile
from kiosk.deck.records import record

if TYPE_CHECKING:
    from kiosk.deck.reading import Reading

MOST_ROWS: Final = 100_000
MOST_DRAWN: Final = 400
"""So many rows a picture can show; of more, those that show the same are kept."""
INLINE: Final = "table"
"""The name of a table that stands in a slide file: the key that it stands under."""

Cell = str | float | None


@record
class Table(FromFile):
    """A rectangular table; a column is numeric where every cell that is not empty is a number.

    In a slide file the name of a CSV or XLSX file, a part of a workbook as `{file: trade.xlsx, sheet: Trade,
    cells: B2:F20}`, or the table itself as `{columns: [year, value], rows: [[2016, 1], [2017, 2]]}`.
    """

    NOTATION: ClassVar[dict[str, Any]] = {
        "anyOf": [
            {"type": "string", "pattern": r"\.(csv|tsv|txt|xlsx)$"},
            {
                "type": "object",
                "properties": {"file": {"type": "string"}, "sheet": {"type": "string"}, "cells": {"type": "string"}},
                "required": ["file"],
                "additionalProperties": False,
            },
            {
                "type": "object",
                "properties": {
                    "columns": {"type": "array", "items": {"type": ["string", "number"]}},
                    "rows": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": ["string", "number", "null"]}},
                    },
                },
                "required": ["columns", "rows"],
                "additionalProperties": False,
            },
        ]
    }

    name: str
    """The file's name as the slide file gives it; `INLINE` for a table in the slide file itself."""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    """A float in numeric columns, a stripped str in the others, None for an empty cell."""
    lines: tuple[int, ...] = ()
    """The line of the file that each row starts on, counted from 1; for `INLINE`, the row's number."""
    kept: tuple[int, ...] = ()
    """Where rows were left out, for there being more than a picture can show: the places of those that stayed …"""
    count: int = 0
    """… and how many there were."""

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
        """The table that a slide file names or holds. Raises DeckError where it is not there or not sound."""
        name, sheet = reading.table(raw)
        return cls(name, *sheet)


def label_text(cell: Cell) -> str:
    """A cell as a label: a year stays `2020`."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.12g}" if abs(cell) < 1e12 else f"{cell:.0f}"  # noqa: PLR2004 - twelve digits, as just said
    return cell
