"""The report's tables as CSV: a file for each, as spreadsheets on every system read them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kiosk import atomic
from kiosk.deck.cells import harmless
from kiosk.report import Progress
from kiosk.report.asked import Asked
from kiosk.report.tables import Table, tables


def write(asked: Asked, progress: Progress) -> list[Path]:
    """Write NAME-TABLE.csv for each of the tables. Raises OSError."""
    told = list(tables(asked))
    files = []
    for done, table in enumerate(told, start=1):
        file = beside(asked.to, table)
        atomic.write(file, _written(table).encode("utf-8-sig"))  # with the mark that Excel wants
        files.append(file)
        progress(done, len(told))
    return files


def beside(file: Path, table: Table) -> Path:
    """The file of one of several tables."""
    return file.with_name(f"{file.stem}-{table.name}{file.suffix}")


def _written(table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.heads)
    writer.writerows([[harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in table.rows])
    return text.getvalue()
