"""Copies what the booth wrote (visits, reports, status) to a stick."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.sentences import sentence, why

_DATABASE: Final = "visits.db"
_STATUS: Final = "status.json"
_SPARE: Final = 1_000_000
"""Bytes that are to be free on the stick beside what is copied."""


def export(state: Path, reports: Path, drives: Callable[[], list[Path]]) -> tuple[str, str]:
    """The folder that was written, or else why there is none: "" where no drive is plugged in.

    The folder has its name when everything in it is on the stick, and the stick may be pulled out.
    """
    found = drives()
    if not found:
        return "", ""
    folder = found[0] / time.strftime("kiosk-%Y%m%d-%H%M%S")
    part = folder.with_name(f".{folder.name}.part")
    try:
        files = [path for path in (state / _STATUS, *sorted(reports.glob("*.txt"))) if path.is_file()]
        database = state / _DATABASE
        size = sum(path.stat().st_size for path in (*files, *state.glob(f"{_DATABASE}*")))
        free = shutil.disk_usage(found[0]).free
        if free < size + _SPARE:
            return "", f"{found[0]}: {free >> 20} MiB < {(size + _SPARE) >> 20} MiB"
        part.mkdir()
        for file in files:
            shutil.copyfile(file, part / file.name)
        if database.is_file():
            from kiosk.databases import copy

            copy(database, part / _DATABASE)
        for path in (*part.iterdir(), part):
            _to_disk(path)
        part.rename(folder)
        _to_disk(found[0])
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        return "", sentence("{file}: {why}", file=error.filename or found[0], why=why(error))
    return str(folder), ""


def _to_disk(path: Path) -> None:
    """Have what was written to a file or a folder be on its disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
