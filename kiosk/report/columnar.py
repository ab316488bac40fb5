"""The report's tables as Parquet: a file for each, typed, for programs that reckon with them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Final

from kiosk import atomic
from kiosk.report import Progress
from kiosk.report.asked import Asked
from kiosk.report.plain import beside
from kiosk.report.tables import Table, tables

_TYPES: Final = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE"}
_MISSING: Final = (
    "Parquet needs a library that is not installed here: `pip install 'kiosk-booth[parquet]'`. "
    "CSV and XLSX have the same tables."
)


def write(asked: Asked, progress: Progress) -> list[Path]:
    """Write NAME-TABLE.parquet for each of the tables. Raises OSError, and ValueError where the library is missing."""
    try:
        import duckdb  # noqa: F401 - whether it is there
    except ImportError:
        raise ValueError(_MISSING) from None
    told = list(tables(asked))
    files = []
    with tempfile.TemporaryDirectory(prefix="kiosk-report-") as folder:
        for done, table in enumerate(told, start=1):
            file = beside(asked.to, table)
            atomic.write(file, _written(table, Path(folder) / "table.parquet"))
            files.append(file)
            progress(done, len(told))
    return files


def _written(table: Table, file: Path) -> bytes:
    """The table by way of a file of lines in JSON, which the library reads at once; row by row it takes seconds."""
    import duckdb

    columns = ", ".join(f'"{head}" {_TYPES[kind]}' for head, kind in zip(table.heads, table.types, strict=True))
    lines = file.with_suffix(".jsonl")
    lines.write_text(
        "".join(f"{json.dumps(dict(zip(table.heads, row, strict=True)))}\n" for row in table.rows), encoding="utf-8"
    )
    with duckdb.connect() as database:
        database.execute(f"CREATE TABLE told ({columns})")
        if table.rows:
            types = {head: _TYPES[kind] for head, kind in zip(table.heads, table.types, strict=True)}
            read = f"read_json(?, format = 'newline_delimited', columns = {types})"
            database.execute(f"INSERT INTO told SELECT * FROM {read}", [str(lines)])  # noqa: S608 - names of our own
        said = str(file).replace("'", "''")
        database.execute(f"COPY told TO '{said}' (FORMAT parquet)")
    return file.read_bytes()
