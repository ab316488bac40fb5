"""The screen of a booth does not go dark; on a real X server, without a screen."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess

import pytest
from processes import linux, until

from kiosk.session.awake import Awake

pytestmark = [linux, pytest.mark.skipif(not shutil.which("Xvfb"), reason="there is no Xvfb here")]


class Server:
    """An X server, and how long it lets its screen be before it blanks it."""

    def __init__(self) -> None:
        reading, writing = os.pipe()
        self._process = subprocess.Popen(
            [
                shutil.which("Xvfb"),
                "-displayfd",
                str(writing),
                "-screen",
                "0",
                "1280x720x24",
                "-s",
                "5",
                "-nolisten",
                "tcp",
            ],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))

    def seconds(self) -> int:
        values = [ctypes.c_int() for _ in range(4)]
        self._x11.XGetScreenSaver(self._connection, *map(ctypes.byref, values))
        return values[0].value

    def end(self) -> None:
        self._x11.XCloseDisplay(self._connection)
        self._process.terminate()
        self._process.wait()


@pytest.fixture
def server():
    server = Server()
    yield server
    server.end()


def test_the_screen_saver_is_off_while_a_booth_has_the_screen(start, tiny_folder, server):
    before = server.seconds()
    assert before > 0
    booth = start("run", tiny_folder, env={"QT_QPA_PLATFORM": "xcb", "DISPLAY": server.display})
    until(lambda: server.seconds() == 0, seconds=20)
    assert booth.end(signal.SIGTERM)[0] == 0
    until(lambda: server.seconds() == before, seconds=20)
    assert booth.stderr() == ""


def test_what_cannot_be_done_is_told_once(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    told = []
    Awake("xcb", told.append).close()
    until(lambda: told)
    assert told == ["the screen saver stays on: no X server answers at :4711"]


def test_where_nothing_goes_dark_nothing_is_done():
    told = []
    Awake("offscreen", told.append).close()
    assert told == []
