"""Which removable drives are mounted."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def mounted(places: Iterable[str]) -> list[Path]:
    """The drives in the folders that are named, `$USER` being whom Kiosk runs as; a folder may be a drive itself."""
    from getpass import getuser  # not with the booth, which looks for drives when it is asked to

    found = []
    for place in places:
        folder = Path(place.replace("$USER", getuser()))
        with suppress(OSError):
            inside = sorted(folder.iterdir()) if folder.is_dir() else []
            found += [each for each in (folder, *inside) if each.is_mount() and each.is_dir()]
    return found
