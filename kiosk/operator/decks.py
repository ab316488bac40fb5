"""Which decks an operator can choose: those beside the one that is shown, and those on sticks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_DECK_FILE: Final = "deck.yaml"
"""As in `kiosk.deck.folder`, which has half a second's worth of libraries with it."""
_MOST: Final = 24


def decks_in(here: Path, drives: Iterable[Path]) -> list[Path]:
    """The folders of decks, the one that is shown first; on a drive its top and the folders in it."""
    found = dict.fromkeys([here, *_decks(here.parent), *(deck for drive in drives for deck in (drive, *_decks(drive)))])
    return [folder for folder in found if (folder / _DECK_FILE).is_file()][:_MOST]


def _decks(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from sorted(each for each in folder.iterdir() if not each.name.startswith("."))
