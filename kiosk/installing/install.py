"""Writes the unattended session to a machine: what somebody has changed there is left alone, and told."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk import atomic
from kiosk.installing.session import DECK, HOME, SETTINGS, File
from kiosk.installing.written import Written, digest
from kiosk.machine.file import change

_NEW: Final = ".new"

Tell = Callable[[str], None]
"""Gets each thing that is done, as a line."""


class Installer:
    """Writes files below `root`, each whole, and keeps the list of them. With `force` also over what was changed."""

    def __init__(self, root: Path, written: Written | None, tell: Tell, *, force: bool = False) -> None:
        self._root, self._tell, self._force = root, tell, force
        self.written = written or Written()
        """What is there of ours by now."""

    def file(self, file: File) -> None:
        """Write a file or a link. Raises OSError."""
        wanted = f"link {file.link}" if file.link else _digest_of(file.text)
        self._place(file.path, wanted, lambda path: self._write(file, path))

    def deck(self, deck: Path) -> None:
        """Copy a deck to its place, from which the booth shows it. Raises OSError."""
        if deck.resolve() == (self._root / DECK[1:]).resolve():
            return
        self._make_folder(HOME)
        with tempfile.TemporaryDirectory(prefix=".deck.", dir=self._root / HOME[1:]) as beside:
            copy = Path(beside) / "deck"
            shutil.copytree(deck, copy, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns(".*"))
            for each in (copy, *copy.rglob("*")):
                each.chmod(0o755 if each.is_dir() else 0o644)
            self._place(DECK, digest(copy), lambda path: _swap(copy, path, Path(beside) / "before"))

    def settings(self) -> None:
        """Begin the machine's settings, unless it has some. Raises OSError."""
        path = self._root / SETTINGS[1:]
        if path.exists():
            self._tell(f"left   {SETTINGS}: this machine's settings stay")
            return
        self._make_folder(str(Path(SETTINGS).parent))
        path.parent.chmod(0o700)
        change(path, {("", "deck"): DECK})
        self._note(SETTINGS, digest(path))
        self._tell(f"wrote  {SETTINGS}")

    def drop(self, paths: Iterable[str]) -> None:
        """Remove what an earlier installation wrote and this one does without, as long as nobody has changed it."""
        for path in paths:
            target = self._root / path[1:]
            if self.written.files.get(path) == digest(target):
                _remove(target)
                del self.written.files[path]
                self.written.keep(self._root)
                self._tell(f"gone   {path}")

    def _place(self, path: str, wanted: str, write: Callable[[Path], None]) -> None:
        target, new = self._root / path[1:], path + _NEW
        found, ours = digest(target), self.written.files.get(path, "")
        if found == wanted:
            self._tell(f"same   {path}")
        elif not found or found == ours or self._force:
            self._make_folder(str(Path(path).parent))
            write(target)
            self._tell(f"wrote  {path}")
        else:
            write(self._root / new[1:])
            self._note(new, wanted)
            self._tell(f"LEFT   {path}: somebody changed it; what it should be is in {new} (--force writes over it)")
            return
        self._note(path, wanted)
        if new in self.written.files:
            _remove(self._root / new[1:])
            del self.written.files[new]

    def _write(self, file: File, path: Path) -> None:
        if file.link:
            path.unlink(missing_ok=True)
            path.symlink_to(file.link)
            return
        if path.is_symlink():
            path.unlink()
        atomic.write(path, file.text.encode(), mode=file.mode)
        path.chmod(file.mode)  # whatever root's umask is

    def _note(self, path: str, digest_: str) -> None:
        self.written.files[path] = digest_
        self.written.keep(self._root)

    def _make_folder(self, folder: str) -> None:
        """Make a folder and those above it, and note which were not there."""
        missing = [each for each in (Path(folder), *Path(folder).parents) if not (self._root / str(each)[1:]).exists()]
        for each in reversed(missing):
            (self._root / str(each)[1:]).mkdir(mode=0o755)
            (self._root / str(each)[1:]).chmod(0o755)
        self.written.folders += [str(each) for each in missing if str(each) not in self.written.folders]


def _digest_of(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()


def _swap(copy: Path, path: Path, before: Path) -> None:
    """Put a folder in the place of another."""
    with suppress(FileNotFoundError):
        path.rename(before)
    copy.rename(path)


def _remove(path: Path) -> None:
    """Remove a file, a link or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def uninstall(root: Path, written: Written, tell: Tell, *, purge: bool = False) -> None:
    """Remove what was written; what somebody changed is set aside, and visits and settings stay, unless `purge`.

    Raises OSError.
    """
    from kiosk.installing.session import CACHE, DECKS, STATE
    from kiosk.installing.written import LIST

    for path, ours in written.files.items():
        target = root / path[1:]
        found = digest(target)
        if found and found != ours and not purge:
            if path != SETTINGS:
                aside = target.with_name(f"{target.name}.kept")
                _remove(aside)
                target.rename(aside)
                tell(f"KEPT   {path}.kept: somebody had changed it")
        elif found:
            _remove(target)
            tell(f"gone   {path}")
    _remove(root / CACHE[1:])
    if purge:
        _remove(root / STATE[1:])
        _remove(root / DECKS[1:])
    _remove(root / LIST[1:])
    for folder in sorted(written.folders, reverse=True):
        with suppress(OSError):  # somebody has put something there
            (root / folder[1:]).rmdir()
    if (root / STATE[1:]).exists():
        tell(f"left   {STATE}: visits, reports, settings (--purge removes them)")
    if (root / DECKS[1:]).exists():
        tell(f"left   {DECKS}: decks that were imported or changed (--purge removes them)")
