"""What PySide compiles at each start is compiled once, and a file that is spoiled costs time alone."""

from __future__ import annotations

import enum
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.stage.pyside import _Names

ROOT = Path(__file__).parents[2]
COUNTS = """
import sys
from pathlib import Path
compiled = []
def hear(event, of):
    if event == "compile" and str(of[1]).startswith("shibokensupport"):
        compiled.append(of)
sys.addaudithook(hear)
from kiosk.stage.pyside import Sources
sources = Sources(Path(sys.argv[1]))
sources.begin()
import PySide6.QtGui
assert "PySide6.support.feature" in sys.modules
print(len(compiled))
try:
    PySide6.QtGui.QColor.fromRgb("no colour")
except TypeError as error:
    assert "called with wrong argument types" in str(error), error
sources.keep()
"""
NAMES = """
import enum
import sys
from pathlib import Path
made = []
create = enum.EnumType._create_
def hear(cls, *args, **named):
    made.append(create(cls, *args, **named))
    return made[-1]
enum.EnumType._create_ = hear
if sys.argv[2]:
    from kiosk.stage import pyside
    pyside._CREATE = hear
    sources = pyside.Sources(Path(sys.argv[1]))
    sources.begin()
    known = sum(len(each.__members__) for each in made)
    assert pyside._later
    sources.keep()
    assert not pyside._later
    assert sum(len(each.__members__) for each in made) > known + 900
from PySide6 import QtCore, QtGui, QtNetwork, QtQuick
for each in sorted(made, key=lambda each: (each.__qualname__, len(each.__members__))):
    members = list(each)
    print(each.__qualname__, len(members), [members.index(each(member.value)) for member in members])
    for name, member in each.__members__.items():
        print(name, repr(member), member.value, member is getattr(each, name))
chinese = QtCore.QLocale("zh_CN")
print(chinese.language() is QtCore.QLocale.Language.Chinese, repr(chinese.territory()), chinese.script())
print(QtCore.QLocale(QtCore.QLocale.Language.German, QtCore.QLocale.Country.Austria).name())
"""
SIGNATURES = """
import sys
from pathlib import Path
if sys.argv[2]:
    from kiosk.stage import pyside
    pyside.Sources(Path(sys.argv[1])).begin()
    assert len(pyside._later) == len(pyside._LATER), "a PySide without some of these sources"
    from shibokensupport.signature import layout
    for name, (line, _) in pyside._CHANGED.items():
        assert line in layout.__loader__.zfile.read(name), "a PySide without some of these lines"
from PySide6 import QtCore, QtGui, QtQuick
for wrong in (
    lambda: QtGui.QColor.fromRgb("no colour"),
    lambda: QtCore.QTimer().start("soon", 1, 2),
    lambda: QtCore.QObject(unknown=1),
    lambda: QtQuick.QQuickItem().setPosition(3),
    lambda: QtCore.QPoint("x"),
):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
from PySide6.support.signature import get_signature
for each in (QtCore.QTimer.start, QtGui.QImage, QtCore.QUrl.toLocalFile, QtQuick.QQuickWindow.grabWindow):
    print(get_signature(each))
from PySide6.support.signature import layout, parser
print(sorted(name for module in (layout, parser) for name in vars(module) if name != "__getattr__"))
for name in ("nothing", "__path__"):
    print(hasattr(layout, name))
"""


def said(program: str, *arguments: str | Path) -> str:
    """What a program says, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def compiled(cache: Path) -> int:
    """How many of PySide's sources a start compiles."""
    return int(said(COUNTS, cache))


def test_the_second_start_compiles_nothing(tmp_path):
    assert compiled(tmp_path) > 5
    assert compiled(tmp_path) == 0


@pytest.mark.parametrize("spoil", [lambda data: data[: len(data) // 2], lambda data: data[:-1] + b"!", lambda _: b""])
def test_a_spoiled_file_is_made_anew(tmp_path, spoil):
    assert compiled(tmp_path) > 5
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert compiled(tmp_path) > 5
    assert compiled(tmp_path) == 0


def test_where_the_cache_takes_no_files_it_starts_all_the_same(tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="utf-8")
    assert compiled(tmp_path / "cache") > 5
    assert compiled(tmp_path / "cache") > 5


def test_what_is_wrong_is_said_as_if_nothing_came_late(tmp_path):
    late = said(SIGNATURES, tmp_path, "late")
    assert "called with wrong argument types" in late
    assert "-> str" in late
    assert late == said(SIGNATURES, tmp_path, "")


@pytest.mark.parametrize("by_name", [False, True], ids=["as Python 3.11 does it", "as later ones do"])
def test_an_enumeration_is_made_late_however_python_has_it_made(by_name):
    names, asked = _Names(), [(f"N{at}", at) for at in range(20)]
    with names.postponed():
        create = enum.EnumType._create_
        of = {"names": asked, "module": __name__}
        made = create(enum.Enum, class_name="Made", **of) if by_name else create(enum.Enum, "Made", asked)
        small = create(enum.Enum, class_name="Small", names=asked[:2])
        assert [len(made), len(small)] == [1, 2]
    names.make()
    assert [(each.name, each.value) for each in made] == asked
    assert made(7) is made.N7


def test_what_is_named_late_is_there_when_the_first_screen_stands_as_if_it_had_been_all_the_time(tmp_path):
    late = said(NAMES, tmp_path, "late")
    assert "Language.Chinese" in late
    assert "de_AT" in late
    assert late == said(NAMES, tmp_path, "")
