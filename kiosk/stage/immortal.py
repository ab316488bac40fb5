"""Keeps `None` alive where Python does not do so by itself.

PySide6 6.12 loses a reference to `None` each time a Qt function gives nothing back (`parent()`, `property()` of a name
that is not there, a touch event's `commit()`: measured, one a call). Python 3.12 and later have an immortal `None`
(PEP 683); Python 3.11 counts, and aborts the process when the count reaches zero, which a booth would in some days.
"""

from __future__ import annotations

import sys
from typing import Final

_ENOUGH: Final = 1 << 40
"""References; at a million losses a second they last for twelve days."""


def keep_none() -> None:
    """Give `None` more references than a booth can lose. Does nothing where it has them, or needs none."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _ENOUGH // 2:
        return
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
