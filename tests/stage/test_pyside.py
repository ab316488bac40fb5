"""What PySide compiles at each start is compiled once, and a file that is spoiled costs time alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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


def compiled(cache: Path) -> int:
    """How many of PySide's sources a start compiles."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTS, cache], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return int(done.stdout)


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
