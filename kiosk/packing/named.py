"""Which files of a deck's folder the deck needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.deck.geography import Geography
from kiosk.deck.model import Deck, parts
from kiosk.deck.tables import INLINE, Table
from kiosk.deck.values import DeckFile, FilmFile
from kiosk.packing.stamp import FILE


def needed(folder: Path, deck: Deck) -> list[str]:
    """The files by their names below the folder, sorted: what Kiosk reads by itself, and what the deck names."""
    read = [path for path in (*folder.glob("*.yaml"), *folder.glob("themes/*.yaml")) if not path.name.startswith(".")]
    names = {path.relative_to(folder).as_posix() for path in read}
    names.update(Path(name).as_posix() for name in _named(deck))
    return sorted(names)


def left_out(folder: Path, needed: list[str]) -> list[str]:
    """What else is in the folder, sorted; a hidden folder, and one of which nothing is needed, as a whole."""
    found = []
    for parent, folders, names in os.walk(folder):
        within = Path(parent).relative_to(folder)
        for name in (*folders, *names):
            path = (within / name).as_posix()
            if path == FILE:
                continue  # of the deck that this one came from
            if path not in needed and not any(each.startswith(f"{path}/") for each in needed):
                found.append(f"{path}/" if name in folders else path)
        folders[:] = [name for name in folders if f"{(within / name).as_posix()}/" not in found]
    return sorted(found)


def _named(entry: Any) -> Iterator[str]:
    """The files that an entry names, and all that it has in it."""
    if isinstance(entry, DeckFile | FilmFile):
        yield str(entry)
    elif isinstance(entry, Table):
        if entry.name != INLINE:
            yield entry.name
    elif isinstance(entry, Geography):
        yield entry.name
    elif isinstance(entry, tuple):
        for each in entry:
            yield from _named(each)
    elif hasattr(entry, "__dict__"):
        for each in parts(entry).values():
            yield from _named(each)
