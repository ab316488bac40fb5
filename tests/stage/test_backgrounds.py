"""Backgrounds on their way from a file of the cache to the screen."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from processes import linux
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage

from kiosk.charts.raw import packed
from kiosk.stage.backgrounds import Backgrounds, url

WIDE, HIGH = 640, 300
RED = bytes((0, 0, 255, 255))


@pytest.fixture
def file(tmp_path):
    """A red background, in many of the memory's pages."""
    path = tmp_path / "a background.raw"
    path.write_bytes(packed(WIDE, HIGH, RED * WIDE * HIGH))
    return path


def read(backgrounds: Backgrounds, file: Path) -> QImage:
    name = url(file).path(QUrl.ComponentFormattingOption.FullyEncoded)[1:]
    return backgrounds.requestImage(name, QSize(), QSize())


def is_red(image: QImage) -> bool:
    return (image.width(), image.height()) == (WIDE, HIGH) and bytes(image.constBits()) == RED * WIDE * HIGH


def test_a_background_is_as_the_file_has_it(file):
    assert is_red(read(Backgrounds(), file))


@pytest.mark.parametrize("size", [0, 5, 20, 4096, -1])
def test_a_file_that_is_cut_off_is_no_background(file, size):
    os.truncate(file, size % file.stat().st_size)
    assert read(Backgrounds(), file).isNull()


def test_a_file_that_is_gone_is_no_background(tmp_path):
    assert read(Backgrounds(), tmp_path / "none.raw").isNull()


@linux  # elsewhere a file that is in use cannot be written to
def test_once_the_first_screen_stands_no_background_is_read_from_its_file(file):
    """Else a disk that fails would end the booth when the system has to read a page again (SIGBUS)."""
    backgrounds = Backgrounds()
    first, other = read(backgrounds, file), read(backgrounds, file)
    backgrounds.own()
    with file.open("r+b") as written:
        written.write(bytes(file.stat().st_size))
    assert is_red(first)
    assert is_red(other)


@linux
def test_the_memory_of_a_background_that_nothing_shows_is_free(file):
    backgrounds = Backgrounds()
    first = read(backgrounds, file)
    backgrounds.own()
    assert file.name in Path("/proc/self/maps").read_text()
    del first
    gc.collect()
    assert file.name not in Path("/proc/self/maps").read_text()
