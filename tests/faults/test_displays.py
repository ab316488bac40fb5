"""A display that changes its size or is turned (E1), fifty times, under the watched booth on a real X server."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess

import pytest
from displays import display_of
from faults.test_surroundings import watched
from processes import linux

TELLS = """
import sys, time
from kiosk.cli import main
from kiosk.stage.app import Booth
prepare = Booth.prepare
def tell(booth):
    prepare(booth)
    from kiosk.stage.complete import complete
    window, began, frame, told = booth.window, [time.perf_counter()], [0.0], [""]
    def changed():
        began[0], frame[0] = time.perf_counter(), 0.0
    def drawn():
        size = f"{window.width()}x{window.height()}"
        frame[0] = frame[0] or time.perf_counter() - began[0]
        if size != told[0] and complete(window):
            told[0] = size
            print(size, window.visibility().name, f"{frame[0]:.3f}", len(app.topLevelWindows()), flush=True)
    from PySide6.QtGui import QGuiApplication as app
    window.widthChanged.connect(changed)
    window.heightChanged.connect(changed)
    window.frameSwapped.connect(drawn)
    window.update()
Booth.prepare = tell
main()
"""
"""The booth, which says at its first complete frame after a change what size it has, and how soon a frame had it:
the background is drawn anew by a worker, which may take longer."""
SIZES = [(1280, 720), (720, 1280), (1080, 1920), (1920, 1080), (1024, 768), (768, 1024), (1900, 800), (640, 480)]
"""An X server that is none of a graphics card's turns a screen by giving it the other size."""
CHANGES = 50


@linux
@pytest.mark.soak
def test_a_display_that_changes_fifty_times_is_filled_each_time_within_a_second(start, tiny_folder):
    with display_of(1920, 1920, "openbox", "xrandr") as display:
        env = os.environ | display

        def xrandr(*words: str) -> None:
            subprocess.run(["/usr/bin/env", "xrandr", *words], env=env, check=True, capture_output=True)

        for wide, high in SIZES:
            xrandr("--newmode", f"{wide}x{high}", *map(str, (100, wide, wide, wide, wide, high, high, high, high)))
            xrandr("--addmode", "screen", f"{wide}x{high}")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with subprocess.Popen(["/usr/bin/env", "openbox"], env=env, **quiet) as manager:
            booth = start("run", tiny_folder, "--start", "numbers", python=("-c", TELLS), env=display)
            with watched(booth):
                assert booth.line().startswith("1920x1920 FullScreen"), booth.stderr()
            slowest = 0.0
            for wide, high in itertools.islice(itertools.cycle(SIZES), CHANGES):
                xrandr("--output", "screen", "--mode", f"{wide}x{high}")
                said = ""
                with watched(booth):
                    while not said.startswith(f"{wide}x{high} "):  # a window manager may take two steps
                        said = booth.line()
                        assert said, booth.stderr()
                _, visibility, took, windows = said.split()
                assert (visibility, windows) == ("FullScreen", "1")
                slowest = max(slowest, float(took))
            assert booth.end(signal.SIGTERM)[0] == 0
            manager.terminate()
    print(f"{CHANGES} changes, laid out anew in {slowest * 1000:.0f} ms at most")  # noqa: T201 - the figure
    assert booth.stderr() == ""
    assert slowest < 1
