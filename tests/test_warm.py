"""Warming: every chart is drawn ahead, and a booth that opens after it draws nothing."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from processes import alive, environment, linux, until
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from kiosk.charts import Charts
from kiosk.deck.load import load
from kiosk.moves import TEXT_SIZES
from kiosk.navigator import Navigator
from kiosk.place import Screen
from kiosk.places import SAMPLE_DECK
from kiosk.stage.app import Booth, BoothOptions
from kiosk.walk import settle

pytestmark = pytest.mark.cold

SIZE = QSize(800, 600)
PICTURES = 2 * (TEXT_SIZES + 1) + 1
"""Of the tiny deck: its chart in two languages, in every text size and in a show, and the background."""
ROOMY_FILE = 1_000_000
"""Bytes; a chart's layers are smaller, the background's file is larger."""


def entries(cache: Path) -> set[str]:
    """What has been drawn."""
    return {path.name for path in cache.glob("charts/*") if re.fullmatch("[0-9a-z]{32,}", path.name)}


def test_it_draws_what_is_lacking_and_tells_how_much(quick, tiny_folder, tmp_path):
    sizes, night = ("--size", "640x480", "--size", "480x360"), ("--theme", "two-rivers")
    first = quick("warm", tiny_folder, *sizes, *night, "--language", "zh")
    assert (first.returncode, first.stdout, first.stderr) == (0, "10 pictures drawn, 0 were there\n", "")
    assert len(entries(tmp_path / "cache")) == 10
    second = quick("warm", tiny_folder, *sizes[:2], *night)
    assert second.stdout == f"{PICTURES - 5} pictures drawn, 5 were there\n"
    assert len(entries(tmp_path / "cache")) == PICTURES + 5


@pytest.mark.long
def test_it_does_so_for_several_sizes_and_themes(quick, tiny_folder, tmp_path):
    sizes, night, day = ("--size", "800x600", "--size", "640x480"), ("--theme", "two-rivers"), ("--theme", "day")
    first = quick("warm", tiny_folder, *sizes, *night, "--language", "zh")
    assert (first.returncode, first.stdout, first.stderr) == (0, "10 pictures drawn, 0 were there\n", "")
    assert len(entries(tmp_path / "cache")) == 10
    second = quick("warm", tiny_folder, *sizes[:2], *night, *day)
    assert second.stdout == f"{2 * PICTURES - 5} pictures drawn, 5 were there\n"
    assert len(entries(tmp_path / "cache")) == 2 * PICTURES + 5


@linux
@pytest.mark.long
def test_a_booth_that_opens_after_it_draws_nothing(qapp, kiosk_, tiny_folder, tmp_path):
    """Every slide in every language and text size: no picture comes to the folder."""
    assert qapp
    kiosk_("warm", tiny_folder, "--size", "800x600")
    drawn = entries(tmp_path / "cache")
    deck = load(tiny_folder)
    options = BoothOptions(transitions=False, size=SIZE)
    with (
        closing(Charts(tmp_path / "cache" / "charts")) as charts,
        closing(Booth(deck, tiny_folder, charts, options)) as booth,
    ):
        booth.window.show()
        settle(booth)
        booth.listen().prepare()
        assert booth.stage.touched()
        for _ in range(2 * TEXT_SIZES):
            assert booth.stage.place.screen is Screen.HUB
            QTest.keyClick(booth.window, Qt.Key.Key_Right)
            while booth.stage.place.screen is Screen.SLIDE:
                settle(booth)
                QTest.keyClick(booth.window, Qt.Key.Key_Right)
            booth.stage.comfort.nextTextSize()
            if booth.stage.place.text_size == 0:
                QTest.keyClick(booth.window, Qt.Key.Key_L)
        for _ in range(2):
            booth.stage.act(lambda navigator: navigator.begin_show(booth.stage.now()))
            booth.stage.open("trade")
            settle(booth)
            booth.stage.act(Navigator.end_show)
            QTest.keyClick(booth.window, Qt.Key.Key_L)
    assert entries(tmp_path / "cache") == drawn
    assert len(drawn) == PICTURES


@linux
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_end_it_and_keep_what_is_drawn(start, tmp_path, told):
    warming = start("warm", SAMPLE_DECK, "--size", "640x360")
    until(lambda: len(entries(tmp_path / "cache")) > 3, seconds=30)
    workers_ = warming.descendants()
    assert workers_
    code, took = warming.end(told, everybody=told == signal.SIGINT)
    assert (code, warming.line(), warming.stderr()) == (130, "", "")
    assert took < 5
    until(lambda: not any(map(alive, workers_)), seconds=2)
    assert len(entries(tmp_path / "cache")) > 3


@pytest.mark.skipif(sys.platform == "win32", reason="a limit to the size of files is set")
@pytest.mark.long
def test_what_the_cache_does_not_keep_is_told(tiny_folder, tmp_path):
    """No file may be as large as the background's is."""
    import resource  # not on Windows

    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "warm", tiny_folder, "--size", "1280x720"],
        cwd=tmp_path,
        env=environment(tmp_path),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOMY_FILE, ROOMY_FILE)),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, f"{PICTURES - 1} pictures drawn, 0 were there\n")
    assert "kiosk: 1 pictures could not be drawn, or not be kept in " in done.stderr


def test_a_cache_that_is_no_folder_is_refused(kiosk_, tiny_folder, tmp_path):
    (tmp_path / "cache").write_text("in the way")
    done = kiosk_("warm", tiny_folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"kiosk: The folder .+ cannot be made: .+\n", done.stderr)
