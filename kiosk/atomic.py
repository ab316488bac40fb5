"""Files that are there whole or not at all, whatever happens to the machine while they are written."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

_LEFT_S: Final = 3600.0
"""A file that is not finished after so long never will be: who wrote it was killed."""


def write(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put a file in the place of another, or where there was none. Raises OSError; then all is as it was.

    `mode` says who may read it, as far as the process's umask lets them.
    """
    with replacing(path, mode=mode) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, *, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A file to write what is to stand in the place of another; whatever is raised meanwhile, all is as it was."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        new.unlink(missing_ok=True)  # of an earlier process with this number, and perhaps for others to read
        with open(new, "wb", opener=partial(os.open, mode=mode)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    keep_names(path.parent)
    _sweep(path)


def _sweep(path: Path) -> None:
    """Take away what was left by those who were killed while they wrote this file."""
    for part in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            if abs(time.time() - part.stat().st_mtime) > _LEFT_S:
                part.unlink()


def keep_names(folder: Path) -> None:
    """Have the disk remember the names in a folder; Windows does so by itself. Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
