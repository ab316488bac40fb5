"""Tables in XLSX workbooks: numbers as their program keeps them, dates as ISO text."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.deck.files import MIB, read_bytes, refuse_unshowable
from kiosk.deck.package import Unpacked, address, place_of, unpacked
from kiosk.deck.problems import DeckError, Fault, quoted
from kiosk.deck.spreadsheet import ALWAYS_WORDS, MOST_FAULTS, Sheet, check_header, typed
from kiosk.deck.tables import MOST_ROWS, label_text
from kiosk.sentences import sentence

LARGEST: Final = 16 * MIB
_LARGEST_NUMBER: Final = 1e15
"""From here on a number does not fit a screen."""
_OLD: Final = b"\xd0\xcf\x11\xe0"

Box = tuple[int, int, int, int]
"""First row, first column, last row and last column, from 1."""


def read_workbook(path: Path, name: str, sheet: str, cells: str) -> Sheet:
    """The table in a sheet, or in some of its cells. Raises DeckError, with places, where it is not sound."""
    try:
        return _part(path, sheet, cells).table()
    except DeckError as wrong:
        faults = wrong.faults[:MOST_FAULTS]
        raise DeckError(
            *(f if f.at else Fault(f.message, file=name, line=f.line or 1, column=f.column) for f in faults)
        ) from None


def column_of(path: Path, sheet: str, cells: str, name: str) -> int:
    """The number of the sheet's column, from 1, that a table's column is; 1 where that is unclear."""
    try:
        return _part(path, sheet, cells).column_of(name)
    except (DeckError, ValueError):
        return 1


def _part(path: Path, sheet: str, cells: str) -> _Part:
    """The part of a workbook that a table is in."""
    from python_calamine import CalamineError, CalamineWorkbook  # only a deck with workbooks pays for it

    wanted = _box(cells) if cells else None
    data = read_bytes(path, LARGEST)
    if not data:
        raise DeckError(sentence("the file is empty"))
    if data.startswith(_OLD):
        raise DeckError(
            sentence("the workbook has a password, or is an old XLS file: save it as XLSX, without a password")
        )
    found = unpacked(data, sheet)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(found.content)) as book:
            grid = book.get_sheet_by_name(found.sheet)
            top, left = grid.start or (0, 0)
            merged = [(a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in grid.merged_cell_ranges or ()]
            return _Part(grid.to_python(), (top + 1, left + 1), wanted, merged, found)
    except (CalamineError, ValueError, OSError):
        raise DeckError(sentence("the workbook cannot be read: open it and save it as XLSX again")) from None


def _box(cells: str) -> Box:
    """The cells that a text such as `B2:F20` means."""
    first, _, last = cells.replace("$", "").replace(" ", "").partition(":")
    start, end = place_of(first), place_of(last)
    if start is None or end is None or start[0] >= end[0] or start[1] > end[1]:
        raise DeckError(
            Fault(
                sentence("{cells} names no cells with a header and rows: write `B2:F20`", cells=quoted(cells)),
                ("cells",),
            )
        )
    return (*start, *end)


@dataclass(frozen=True, slots=True)
class _Part:
    """The cells of a sheet, and which of them are the table."""

    grid: list[list[Any]]
    start: tuple[int, int]
    """The row and the column of the grid's first cell, from 1."""
    wanted: Box | None
    merged: list[Box]
    unpacked: Unpacked

    def table(self) -> Sheet:
        """The table, its first row the columns' names. Raises DeckError where it is not sound."""
        rows = list(self._rows())
        if not rows:
            raise DeckError(sentence("these cells are empty") if self.wanted else sentence("the sheet is empty"))
        header_row, header = rows[0]
        width = len(header) if self.wanted else max(at + 1 for at, cell in enumerate(header) if cell != "")
        self._refuse_merged(header_row, rows[-1][0], width)
        names = tuple(_written(cell) for cell in header[:width])
        check_header(names, header_row)
        if len(rows) < 2:  # noqa: PLR2004 - the header and a row
            raise DeckError(Fault(sentence("the table has no rows under its header"), line=header_row))
        if len(rows) > MOST_ROWS + 1:
            raise DeckError(
                Fault(
                    sentence("the table has more than {most_rows:,} rows: sum them up", most_rows=MOST_ROWS),
                    line=rows[MOST_ROWS][0],
                )
            )
        self._refuse_wide(rows[1:], width)
        self._refuse_errors(header_row, rows[-1][0], width)
        lines = tuple(row for row, _ in rows[1:])
        columns = [[cells[at] for _, cells in rows[1:]] for at in range(width)]
        texts = typed(
            names, list(zip(*([_written(cell) for cell in column] for column in columns), strict=True)), lines
        )
        kept = [
            [None if cell == "" else float(cell) for cell in column] if _is_numeric(name, column) else list(words)
            for name, column, words in zip(names, columns, zip(*texts[1], strict=True), strict=True)
        ]
        return names, tuple(zip(*kept, strict=True)), lines

    def column_of(self, name: str) -> int:
        """The number of the sheet's column that a table's column is. Raises ValueError where there is none."""
        _, header = next(self._rows())
        return self._left + [_written(cell) for cell in header].index(name)

    @property
    def _left(self) -> int:
        """The table's first column."""
        return self.wanted[1] if self.wanted else self.start[1]

    def _rows(self) -> Iterator[tuple[int, list[Any]]]:
        """The rows of the table that are not empty, each with its number, as wide as the part is."""
        top, left = self.start
        first, begin, last, end = self.wanted or (
            top,
            left,
            top + len(self.grid),
            left + len(max(self.grid, key=len, default=[])) - 1,
        )
        for at, cells in enumerate(self.grid):
            row = top + at
            if first <= row <= last:
                inside = [cells[x - left] if 0 <= x - left < len(cells) else "" for x in range(begin, end + 1)]
                shown = [cell.strip() if isinstance(cell, str) else cell for cell in inside]
                if any(cell != "" for cell in shown):
                    yield row, shown

    def _refuse_merged(self, first: int, last: int, width: int) -> None:
        left, right = self._left, self._left + width - 1
        faults = [
            Fault(
                sentence(
                    "the cells {first}:{last} are merged: split them, and fill in each of them",
                    first=address(a, b),
                    last=address(c, d),
                ),
                line=a,
                column=b,
            )
            for a, b, c, d in self.merged
            if a <= last and c >= first and b <= right and d >= left
        ]
        if faults:
            raise DeckError(*faults)

    def _refuse_wide(self, rows: list[tuple[int, list[Any]]], width: int) -> None:
        faults = []
        for row, cells in rows:
            beyond = next((at for at in range(width, len(cells)) if cells[at] != ""), None)
            if beyond is not None:
                cell = address(row, self._left + beyond)
                message = sentence(
                    "{cell} has something in it, but its column has no name in the first row: "
                    "name it, or say which cells are the table, as in `cells: B2:F20`",
                    cell=cell,
                )
                faults.append(Fault(message, line=row, column=self._left + beyond))
        if faults:
            raise DeckError(*faults)

    def _refuse_errors(self, first: int, last: int, width: int) -> None:
        faults = [
            Fault(
                sentence(
                    "{cell} has the error {text}: put it right in the workbook",
                    cell=address(row, column),
                    text=quoted(text),
                ),
                line=row,
                column=column,
            )
            for (row, column), text in sorted(self.unpacked.errors.items())
            if first <= row <= last and self._left <= column < self._left + width
        ]
        if faults:
            raise DeckError(*faults)


def _is_numeric(name: str, column: list[Any]) -> bool:
    """Whether every cell of a column that is not empty is a number that fits a screen."""
    numbers = [cell for cell in column if cell != ""]
    return (
        name not in ALWAYS_WORDS
        and bool(numbers)
        and all(
            isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < _LARGEST_NUMBER
            for cell in numbers
        )
    )


def _written(cell: Any) -> str:
    """A cell as text: a year stays `2020`, a date is `2020-12-25`."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return label_text(float(cell))
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    text = " ".join(str(cell).split())
    refuse_unshowable(text)
    return text
