"""Kiosk's commands."""

from __future__ import annotations

import gc
import sys

from kiosk.sparing import open_closed_streams


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    open_closed_streams()
    gc.disable()  # until the first screen is complete; collecting while importing costs some 10 ms
    from kiosk.cli import booth

    wishes = booth.plain(sys.argv[1:])
    if wishes is not None:
        try:
            sys.exit(booth.run(wishes))
        except KeyboardInterrupt:
            sys.exit(booth.EXIT_INTERRUPTED)
    gc.enable()
    from kiosk.cli import commands  # typer takes 34 ms to import: not before the first screen

    commands.app(prog_name="kiosk")
