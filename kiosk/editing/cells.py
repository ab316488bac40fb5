"""The cells of a CSV file, changed one by one: every other line stays as its spreadsheet wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kiosk.deck.spreadsheet import delimiter_of

_NEEDS_QUOTES: Final = re.compile(r"[\"\r\n]|^\s|\s$")


@dataclass(frozen=True, slots=True)
class Record:
    """A row that is not empty: where it stands, and where each of its cells does."""

    start: int
    end: int
    """Behind its last cell, before its line's end."""
    cells: tuple[tuple[int, int], ...]


class Cells:
    """The text of a CSV file, taken apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._delimiter = delimiter_of(text)
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._records = [record for record in self._parse() if any(text[a:b].strip() for a, b in record.cells)]

    def _parse(self) -> list[Record]:
        records, cells, quoted, start, begin = [], [], False, 0, 0
        for at, sign in enumerate(self.text):
            if sign == '"':
                quoted = not quoted
            elif quoted:
                continue
            elif sign == self._delimiter:
                cells.append((begin, at))
                begin = at + 1
            elif sign == "\n":
                end = at - self.text.startswith("\r\n", at - 1)
                records.append(Record(start, end, (*cells, (begin, end))))
                cells, start, begin = [], at + 1, at + 1
        if start < len(self.text):
            records.append(Record(start, len(self.text), (*cells, (begin, len(self.text)))))
        return records

    def rows(self) -> list[list[str]]:
        """What the cells say, row by row, the first one with the columns' names; all as long as that."""
        rows = [[self._said(*cell) for cell in record.cells] for record in self._records]
        width = len(rows[0]) if rows else 0
        while width and not rows[0][width - 1]:
            width -= 1
        return [(row + [""] * width)[:width] for row in rows]

    def _said(self, start: int, end: int) -> str:
        cell = self.text[start:end].strip()
        quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
        return cell[1:-1].replace('""', '"').strip() if quoted else cell

    def put(self, row: int, column: int, said: str) -> str:
        """The text with another cell; a row beyond the last one is a new one."""
        if row >= len(self._records):
            width = len(self.rows()[0])
            return self.with_row(["" if at != column else said for at in range(width)])
        record = self._records[row]
        missing = column - len(record.cells) + 1
        if missing > 0:
            place = record.end
            return self.text[:place] + self._delimiter * missing + self._written(said) + self.text[place:]
        start, end = record.cells[column]
        if self._said(start, end) == said:
            return self.text
        quoted = self.text[start:end].strip().startswith('"')
        return self.text[:start] + self._written(said, quoted=quoted) + self.text[end:]

    def with_row(self, row: list[str], after: int = -1) -> str:
        """The text with one more row, at its end or behind another."""
        place = self._records[after].end
        return self.text[:place] + self._newline + self._delimiter.join(map(self._written, row)) + self.text[place:]

    def without_row(self, row: int) -> str:
        """The text without a row."""
        record = self._records[row]
        follows = self.text.find("\n", record.end)
        if follows < 0:
            return self.text[: record.start].rstrip("\r\n")
        return self.text[: record.start] + self.text[follows + 1 :]

    def _written(self, said: str, *, quoted: bool = False) -> str:
        """A cell as it is to stand there, in quotes where it needs them or had them before."""
        if quoted or self._delimiter in said or _NEEDS_QUOTES.search(said):
            return '"' + said.replace('"', '""') + '"'
        return said
