"""What, besides a job itself, shapes a picture: the drawing code, matplotlib and the fonts."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kiosk.deck.digests import name_of
from kiosk.places import FONTS


@cache
def drawing_version() -> str:
    """Another string whenever the same job may give another picture."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.rglob("*.py"))]
    fonts = [f"{font.name} {font.stat().st_size}".encode() for font in sorted(FONTS.glob("*.ttf"))]
    return name_of(b"\0".join([*code, _matplotlib().encode(), *fonts]))


def _matplotlib() -> str:
    """Its version, as the name of its metadata folder has it: neither it nor importlib.metadata need be imported."""
    spec = find_spec("matplotlib")
    folder = Path(spec.origin).parent.parent if spec and spec.origin else Path()
    return next((path.name for path in folder.glob("matplotlib-*.dist-info")), "")
