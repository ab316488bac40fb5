"""Keeps alive what Python would give up too soon: `None`, `True` and `False`, and memory that is lent to Qt.

PySide6 6.12 loses a reference to one of the three in each of some calls (`parent()` and `property()` that give
nothing, a touch event's `commit()`: measured, one a call; `property()` of a flag). Python 3.12 and later have immortal
constants (PEP 683); Python 3.11 counts, and aborts the process when a count reaches zero, which a booth would in some
days.
"""

from __future__ import annotations

import atexit
import sys
from typing import Final

_ENOUGH: Final = 1 << 40
"""References; at a million losses a second they last for twelve days."""

_FIRST_SCREEN: Final = 10_000
"""References; a look at all items of a screen loses about a hundred, and a start may take twenty looks."""

_lent: Final[list[bool | None]] = []


def lend_constants() -> None:
    """The same until the first screen stands, in a fraction of a millisecond: ctypes alone would take five."""
    if sys.version_info < (3, 12) and not _lent:
        _lent.extend((None, True, False) * _FIRST_SCREEN)


def keep_constants() -> None:
    """Give the constants more references than a booth can lose. Does nothing where they have them, or need none."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _ENOUGH // 2:
        return
    import ctypes

    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _ENOUGH
    _lent.clear()


def outlive_python(thing: object) -> None:
    """Have Python never give a thing back, even when it ends: Qt lets some go later than that."""
    atexit.register(_keep, thing)


def _keep(thing: object) -> None:
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
