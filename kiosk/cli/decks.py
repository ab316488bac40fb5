"""The deck that somebody names on the command line."""

from __future__ import annotations

from pathlib import Path

import typer

from kiosk.cli.booth import EXIT_USAGE, refuse


def folder(deck: Path) -> Path:
    """The deck's folder, made of a packed one. Ends the command where there is none."""
    if deck.is_file():
        from kiosk.cli.packed import Refused, folder_of

        try:
            return folder_of(deck)
        except Refused as refused:
            raise typer.Exit(int(refused.args[0])) from refused
    if not deck.is_dir():
        refuse(f"There is no deck at {deck}: name a folder with a deck.yaml in it, or a packed deck.")
        raise typer.Exit(EXIT_USAGE)
    return deck
