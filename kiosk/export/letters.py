"""The project's fonts cut down to some letters, so that a page carries what it is written in."""

from __future__ import annotations

import io
from typing import Final

from kiosk.places import FONTS

WEIGHTS: Final = {400: "Regular", 500: "Medium", 700: "Bold"}
"""The fonts' names by how bold they are, as CSS counts."""


def woff(letters: str, weight: int) -> bytes:
    """A font of that weight with these letters in it, as a browser reads it; the same bytes each time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(FONTS / f"NotoSansSC-{WEIGHTS[weight]}.ttf", lazy=True, recalcTimestamp=False)
    cutter = Subsetter(Options(hinting=False, layout_features=["kern"], notdef_outline=True))
    cutter.populate(text=letters)
    cutter.subset(font)
    font.flavor = "woff"
    file = io.BytesIO()
    font.save(file, reorderTables=False)
    return file.getvalue()
