"""The report's tables as one XLSX workbook: a sheet for each, with heads that stay and columns that can be filtered."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from kiosk import atomic
from kiosk.deck.cells import harmless
from kiosk.deck.report_words import report_words
from kiosk.report import Progress
from kiosk.report.asked import Asked
from kiosk.report.tables import Table, tables

_WIDEST: Final = 48
"""Letters of a column; longer texts go on behind the next one."""
_FAR_EAST: Final = 0x2E80
"""From here on characters are as wide as two letters."""
_NEVER: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the same report gives the same bytes


def write(asked: Asked, progress: Progress) -> list[Path]:
    """Write one file. Raises OSError."""
    from xlsxwriter import Workbook

    told = list(tables(asked))
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(data, options)
    book.set_properties({"title": report_words(asked.language).title, "created": _NEVER})
    heads = book.add_format({"bold": True, "bottom": 1})
    for done, table in enumerate(told, start=1):
        _sheet(book.add_worksheet(table.name), table, heads)
        progress(done, len(told))
    book.close()
    atomic.write(asked.to, data.getvalue())
    return [asked.to]


def _sheet(sheet: Any, table: Table, heads: Any) -> None:
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, table.heads, heads)
    for line, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(line, column, harmless(cell))
            else:
                sheet.write_number(line, column, cell)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)
    for column, head in enumerate(table.heads):
        widest = max((_width(str(row[column])) for row in table.rows), default=0)
        sheet.set_column(column, column, min(_WIDEST, max(len(head) + 3, widest + 1)))


def _width(text: str) -> int:
    return sum(2 if ord(letter) >= _FAR_EAST else 1 for letter in text)
