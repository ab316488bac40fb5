"""Makes a small deck to begin with: its files teach what may stand in them, and editors check them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from kiosk.deck.schema import write_schemas
from kiosk.places import ASSETS

_TEMPLATES: Final = ASSETS / "newdeck"
_SCHEMAS: Final = ".schema"
"""The folder for what editors check the files by, where the files' first lines look for it."""


def begin(folder: Path) -> None:
    """Write the deck into a folder that is empty or not there yet. Raises FileExistsError for another, and OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write_schemas(folder / _SCHEMAS)
    for template in sorted(_TEMPLATES.iterdir()):
        shutil.copyfile(template, folder / template.name)
