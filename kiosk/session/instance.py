"""One booth for each screen: a lock that the kernel takes back when its holder is gone, however it went."""

from __future__ import annotations

import os
import re
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_NO_SCREEN: Final = frozenset({"offscreen", "minimal", "vnc"})
"""Platforms of Qt's that draw on a screen of their own."""


def screen_name() -> str:
    """The screen that a fullscreen booth would take, as a word fit for a file's name."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _NO_SCREEN:
        named = platform
    else:
        named = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or platform or "screen"
    return re.sub(r"[^A-Za-z0-9.-]+", "_", named).strip("_.") or "screen"


class Instance:
    """The right to one screen, held from `take` on until the process ends or gives it back."""

    def __init__(self, folder: Path, screen: str) -> None:
        self._path = folder / f"booth-{screen}.lock"
        self._file = -1

    def take(self) -> bool:
        """Whether the screen is this process's now. Raises OSError where that cannot be known.

        `flock`, whose lock dies with its holder: one that tells by a pid refuses where the pid is used again.
        On Windows every booth gets its screen: nothing is locked there yet.
        """
        if sys.platform == "win32":
            return True
        import fcntl

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        except OSError:
            os.close(file)
            raise
        os.ftruncate(file, 0)
        os.write(file, f"{os.getpid()}\n".encode())
        self._file = file
        return True

    def raise_other(self) -> int:
        """Ask the booth that has the screen to come to the front; its pid, 0 where it is not known."""
        if sys.platform == "win32":
            return 0
        with suppress(OSError, ValueError):
            pid = int(self._path.read_text(encoding="ascii"))
            os.kill(pid, signal.SIGUSR1)
            return pid
        return 0

    def forget(self) -> None:
        """Close a forked process's copy of the lock, so that it dies with the one that took it."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def give_back(self) -> None:
        """Let another booth have the screen, and leave no pid to be mistaken for somebody else's."""
        if self._file >= 0:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
            self.forget()
