"""The fonts that a screen is first set in, and the whole ones behind them."""

import re
import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from processes import PROBE, ROOT, linux, maps
from PySide6.QtGui import QFont, QTextLayout

from kiosk.places import FAMILY, FONTS, SAMPLE_DECK

sys.path.insert(0, str(Path(__file__).parent / "tools"))

from common_fonts import COMMON, WHOLE, written

pytestmark = pytest.mark.usefixtures("qapp")

WEIGHTS = {"Regular": 400, "Medium": 500, "Bold": 700}
RARE = "龘"
LINES = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sCapHeight"),
}
"""What says how high a line is, by OpenType's tables."""


@pytest.fixture(params=WEIGHTS)
def both(request):
    """The common and the whole font of a weight."""
    names = [FONTS / f"{start}{request.param}.ttf" for start in (COMMON, WHOLE)]
    with TTFont(names[0], lazy=True) as common, TTFont(names[1], lazy=True) as whole:
        yield common, whole


def test_the_common_fonts_have_all_that_the_project_itself_writes(both):
    has, could = (set(map(chr, font.getBestCmap())) for font in both)
    lacking = written() & could - has
    assert not lacking, f"{''.join(sorted(lacking))}: run tests/tools/common_fonts.py"


def test_a_character_looks_the_same_in_both(both):
    common, whole = both
    shapes, theirs = common.getBestCmap(), whole.getBestCmap()
    for code in sorted(shapes)[::9]:
        mine, other = common["glyf"][shapes[code]], whole["glyf"][theirs[code]]
        assert mine.getCoordinates(common["glyf"])[0] == other.getCoordinates(whole["glyf"])[0], chr(code)
        assert common["hmtx"][shapes[code]] == whole["hmtx"][theirs[code]], chr(code)
    for table, names in LINES.items():
        for name in names:
            assert getattr(common[table], name) == getattr(whole[table], name), name


def test_everything_is_set_in_one_family():
    found = {
        name
        for file in (ROOT / "kiosk").rglob("*.qml")
        for name in re.findall(r'family: "([^"]+)"', file.read_text(encoding="utf-8"))
    }
    assert found == {FAMILY}


@pytest.mark.parametrize("weight", WEIGHTS.values(), ids=WEIGHTS)
def test_a_rare_character_comes_from_the_whole_font_of_the_same_weight(weight):
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    layout = QTextLayout(f"重庆{RARE}Chongqing", font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    fonts = {(run.rawFont().familyName(), run.rawFont().weight()) for run in layout.glyphRuns()}
    names = {re.sub(" Medium$", "", name) for name, _ in fonts}
    assert names == {FAMILY, "Noto Sans SC"}
    assert {bold for _, bold in fonts} == {weight}


@linux
def test_a_booth_that_starts_reads_no_whole_font(start):
    booth = start("run", SAMPLE_DECK, *PROBE)
    booth.line()  # its first screen stands
    fonts = {Path(line.split()[-1]).name for line in maps(booth.booth()).splitlines() if line.endswith(".ttf")}
    assert fonts
    assert all(name.startswith(COMMON) for name in fonts)
