"""A packed deck as a folder to show it from: unpacked once, into the cache, under the name of its content."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.atomic import keep_names
from kiosk.packing import signing
from kiosk.packing.archive import Archive
from kiosk.packing.disk import keep_all

KEPT: Final = 3
"""How many unpacked decks stay, those that are shown besides."""
_NAME: Final = 32
_used: list[int] = []
"""Descriptors that say which folders this process shows something from."""


def opened(file: Path, cache: Path, keys: tuple[str, ...] = ()) -> Path:
    """The folder with a packed deck's files; it stays at least for as long as this process does.

    Raises PackError, also where it is not signed by one of the keys, if there are some, and OSError.
    """
    with file.open("rb") as packed:
        archive = Archive(packed)
        signing.check(archive.raw, archive.signature, keys)
        folder = cache / archive.digest[:_NAME]
        if not folder.is_dir():
            cache.mkdir(parents=True, exist_ok=True)
            _unpack(archive, folder)
    with suppress(OSError):
        os.utime(folder)
    _use(folder)
    _drop_old(cache)
    return folder


def _unpack(archive: Archive, folder: Path) -> None:
    part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        archive.unpack(part)
        keep_all(part)
        with suppress(FileExistsError):
            part.rename(folder)
        keep_names(folder.parent)
    except OSError:
        if not folder.is_dir():  # another process may have been faster
            raise
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _use(folder: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    _used.append(descriptor)


def _drop_old(cache: Path) -> None:
    """Remove the decks that were not opened for longest, and what killed processes left, but nothing that is used."""
    folders = [path for path in cache.iterdir() if path.is_dir()]
    whole = sorted((path for path in folders if not path.suffix), key=lambda path: path.stat().st_mtime, reverse=True)
    parts = [path for path in folders if path.suffix == ".part" and not _runs(path.suffixes[0][1:])]
    for path in (*whole[KEPT:], *parts):
        if not _is_used(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_used(folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _runs(process: str) -> bool:
    """Whether the process that unpacks into a folder may still run."""
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True
