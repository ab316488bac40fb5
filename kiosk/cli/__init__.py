"""Kiosk's commands."""

from __future__ import annotations

import gc
import os
import sys
from typing import Final

from kiosk.sparing import open_closed_streams

_ROOM: Final = 64 << 20
"""Bytes that have to be free on the disk for Python to keep what it compiled."""


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    open_closed_streams()
    sys.dont_write_bytecode = sys.dont_write_bytecode or _is_short_of_room()
    gc.disable()  # until the first screen is complete; collecting while importing costs some 10 ms
    from kiosk.lazy import import_at_once, import_lazily

    import_lazily()  # before the first module that names them
    from kiosk.modules import take_modules

    take_modules()
    from kiosk.cli import booth

    wishes = booth.plain(sys.argv[1:])
    if wishes is not None:
        try:
            sys.exit(booth.run(wishes))
        except KeyboardInterrupt:
            sys.exit(booth.EXIT_INTERRUPTED)
    gc.enable()
    import_at_once()
    from kiosk.cli import commands  # typer takes 34 ms to import: not before the first screen

    commands.app(prog_name="kiosk")


def _is_short_of_room() -> bool:
    """Whether the disk that this program is on is nearly full.

    Python 3.11 puts a compiled module in its place that the disk took only a part of, and no later start can import it.
    """
    if not hasattr(os, "statvfs"):
        return False
    disk = os.statvfs(__file__)
    return disk.f_bavail * disk.f_frsize < _ROOM
