"""The first screen's background is shown from where the system has its file in memory."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from processes import PROBE, ROOT, linux, maps
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from kiosk.charts.raw import Mapped, packed
from kiosk.stage.backgrounds import Backgrounds

WIDTH, HEIGHT = 64, 40
PIXELS = b"".join(bytes((at % 251, at % 241, at % 239, 255)) for at in range(WIDTH * HEIGHT))
LENT_TO_QT = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from kiosk.stage.backgrounds import Backgrounds
app = QGuiApplication([])
backgrounds = Backgrounds()
backgrounds.map_next()
app.clipboard().setImage(backgrounds.requestImage(sys.argv[1], QSize(), QSize()))
"""
"""Qt's clipboard is there longer than Python is."""


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "motif 100%.raw"
    file.write_bytes(packed(WIDTH, HEIGHT, PIXELS))
    return file


def asked(backgrounds, file) -> QImage:
    return backgrounds.requestImage(file.as_posix().replace("%", "%25"), QSize(), QSize())


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


@linux
def test_one_that_is_mapped_is_as_one_that_is_read_whatever_becomes_of_the_file(file):
    backgrounds = Backgrounds()
    backgrounds.map_next()
    mapped, read = asked(backgrounds, file), asked(backgrounds, file)
    assert str(file) in maps("self")
    file.unlink()
    assert mapped == read
    assert pixels(mapped) == PIXELS
    backgrounds.own()
    assert pixels(mapped) == PIXELS


@pytest.mark.parametrize("mapped", [True, False])
@pytest.mark.parametrize("data", [b"", b"?" * 4096, packed(WIDTH, HEIGHT, PIXELS[:-1]), None])
def test_one_that_is_cut_off_or_none_or_gone_is_no_picture(file, data, mapped):
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)
    backgrounds = Backgrounds()
    if mapped:
        backgrounds.map_next()
    assert asked(backgrounds, file).isNull()


def test_where_nothing_can_be_mapped_it_is_read(file, monkeypatch):
    monkeypatch.setattr(sys, "platform", "elsewhere")
    with pytest.raises(OSError, match="not mapped"):
        Mapped(file)
    backgrounds = Backgrounds()
    backgrounds.map_next()
    assert pixels(asked(backgrounds, file)) == PIXELS


def test_what_qt_has_of_it_when_python_ends_is_no_matter(file):
    done = subprocess.run(
        [sys.executable, "-c", LENT_TO_QT, file], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")


@linux
def test_a_booth_that_draws_in_software_has_it_so(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, env={"QT_QUICK_BACKEND": "software"})
    assert booth.line() == "slide 0 complete"
    assert "motif.raw" in maps(booth.booth())
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""
