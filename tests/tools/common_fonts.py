"""Makes the fonts that a screen is first set in: `assets/fonts/NotoSansSCCommon-*.ttf`, an eighth of the whole ones.

Run at the repository's top, when `tests/test_fonts.py` names characters that they lack:

    .venv/bin/python tests/tools/common_fonts.py

They have what text is mostly written in: the Latin letters of European languages, punctuation and signs, the 3,755
characters of GB 2312's first level, and what the project's own deck and words have beside these.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"
WHOLE, COMMON = "NotoSansSC-", "NotoSansSCCommon-"
RANGES = (
    (0x0020, 0x0250),  # Latin
    (0x2000, 0x2070),  # punctuation
    (0x20A0, 0x20C0),  # currencies
    (0x2190, 0x2200),  # arrows
    (0x3000, 0x3020),  # Chinese punctuation …
    (0xFF00, 0xFFF0),  # … and full width
)
FIRST_LEVEL = range(0xB0, 0xD8)
"""The rows of GB 2312's first level, by how often characters are used; each has 94 places."""
WRITTEN = (
    ("slides", "*.yaml"),
    ("slides", "*.csv"),
    ("assets/newdeck", "*.yaml"),
    ("kiosk", "*.py"),
    ("kiosk", "*.qml"),
)
"""What the project itself shows is written in these files."""
FAMILY_NAMES = {1, 4, 16}
"""OpenType's numbers of the names that have the family's in them."""


def written() -> set[str]:
    """Every character that the project's own deck and words have."""
    files = [file for folder, kind in WRITTEN for file in (ROOT / folder).rglob(kind)]
    return {letter for file in files for letter in file.read_text(encoding="utf-8") if letter.isprintable()}


def first_level() -> Iterator[str]:
    """The characters of GB 2312's first level."""
    for row in FIRST_LEVEL:
        for place in range(0xA1, 0xFF):
            yield bytes((row, place)).decode("gb2312", errors="ignore")


def common() -> set[str]:
    """Every character that the common fonts have, if the whole ones do."""
    ranges = {chr(code) for first, end in RANGES for code in range(first, end)}
    return ranges | set(filter(None, first_level())) | written()


def cut(whole: Path) -> Path:
    """Make the common font of a whole one. Of what it keeps, only the family's name is another: Qt goes by it."""
    options = Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, legacy_cmap=True, drop_tables=[])
    options.prune_unicode_ranges = False  # by which a system finds that it is for Chinese
    with TTFont(whole, recalcTimestamp=False) as font:
        cutter = Subsetter(options)
        cutter.populate(text="".join(common()))
        cutter.subset(font)
        for record in font["name"].names:
            if record.nameID in FAMILY_NAMES:
                record.string = str(record).replace("Noto Sans SC", "Noto Sans SC Common")
        made = whole.with_name(whole.name.replace(WHOLE, COMMON))
        font.save(made)
    return made


if __name__ == "__main__":
    for file in sorted(FONTS.glob(f"{WHOLE}*.ttf")):
        print(cut(file).name)  # noqa: T201 - what a script says
