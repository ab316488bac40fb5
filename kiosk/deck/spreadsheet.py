"""CSV and TSV as spreadsheets really write them: any encoding, delimiter and way to write numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.deck.files import MIB, read_bytes, refuse_other_kinds, refuse_unshowable
from kiosk.deck.notation import numeric_columns
from kiosk.deck.problems import DeckError, Fault, quoted
from kiosk.deck.tables import MOST_ROWS, Cell
from kiosk.sentences import sentence

LARGEST: Final = 8 * MIB
MOST_COLUMNS: Final = 30
ALWAYS_WORDS: Final = frozenset({"qualifier", "source", "note"})
"""Columns that say something about their rows, even where that looks like a number."""
LONGEST_CELL: Final = 1_000
"""Characters, as in a text of a slide file; far longer ones take the screen seconds to lay out."""
MOST_FAULTS: Final = 10
"""Of one table; the rest is seldom another mistake."""

Sheet = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], tuple[int, ...]]
"""The columns, the rows and the line that each row starts on."""


def read_sheet(path: Path, name: str) -> Sheet:
    """The table in a CSV or TSV file. Raises DeckError, with places in the file, where it is not sound."""
    if path.suffix.lower() not in {".csv", ".tsv", ".txt"}:
        raise DeckError(sentence("{name} is not a table that Kiosk reads: save it as CSV", name=quoted(name)))
    try:
        return _Sheet.parse(_text(path)).typed()
    except DeckError as wrong:
        faults = wrong.faults[:MOST_FAULTS]
        raise DeckError(*(Fault(f.message, file=name, line=f.line or 1, column=f.column) for f in faults)) from None


def _text(path: Path) -> str:
    data = read_bytes(path, LARGEST)
    if not data.strip():
        raise DeckError(sentence("the file is empty"))
    refuse_other_kinds(data)
    text = _decoded(data)
    refuse_unshowable(text)
    return text


def _decoded(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
    raise DeckError(Fault(sentence("this is not text in UTF-8: save the table as “CSV UTF-8”"), line=line))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A table before its numbers are understood."""

    delimiter: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    @classmethod
    def parse(cls, text: str) -> _Sheet:
        """Split a text into cells, all rows as long as the header. Raises DeckError where that is not possible."""
        delimiter = delimiter_of(text)
        records = _records(text, delimiter)
        header_line, header = next(records, (1, []))
        header = _trimmed(header)
        check_header(header, header_line)
        rows, lines, faults = [], [], []
        for line, record in records:
            cells = _trimmed(record)
            if len(cells) > len(header):
                faults.append(_ragged(line, len(cells), len(header)))
            elif len(record) < len(header):
                faults.append(_ragged(line, len(record), len(header)))
            if len(faults) >= MOST_FAULTS:
                break
            rows.append((*cells, *[""] * (len(header) - len(cells))))
            lines.append(line)
        if faults:
            raise DeckError(*faults)
        if not rows:
            raise DeckError(Fault(sentence("the table has no rows under its header"), line=header_line))
        return cls(delimiter, tuple(header), tuple(rows), tuple(lines))

    def typed(self) -> Sheet:
        """The table with its numbers understood."""
        return typed(self.header, self.rows, self.lines, self.delimiter)


def typed(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]], lines: tuple[int, ...], delimiter: str = ","
) -> Sheet:
    """A table with the numbers understood that were typed as text. Raises DeckError where a cell is far too long."""
    _refuse_long(rows, lines)
    columns = [[row[at] for row in rows] for at in range(len(header))]
    numeric = numeric_columns(columns, delimiter)
    cells = [
        [cell or None for cell in words] if numbers is None or name in ALWAYS_WORDS else numbers
        for name, words, numbers in zip(header, columns, numeric, strict=True)
    ]
    return header, tuple(zip(*cells, strict=True)), lines


def _refuse_long(rows: Sequence[tuple[str, ...]], lines: Sequence[int]) -> None:
    faults = [
        Fault(
            sentence(
                "a cell of this row has {longest:,} characters, {longest_cell:,} are the most",
                longest=longest,
                longest_cell=LONGEST_CELL,
            ),
            line=line,
        )
        for row, line in zip(rows, lines, strict=True)
        if (longest := max(map(len, row), default=0)) > LONGEST_CELL
    ]
    if faults:
        raise DeckError(*faults[:MOST_FAULTS])


def place_of(path: Path, line: int, name: str) -> int:
    """The column of a file's text, from 1, where a line's cell of a named column begins; 1 where that is unclear."""
    try:
        text = _text(path)
        delimiter = delimiter_of(text)
        _, header = next(_records(text, delimiter))
        row = re.split(r"\r\n|\n|\r", text)[line - 1]
        before = header.index(name)
    except (DeckError, StopIteration, ValueError, IndexError):
        return 1
    in_quotes = False
    for at, character in enumerate(row):
        if not before:
            return at + 1
        in_quotes ^= character == '"'
        before -= character == delimiter and not in_quotes
    return len(row) + 1 if not before else 1


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line that it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    count = 0
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
            if any(cells):
                count += 1
                if count > MOST_ROWS + 1:
                    raise DeckError(
                        Fault(
                            sentence("the table has more than {most_rows:,} rows: sum them up", most_rows=MOST_ROWS),
                            line=line,
                        )
                    )
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        message = sentence("this cell is not understood: a quotation mark is probably opened, but not closed")
        raise DeckError(Fault(message, line=line)) from None


def delimiter_of(text: str) -> str:
    """The sign between cells: the one of the header, quoted parts aside, that stands there most often."""
    header = next((line for line in text.splitlines() if line.strip(",;\t ")), "")
    plain = "".join(header.split('"')[::2])
    return max(",;\t", key=plain.count)


def _trimmed(cells: list[str]) -> list[str]:
    """Cells without the empty ones at the end."""
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def check_header(header: Sequence[str], line: int) -> None:
    """Raise DeckError where a table's first row does not name each of its columns."""
    faults = []
    if len(header) > MOST_COLUMNS:
        raise DeckError(
            Fault(
                sentence(
                    "the table has {count} columns, {most_columns} are the most",
                    count=len(header),
                    most_columns=MOST_COLUMNS,
                ),
                line=line,
            )
        )
    for at, name in enumerate(header):
        if not name:
            faults.append(Fault(sentence("column {number} has no name in the first row", number=at + 1), line=line))
        elif name in header[:at]:
            faults.append(
                Fault(sentence("two columns are named {name}: give each its own name", name=quoted(name)), line=line)
            )
    if faults:
        raise DeckError(*faults)


def _ragged(line: int, has: int, wanted: int) -> Fault:
    return Fault(
        sentence(
            "this row has {has}, the first row {wanted}: "
            "each row needs as many; a cell with the delimiter in it needs quotes",
            has=cells_in(has),
            wanted=wanted,
        ),
        line=line,
    )


def cells_in(count: int) -> str:
    """So many cells, as part of a sentence."""
    return sentence("1 cell") if count == 1 else sentence("{count} cells", count=count)
