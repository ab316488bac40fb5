"""Reports on what visitors did: for people as PDF and HTML, for their own tools as CSV, XLSX and Parquet."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, Protocol

from kiosk.report.asked import Asked

FORMS: Final = {".pdf": "paper", ".html": "webpage", ".xlsx": "workbook", ".csv": "plain", ".parquet": "columnar"}
"""The module that writes files with an ending."""
Progress = Callable[[int, int], None]
"""Is told how many steps of how many are done; may raise what ends the report."""


class Form(Protocol):
    """A module of `FORMS`."""

    def write(self, asked: Asked, progress: Progress) -> list[Path]:
        """Write the report, each file whole or not at all, and give the files. Raises OSError.

        Raises ValueError in plain words where something is missing on this machine.
        """


def form_of(file: Path) -> Form:
    """What writes such a file. Raises ValueError in plain words for an ending that no form has."""
    if file.suffix not in FORMS:
        raise ValueError(f"A report cannot be written as {file.suffix or file.name!r}, but as {', '.join(FORMS)}.")
    module: Form = import_module(f"kiosk.report.{FORMS[file.suffix]}")
    return module
