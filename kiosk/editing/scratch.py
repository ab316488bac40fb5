"""A deck's folder with what is edited and not saved yet, for the preview: mostly links, so that it is quick."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_MOST_FILES: Final = 20_000


class Scratch:
    """A folder in the folder `home` that looks like a deck's; `compiled` beside it is for what is made of it."""

    def __init__(self, deck: Path, home: Path) -> None:
        _sweep(home.parent)
        self._deck = deck
        self._home = home
        self.folder, self.compiled = home / "deck", home / "compiled"
        self._ours: set[str] = set()
        """The files in it that are not the deck's own."""
        shutil.rmtree(home, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.mirror()

    def mirror(self) -> None:
        """Have every file of the deck that is not edited, as it is now."""
        names = set()
        for parent, folders, files in os.walk(self._deck):
            folders[:] = [name for name in folders if not name.startswith(".")]
            inside = Path(parent).relative_to(self._deck)
            names |= {(inside / name).as_posix() for name in files if not name.startswith(".")}
            if len(names) > _MOST_FILES:
                break
        for name in names - self._ours:
            self._link(name)
        for path in [path for path in self.folder.rglob("*") if path.is_file()]:
            name = path.relative_to(self.folder).as_posix()
            if name not in names | self._ours:
                path.unlink()

    def become(self, contents: Mapping[str, bytes | None]) -> None:
        """Have these files say something else than the deck's, and no others. Raises OSError."""
        for name in self._ours - contents.keys():
            self._link(name)
        self._ours = set(contents)
        for name, content in contents.items():
            path = self.folder / name
            with suppress(OSError):
                if content is not None and path.read_bytes() == content:
                    continue
            path.unlink(missing_ok=True)  # it may be a link to the deck's own file, which is not to be written into
            if content is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)

    def _link(self, name: str) -> None:
        source, target = self._deck / name, self.folder / name
        with suppress(OSError):
            if target.exists() and target.samefile(source):
                return
        target.unlink(missing_ok=True)
        if not source.is_file():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(source)
        except OSError:  # another disk
            shutil.copy2(source, target)

    def close(self) -> None:
        """Take the folders away."""
        shutil.rmtree(self._home, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Take away what was left by editors that were killed, which had their process's number as a name."""
    for home in folder.iterdir() if folder.is_dir() and os.name != "nt" else ():
        try:
            os.kill(int(home.name), 0)
        except (ValueError, PermissionError):
            continue
        except OSError:
            shutil.rmtree(home, ignore_errors=True)
