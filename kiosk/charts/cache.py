"""Drawn pictures on disk: a folder for each, named by its job's key, complete or not there at all."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.charts import raw
from kiosk.charts.picture import Layout, Picture

LIMIT: Final = 512 * 1024 * 1024
"""Bytes that a cache may hold."""
SPOTS: Final = "spots.json"
NO_SPOTS: Final = b"{}"
"""What describes the background, which has no marks."""
BASE, DATA, MOTIF = "base.png", "data.png", "motif.raw"

_BEGIN: Final = b"\x89PNG\r\n\x1a\n"
_END: Final = b"\x00\x00\x00\x00IEND\xaeB`\x82"
_TOUCH_AFTER: Final = 60.0
"""Seconds that the note of an entry's last use may be behind."""
_STALE_AFTER: Final = 600.0
"""Seconds after which what is hidden in the folder belongs to nobody any more."""
_SHORTEST_NAME: Final = 32
"""What has a shorter name is no entry."""
_PRUNE_EACH: Final = 20
"""The folder is measured again whenever this part of the limit was written."""


def step(at: int) -> str:
    """The file of a layer that comes in by itself, counted from 0."""
    return f"step-{at}.png"


class Cache:
    """The pictures in one folder, least recently used ones dropped beyond `limit` bytes."""

    def __init__(self, folder: Path, limit: int = LIMIT) -> None:
        self._folder, self._limit = folder, limit
        self._written = limit

    def find(self, key: str) -> Picture | None:
        """A complete picture; None where there is none. A broken one is dropped."""
        entry = self._folder / key
        try:
            picture = _read(entry, key)
        except FileNotFoundError:
            if entry.is_dir():
                self._drop(entry)
            return None
        except (OSError, ValueError, TypeError, KeyError):
            self._drop(entry)
            return None
        _touch(entry)
        return picture

    def store(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep a picture's files. Raises OSError where the folder does not take them."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self._hidden()
        try:
            new.mkdir()
            for name, content in files.items():
                (new / name).write_bytes(content)
            self._place(new, key)
        finally:
            shutil.rmtree(new, ignore_errors=True)
        self._written += sum(map(len, files.values()))
        if self._written * _PRUNE_EACH >= self._limit:
            self._written = 0
            self._prune(key)

    def drop(self, key: str) -> None:
        """Take a picture away, if it is there."""
        self._drop(self._folder / key)

    def _place(self, new: Path, key: str) -> None:
        """Give a finished entry its name, unless another process was faster."""
        try:
            new.rename(self._folder / key)
        except OSError:
            if self.find(key) is None:
                new.rename(self._folder / key)

    def _prune(self, keep: str) -> None:
        """Drop the least recently used entries beyond the limit, and what crashes left behind."""
        found = list(self._entries())
        total = sum(size for _, size, _ in found)
        for used, size, entry in sorted(found):
            if entry.name.startswith("."):
                if time.time() - used > _STALE_AFTER:
                    shutil.rmtree(entry, ignore_errors=True)
            elif total > self._limit and entry.name != keep:
                self._drop(entry)
                total -= size

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each entry was last used, its bytes, and its folder; none that another process drops meanwhile."""
        for entry in self._folder.iterdir():
            if len(entry.name) < _SHORTEST_NAME:
                continue
            with suppress(OSError):
                used = entry.stat().st_mtime
                yield used, sum(file.stat().st_size for file in entry.iterdir()), entry

    def _drop(self, entry: Path) -> None:
        """Take an entry away, all at once as others see it. It may be a file that somebody left there."""
        gone = self._hidden()
        with suppress(OSError):
            entry.rename(gone)
            gone.unlink() if gone.is_file() else shutil.rmtree(gone, ignore_errors=True)

    def _hidden(self) -> Path:
        return self._folder / f".{os.urandom(8).hex()}"


def _read(entry: Path, key: str) -> Picture:
    """A complete picture. Raises OSError, ValueError, TypeError or KeyError for anything else."""
    described = (entry / SPOTS).read_bytes()
    if described == NO_SPOTS:
        layout, base, data, is_whole = Layout(), entry / MOTIF, entry / MOTIF, raw.is_whole
    else:
        import json  # not before the first screen, whose background has no marks

        layout = Layout.from_json(json.loads(described))
        base, data, is_whole = entry / BASE, entry / DATA, _is_whole_png
    steps = tuple(entry / step(at) for at in range(layout.steps))
    for path in {base, data, *steps}:
        if not is_whole(path):
            raise ValueError(f"{path.name} is not a whole picture")
    return Picture(key, base, data, layout.spots, layout.reveal, layout.origin, steps)


def _is_whole_png(path: Path) -> bool:
    with path.open("rb") as file:
        begin = file.read(len(_BEGIN))
        file.seek(-len(_END), os.SEEK_END)
        return begin == _BEGIN and file.read() == _END


def _touch(entry: Path) -> None:
    with suppress(OSError):
        if time.time() - entry.stat().st_mtime > _TOUCH_AFTER:
            os.utime(entry)
