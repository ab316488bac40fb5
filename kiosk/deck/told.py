"""What a slide file says under `table`: a file, a part of a workbook, or the rows themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.deck import spreadsheet
from kiosk.deck.problems import DeckError, Fault, instead, quoted
from kiosk.deck.spreadsheet import MOST_FAULTS, Sheet, cells_in, check_header, typed
from kiosk.deck.tables import MOST_ROWS
from kiosk.sentences import sentence

_WANTED: Final = sentence(
    "the name of a table's file is wanted here, such as `trade.csv`, or the table itself: "
    "`{{columns: [year, value], rows: [[2016, 1], [2017, 2]]}}`"
)
_PART: Final = ("file", "sheet", "cells")
_WHOLE: Final = ("columns", "rows")


@dataclass(frozen=True, slots=True)
class Named:
    """A table in a file of the deck's folder."""

    file: str
    sheet: str = ""
    """Of a workbook; its first one where it is not named."""
    cells: str = ""
    """A part of the sheet, such as `B2:F20`; all of it where it is not named."""

    @classmethod
    def read(cls, raw: Any) -> Named:
        """A file's name, or a file with a sheet and its cells. Raises DeckError for anything else."""
        if isinstance(raw, str):
            return cls(raw)
        if not isinstance(raw, dict):
            raise DeckError(_WANTED)
        _check_keys(raw, _PART)
        for key, value in raw.items():
            if not isinstance(value, str | int | float):
                raise DeckError(Fault(sentence("a text is wanted here"), (key,)))
        named = cls(**{key: str(value) for key, value in raw.items()})
        if not named.is_workbook and len(raw) > 1:
            raise DeckError(
                Fault(sentence("{file} has no sheets: only an XLSX workbook has", file=quoted(named.file)), ("file",))
            )
        return named

    @property
    def is_workbook(self) -> bool:
        """Whether it has sheets, by its name."""
        return self.file.lower().endswith(".xlsx")

    def sheet_in(self, path: Path) -> Sheet:
        """Its content. Raises DeckError where that is not sound."""
        if self.is_workbook:
            from kiosk.deck.workbook import read_workbook  # archives and XML: a deck of CSV files does without them

            return read_workbook(path, self.file, self.sheet, self.cells)
        return spreadsheet.read_sheet(path, self.file)

    def place_of(self, path: Path, line: int, column: str) -> int:
        """The column, from 1, in which a cell stands in its file; 1 where that is unclear."""
        if self.is_workbook:
            from kiosk.deck.workbook import column_of  # as above

            return column_of(path, self.sheet, self.cells, column)
        return spreadsheet.place_of(path, line, column)


def written_out(raw: dict[str, Any]) -> Sheet:
    """A table in the slide file itself, typed as CSV is. Raises DeckError where it is not sound."""
    _check_keys(raw, _WHOLE)
    missing = [key for key in _WHOLE if key not in raw]
    if missing:
        raise DeckError(sentence("`{missing}` is missing: {wanted}", missing=missing[0], wanted=_WANTED))
    for key in _WHOLE:
        if not isinstance(raw[key], list):
            raise DeckError(Fault(sentence("a list is wanted here, in square brackets"), (key,)))
    header = tuple(_texts(raw["columns"], ("columns",)))
    try:
        check_header(header, 0)
    except DeckError as wrong:
        raise DeckError(*(Fault(fault.message, ("columns",)) for fault in wrong.faults)) from None
    rows = _rows(raw["rows"], len(header))
    try:
        return typed(header, rows, tuple(range(1, len(rows) + 1)))
    except DeckError as wrong:
        raise DeckError(*(Fault(fault.message, ("rows", fault.line - 1)) for fault in wrong.faults)) from None


def _rows(raw: list[Any], width: int) -> list[tuple[str, ...]]:
    """The rows of a table, each as wide as it should be."""
    if not raw:
        raise DeckError(Fault(sentence("the table has no rows"), ("rows",)))
    if len(raw) > MOST_ROWS:
        raise DeckError(
            Fault(sentence("the table has more than {most_rows:,} rows: sum them up", most_rows=MOST_ROWS), ("rows",))
        )
    faults = []
    for at, row in enumerate(raw):
        if not isinstance(row, list):
            faults.append(Fault(sentence("a row is a list of cells, in square brackets: `[2016, 1]`"), ("rows", at)))
        elif len(row) != width:
            faults.append(
                Fault(
                    sentence(
                        "this row has {has}, `columns` {width}: each row needs as many",
                        has=cells_in(len(row)),
                        width=width,
                    ),
                    ("rows", at),
                )
            )
    if faults:
        raise DeckError(*faults[:MOST_FAULTS])
    return [tuple(_texts(row, ("rows", at))) for at, row in enumerate(raw)]


def _check_keys(raw: dict[str, Any], keys: tuple[str, ...]) -> None:
    for key in raw:
        if key not in keys:
            raise DeckError(
                Fault(
                    sentence("unknown key {key}: {instead}", key=quoted(key), instead=instead(key, _PART + _WHOLE)),
                    (key,),
                    on_key=True,
                )
            )


def _texts(cells: Iterable[Any], where: tuple[str | int, ...]) -> list[str]:
    """Cells as they were typed."""
    texts = []
    for at, cell in enumerate(cells):
        if isinstance(cell, list | dict):
            raise DeckError(Fault(sentence("a number or a text is wanted in a cell"), (*where, at)))
        texts.append("" if cell is None else " ".join(str(cell).split()))
    return texts
