"""Notices when somebody changes the files of a deck, and costs nothing while nobody does."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QFileSystemWatcher, QObject, QStorageInfo, QTimer, Signal, Slot

from kiosk.deck.compiled import fingerprint

QUIET_MS: Final = 220
"""Files that were left alone for so long are taken to be written: some editors write one in several steps …"""
_BUSY_MS: Final = 1_000
"""… but a folder in which something changes all the time is looked at nevertheless."""
_POLL_MS: Final = 5_000
"""Between two looks where the system does not tell of changes."""
_MOST: Final = 2_000
"""Paths that are watched at most."""
_REMOTE: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "vboxsf", "virtiofs", "fuse.sshfs", "fuse.rclone", "davfs"}
)
"""File systems on which others change files without this machine being told."""


class FolderWatch(QObject):
    """Watches a folder and everything below it that is not hidden, also while it is away, as on a stick."""

    stirred = Signal()
    """A sign of a change."""
    changed = Signal()
    """Something changed, and has been left alone since."""
    _noticed = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._stirred_in)
        self._watcher.fileChanged.connect(self.stir)
        self._files: dict[str, int] = {}
        """What is watched: the number by which the disk knows each, which is another once it was replaced."""
        self._since = QElapsedTimer()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._settle)
        self._poll = QTimer(self, singleShot=True, interval=_POLL_MS)
        self._poll.timeout.connect(self._look_aside)
        self._noticed.connect(self.stir)
        self._looks = False
        self._seen = ""
        """What a look saw last."""
        self._watch()

    @Slot(str)
    def _stirred_in(self, parent: str) -> None:
        """Something came, went or changed its name in a folder; beside the deck's, that is somebody else's concern."""
        folder = self._folder.absolute()
        if parent == str(folder.parent) and dict(_numbered(str(folder))).get(str(folder)) == self._files.get(
            str(folder)
        ):
            return
        self.stir()

    @Slot()
    def stir(self) -> None:
        """Something may have changed: look as soon as it is quiet."""
        self.stirred.emit()
        if not self._quiet.isActive():
            self._since.start()
        elif self._since.elapsed() > _BUSY_MS:
            return
        self._quiet.start()

    def stir_quietly(self) -> None:
        """Look as soon as it is quiet, for what may have changed unseen; it is no sign of anybody at work."""
        if not self._quiet.isActive():
            self._since.start()
            self._quiet.start()

    @property
    def waits(self) -> bool:
        """Whether something may have changed that `changed` has not told yet."""
        return self._quiet.isActive()

    @Slot()
    def _settle(self) -> None:
        self._watch()
        self.changed.emit()

    def _watch(self) -> None:
        """Watch what is there now."""
        folder = self._folder.absolute()
        # The folder that it is in as well: a folder is not told when it gets another name itself.
        there = dict(_numbered(str(folder.parent))) | dict(islice(_below(folder), _MOST))
        gone = [path for path, number in self._files.items() if there.get(path) != number]
        if gone:
            self._watcher.removePaths(gone)
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in there if path not in known]
        refused = self._watcher.addPaths(new) if new else []
        self._files = there
        if refused or str(folder) not in there or _is_remote(folder):
            self._poll.start()
        else:
            self._poll.stop()

    @Slot()
    def _look_aside(self) -> None:
        """Look on a thread of its own: a share whose server is gone may let it wait for minutes."""
        if not self._looks:
            self._looks = True
            threading.Thread(target=self._look, name="look", daemon=True).start()
        self._poll.start()

    def _look(self) -> None:
        seen = fingerprint(self._folder)
        self._looks = False
        if seen != self._seen:
            self._seen = seen
            with suppress(RuntimeError):  # the booth closed meanwhile
                self._noticed.emit()


def _below(folder: Path) -> Iterator[tuple[str, int]]:
    """A folder and what is in it and below, each with the number by which the disk knows it; nothing that is hidden."""
    for parent, folders, names in os.walk(folder):
        yield from _numbered(parent)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield from _numbered(os.path.join(parent, name))  # noqa: PTH118 - as in compiled.py


def _numbered(path: str) -> Iterator[tuple[str, int]]:
    with suppress(OSError):
        yield path, os.stat(path).st_ino  # noqa: PTH116


def _is_remote(folder: Path) -> bool:
    return QStorageInfo(str(folder)).fileSystemType().toStdString() in _REMOTE
