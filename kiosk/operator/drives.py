"""Which removable drives are mounted."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def mounted(places: Iterable[str]) -> list[Path]:
    """The drives in the folders that are named, `$USER` being whom Kiosk runs as; a folder may be a drive itself."""
    found = []
    for place in places:
        folder = Path(place.replace("$USER", getpass.getuser()))
        with suppress(OSError):
            inside = sorted(folder.iterdir()) if folder.is_dir() else []
            found += [each for each in (folder, *inside) if each.is_mount() and each.is_dir()]
    return found
