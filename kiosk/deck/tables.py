"""Tables beside the slide files: CSV as spreadsheets really write it, read into typed columns."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Table:
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
