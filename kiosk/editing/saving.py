"""Writes several files of a deck so that the power may fail at any moment: each is old or new, and none is lost.

What the files were and what they are to be is kept in the state folder before the first one is touched. A journal says
that it is being written; an editor that finds one finishes the save, or takes it back. The versions before stay.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk import atomic

_JOURNAL: Final = "journal.json"
_MOST_BYTES: Final = 64 << 20
"""What the versions before may take together; the last one stays however large it is."""
_MOST: Final = 200


def home(folder: Path, state: Path) -> Path:
    """Where a deck's earlier versions are kept."""
    return state / "edited" / hashlib.sha256(str(folder.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]


def save(folder: Path, state: Path, before: Mapping[str, bytes | None], after: Mapping[str, bytes | None]) -> None:
    """Put the contents `after` in the place of those `before`. Raises OSError; then `unfinished` knows the rest."""
    kept = home(folder, state)
    version = kept / f"{_next(kept):06}"
    for name, content in before.items():
        if content is not None:
            atomic.write(version / "before" / name, content)
    for name, content in after.items():
        if content is not None:
            atomic.write(version / "after" / name, content)
    said = {"version": version.name, "folder": str(folder), "files": sorted(after)}
    atomic.write(kept / _JOURNAL, json.dumps(said, ensure_ascii=False).encode())
    for name, content in after.items():
        _put(folder / name, content)
    _finished(kept, version)


@dataclass(frozen=True, slots=True)
class HalfSaved:
    """A save that was cut short."""

    folder: Path
    home: Path
    version: Path
    written: tuple[str, ...]
    """The files that are new already …"""
    waiting: tuple[str, ...]
    """… those that are still old …"""
    others: tuple[str, ...]
    """… and those that somebody has changed since, which are left alone."""

    def finish(self) -> None:
        """Write the files that are still old. Raises OSError."""
        for name in self.waiting:
            _put(self.folder / name, _read(self.version / "after" / name))
        _finished(self.home, self.version)

    def take_back(self) -> None:
        """Put the old files in the place of those that are new already. Raises OSError."""
        for name in self.written:
            _put(self.folder / name, _read(self.version / "before" / name))
        _finished(self.home, self.version)


def unfinished(folder: Path, state: Path) -> HalfSaved | None:
    """The save of a deck that was cut short; None where there is none, or nothing of it is missing."""
    kept = home(folder, state)
    try:
        said = json.loads((kept / _JOURNAL).read_bytes())
        version, names = kept / said["version"], [str(name) for name in said["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    found: dict[str, list[str]] = {"written": [], "waiting": [], "others": []}
    for name in names:
        now = _read(folder / name)
        is_new = now == _read(version / "after" / name)
        is_old = now == _read(version / "before" / name)
        found["written" if is_new else "waiting" if is_old else "others"].append(name)
    if not found["waiting"]:
        with suppress(OSError):
            _finished(kept, version)
        return None
    return HalfSaved(folder, kept, version, *(tuple(names) for names in found.values()))


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        atomic.keep_names(path.parent)
    else:
        atomic.write(path, content, mode=path.stat().st_mode & 0o777 if path.exists() else 0o666)


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def _finished(kept: Path, version: Path) -> None:
    """Nothing is half saved any more: only the versions before stay, as many as may."""
    (kept / _JOURNAL).unlink(missing_ok=True)
    atomic.keep_names(kept)
    shutil.rmtree(version / "after", ignore_errors=True)
    room = _MOST_BYTES
    for number, each in enumerate(sorted(_versions(kept), reverse=True)):
        room -= sum(file.stat().st_size for file in each.rglob("*") if file.is_file())
        if number and (room < 0 or number >= _MOST):
            shutil.rmtree(each, ignore_errors=True)


def _versions(kept: Path) -> list[Path]:
    return [each for each in kept.iterdir() if each.is_dir()] if kept.is_dir() else []


def _next(kept: Path) -> int:
    return 1 + max((int(each.name) for each in _versions(kept) if each.name.isdigit()), default=0)
