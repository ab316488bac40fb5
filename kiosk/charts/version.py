"""What, besides a job itself, shapes a picture: the drawing code, matplotlib and the fonts."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kiosk.deck.digests import name_of
from kiosk.places import FONTS

_CODE: Final = Path(__file__).parent


@cache
def drawing_version() -> str:
    """Another string whenever the same job may give another picture: told by the files' sizes and times.

    Their contents would say it more exactly, and cost the first screen 2 ms. Where they are says nothing, so that what
    was drawn ahead is good wherever Kiosk is unpacked.
    """
    files = ((folder.name, entry) for folder in (_CODE, _CODE / "kinds", FONTS) for entry in os.scandir(folder))
    facts = sorted(
        f"{folder}/{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}"
        for folder, file in files
        if file.name.endswith((".py", ".ttf"))
    )
    return name_of("\n".join([_matplotlib(), *facts]).encode(errors="surrogateescape"))


def _matplotlib() -> str:
    """Its version, as the name of its metadata folder has it: neither it nor importlib.metadata need be imported."""
    spec = find_spec("matplotlib")
    folder = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    return next((path.name for path in folder.glob("matplotlib-*.dist-info")), "")
