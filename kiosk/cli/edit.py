"""`kiosk edit`: the operator's editor."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.places import cache_folder, state_folder


def edit(deck: Path, windowed: str, language: str) -> int:
    """Open the editor; the exit code when its window is closed."""
    from kiosk.cli.pictures import size_of
    from kiosk.deck.interface import INTERFACE

    if deck.is_file():
        return refuse(f"{deck} is a packed deck: put it in place with `kiosk import {deck} --to DIR`, and edit that.")
    if not (deck / "deck.yaml").is_file():
        return refuse(
            f"There is no deck at {deck}: name a folder with a deck.yaml in it, or begin one: `kiosk new DIR`."
        )
    if language and language not in INTERFACE:
        return refuse(f"The editor does not speak {language!r}, but: {', '.join(INTERFACE)}.")
    try:
        size = size_of(windowed) if windowed else None
    except ValueError:
        return refuse(f"--windowed wants a width and a height such as 1600x900, not {windowed!r}.")
    from kiosk.stage import graphics

    if not graphics.has_display():
        sys.stderr.write("kiosk: There is no display here to open the editor on.\n")
        return EXIT_FAILED
    graphics.prepare(cache_folder())
    from kiosk.editor.window import edit as open_editor

    return open_editor(deck.resolve(), cache_folder(), state_folder(), language, size)
