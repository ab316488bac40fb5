"""What a system does with folders: having them on the disk, swapping two at once, keeping others out meanwhile."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.atomic import keep_names

_HERE: Final = -100
_EXCHANGE: Final = 2
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})
"""What the system says where the two cannot be swapped at once: an old one, or one of some file systems."""


class BusyError(Exception):
    """Another process is at work beside the same folder."""


def keep_all(folder: Path) -> None:
    """Have the disk remember the names in a folder and in those below it. Raises OSError."""
    for parent, _, _ in os.walk(folder, topdown=False):
        keep_names(Path(parent))


def exchange(one: Path, other: Path) -> bool:
    """Have two folders change their names at once. False where the system has no way to. Raises OSError."""
    if sys.platform != "linux":
        return False
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    rename = getattr(libc, "renameat2", None)
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Be the only one who works in a folder in this way; nothing is left behind. Raises BusyError, and OSError."""
    if os.name == "nt":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(folder) from None
        yield
    finally:
        os.close(descriptor)
