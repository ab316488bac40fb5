"""Memory that was let go of goes back to the system, and does not stay with the C library in pieces."""

from __future__ import annotations

import sys


def give_back() -> None:
    """Have glibc give back what is free, which it does by itself only at the end of its heap; elsewhere do nothing.

    The pictures of a visit are large and of many sizes: in 14,000 events 10 to 24 MB lay about between them (measured
    with `kiosk soak`). Takes some milliseconds: for when nobody is there.
    """
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
