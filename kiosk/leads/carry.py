"""Copies the sealed leads to a stick, on which the organiser carries them home; nothing is deleted by it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kiosk.atomic import keep_names
from kiosk.databases import copy
from kiosk.leads.store import file_in
from kiosk.sentences import sentence, why

_SPARE: Final = 1_000_000
"""Bytes that are to be free on the stick beside what is copied."""


def carry(state: Path, drives: Callable[[], list[Path]]) -> tuple[str, str]:
    """The file that was written, or else why there is none: "" where no drive is plugged in.

    The file has its name when all of it is on the stick, and the stick may be pulled out.
    """
    found = drives()
    if not found:
        return "", ""
    source = file_in(state)
    target = found[0] / time.strftime("kiosk-contacts-%Y%m%d-%H%M%S.db")
    part = target.with_name(f".{target.name}.part")
    try:
        size = source.stat().st_size + _SPARE
        if (free := shutil.disk_usage(found[0]).free) < size:
            return "", f"{found[0]}: {free >> 20} MiB < {size >> 20} MiB"
        copy(source, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.rename(target)
        keep_names(target.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        return "", sentence("{file}: {why}", file=error.filename or found[0], why=why(error))
    return str(target), ""
