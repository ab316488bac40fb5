"""Real key events of a real display: an X server, a window manager that closes windows by Alt+F4, and the booth."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import Process, linux, until

TOOLS = ("Xvfb", "openbox", "xdotool")
RC = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard>
<keybind key="A-F4"><action name="Close"/></keybind>
<keybind key="C-q"><action name="Close"/></keybind>
</keyboard></openbox_config>
"""
"""What asks the window to close, as every desktop does. What only a session can hold back is not bound: closed.md."""
WORST = "alt+F4 ctrl+q ctrl+w alt+Tab super+d super+r ctrl+alt+Delete ctrl+alt+t F11 F5 alt+space Menu ctrl+c ctrl+p"
SYMS = [
    *"F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 Escape Tab Return space BackSpace Delete Insert Home End".split(),  # noqa: SIM905 - reads better
    *"Prior Next Left Right Up Down Menu Print Pause Scroll_Lock Num_Lock Caps_Lock KP_Enter KP_Add KP_5".split(),  # noqa: SIM905 - reads better
    *"Help Undo Find Cancel Execute XF86PowerOff XF86Sleep XF86HomePage XF86WWW XF86Mail XF86Search".split(),  # noqa: SIM905 - reads better
    *"XF86Explorer XF86Calculator XF86Eject XF86Back XF86Forward XF86Reload XF86Close XF86AudioMute".split(),  # noqa: SIM905 - reads better
    *"XF86Launch1 XF86MonBrightnessUp XF86Terminal a c d e f g h l m n o p q r s t v w x z 0 1 2 7 9 plus".split(),  # noqa: SIM905 - reads better
    *"minus comma period slash".split(),  # noqa: SIM905 - reads better
]
HELD = ["", "ctrl+", "alt+", "super+", "shift+", "ctrl+alt+", "ctrl+shift+", "alt+shift+"]


@pytest.fixture
def display(tmp_path) -> Iterator[dict[str, str]]:
    """The environment of a screen of its own, 1280x720, with a window manager."""
    if missing := [tool for tool in TOOLS if not shutil.which(tool)]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    read, write = os.pipe()
    (tmp_path / "rc.xml").write_text(RC)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = ["/usr/bin/env", "Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), **quiet) as server:
        os.close(write)
        with os.fdopen(read) as told:
            env = {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        command = ["/usr/bin/env", "openbox", "--config-file", str(tmp_path / "rc.xml")]
        with subprocess.Popen(command, env=os.environ | env, **quiet) as manager:
            yield env
            manager.terminate()
        server.terminate()


class Desk:
    """The display, as somebody in front of it has it."""

    def __init__(self, env: dict[str, str]) -> None:
        self._env = os.environ | env

    def do(self, *words: str) -> str:
        command = ["/usr/bin/env", "xdotool", *words]
        done = subprocess.run(command, env=self._env, capture_output=True, text=True, check=False, timeout=60)
        return done.stdout

    def windows(self) -> dict[str, str]:
        """The visible windows that have a size, and their places."""
        found = self.do("search", "--onlyvisible", "--name", ".").split()
        return {window: self.do("getwindowgeometry", window) for window in found}


def opened(start, deck: Path, display: dict[str, str]) -> tuple[Process, Desk, dict[str, str]]:
    booth = start("run", deck, "--probe", "--no-transitions", env=display)
    assert booth.line() == "slide 0 complete", booth.stderr()
    desk = Desk(display)
    until(lambda: any("1280x720" in place for place in desk.windows().values()), 20)
    return booth, desk, desk.windows()


@linux
@pytest.mark.parametrize(
    "keys",
    [
        WORST.split(),
        pytest.param([held + key for held, key in itertools.product(HELD, SYMS)], marks=pytest.mark.soak),
    ],
    ids=["the worst", "every key with every modifier"],
)
def test_no_key_closes_leaves_or_opens_a_window(start, tiny_folder, display, keys):
    booth, desk, before = opened(start, tiny_folder, display)
    for at in range(0, len(keys), 40):
        desk.do("key", "--delay", "15", *keys[at : at + 40])
        assert booth.child.poll() is None, keys[at : at + 40]
    for _ in range(5):
        desk.do("key", "Shift_L")
    time.sleep(0.5)
    assert desk.windows() == before, "the same windows, as large as they were"
    assert desk.do("getactivewindow").strip() in before
    code, _ = booth.end(signal.SIGTERM)
    assert (code, booth.stderr()) == (0, "")


@linux
@pytest.mark.soak
def test_no_click_of_any_button_opens_a_window(start, tiny_folder, display):
    booth, desk, before = opened(start, tiny_folder, display)
    for button, point in itertools.product("23456789", ("640 360", "5 5", "1275 715")):
        desk.do("mousemove", *point.split(), "click", button)
    desk.do("mousemove", "640", "360", "mousedown", "1", "sleep", "1.2", "mousemove", "0", "0", "mouseup", "1")
    assert booth.child.poll() is None
    assert desk.windows() == before
    assert (booth.end(signal.SIGTERM)[0], booth.stderr()) == (0, "")
