"""The project's fonts cut down to some letters, so that a page carries what it is written in."""

from __future__ import annotations

import io
from collections import defaultdict
from functools import cache
from typing import Final

from kiosk.places import FONTS

WEIGHTS: Final = {400: "Regular", 500: "Medium", 700: "Bold"}
"""The fonts' names by how bold they are, as CSS counts."""


def woff(letters: str, weight: int) -> bytes:
    """A font of that weight with these letters in it, as a browser reads it; the same bytes each time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    file = io.BytesIO()
    with TTFont(FONTS / f"NotoSansSC-{WEIGHTS[weight]}.ttf", lazy=True, recalcTimestamp=False) as font:
        cutter = Subsetter(Options(hinting=False, layout_features=["kern"], notdef_outline=True))
        cutter.populate(text=letters)
        cutter.subset(font)
        font.flavor = "woff"
        font.save(file, reorderTables=False)
    return file.getvalue()


@cache
def look_alikes() -> dict[str, list[int]]:
    """The letters that share a shape, by its name. The fonts' weights have the same ones."""
    from fontTools.ttLib import TTFont

    shapes: dict[str, list[int]] = defaultdict(list)
    with TTFont(FONTS / f"NotoSansSC-{WEIGHTS[400]}.ttf", lazy=True) as font:
        for code, shape in font.getBestCmap().items():
            shapes[shape].append(code)
    return {shape: codes for shape, codes in shapes.items() if len(codes) > 1}
