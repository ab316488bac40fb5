"""Memory that was let go of goes back to the system, and does not stay with the C library in pieces."""

from __future__ import annotations

import sys
from typing import Any, Final

_MMAP_THRESHOLD: Final = -3
"""glibc's number for it: malloc.h, M_MMAP_THRESHOLD."""
_LARGE: Final = 1 << 20
"""Bytes from which on something is a picture: the smallest that fills a card has more."""


def keep_pictures_apart() -> None:
    """Have glibc take each large piece from the system and give it back as it is freed; elsewhere do nothing.

    It begins so, but at the first large piece that is freed it changes its mind, and puts the next ones among the
    small: in 25,000 events 20 MB lay about between them (measured with `kiosk soak`).
    """
    if change := _of_libc("mallopt"):
        change(_MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Have glibc give back what is free, which it does by itself only at the end of its heap; elsewhere do nothing.

    Takes some milliseconds: for when nobody is there.
    """
    if trim := _of_libc("malloc_trim"):
        trim(0)


def _of_libc(name: str) -> Any:
    """A function of glibc; None where there is no such library."""
    if sys.platform != "linux":
        return None
    import ctypes

    return getattr(ctypes.CDLL(None), name, None)
