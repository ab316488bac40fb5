"""One booth for each screen, also after one that was killed."""

from __future__ import annotations

import signal

import pytest
from processes import alive, linux, until

from kiosk.session.instance import screen_name

pytestmark = linux
LOCK = "booth-offscreen.lock"


def test_a_second_booth_on_a_screen_says_so_and_ends(start, tiny_folder, tmp_path):
    first = start("run", tiny_folder)
    lock = tmp_path / "state" / LOCK
    until(lambda: lock.exists() and lock.read_text() == f"{first.child.pid}\n")
    shown = first.booth()
    second = start("run", tiny_folder, told="second")
    assert second.child.wait(timeout=60) == 3
    assert second.stderr() == f"kiosk: This screen has a booth already, process {first.child.pid}.\n"
    assert alive(shown)
    assert first.end(signal.SIGTERM)[0] == 0
    assert first.stderr() == ""
    assert lock.read_text() == ""


def test_a_booth_that_was_killed_keeps_no_screen(start, tiny_folder, tmp_path):
    first = start("run", tiny_folder)
    first.booth()
    first.child.kill()
    first.child.wait()
    second = start("run", tiny_folder, told="second")
    lock = tmp_path / "state" / LOCK
    until(lambda: lock.read_text() == f"{second.child.pid}\n")
    second.booth()
    assert second.end(signal.SIGTERM)[0] == 0
    assert second.stderr() == ""


def test_a_window_at_a_desk_takes_no_screen(start, tiny_folder):
    first = start("run", tiny_folder)
    first.booth()
    second = start("run", tiny_folder, "--windowed", "800x600", "--probe", told="second")
    assert second.line() == "slide 0 complete"
    assert first.child.poll() is None


def test_a_state_folder_that_takes_no_files_costs_the_lock_and_no_more(start, tiny_folder, tmp_path):
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    booth = start("run", tiny_folder)
    booth.booth()
    assert booth.end(signal.SIGTERM)[0] == 0
    assert len(booth.stderr().splitlines()) == 1


@pytest.mark.parametrize(
    ("set_", "name"),
    [
        ({"DISPLAY": ":0"}, "0"),
        ({"DISPLAY": "host:1.0"}, "host_1.0"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-1"}, "wayland-1"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "0"),
        ({"QT_QPA_PLATFORM": "eglfs:x"}, "eglfs"),
        ({"WAYLAND_DISPLAY": "/run/../w"}, "run_.._w"),
        ({}, "screen"),
    ],
)
def test_every_screen_has_a_name_of_its_own(monkeypatch, set_, name):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
        if variable in set_:
            monkeypatch.setenv(variable, set_[variable])
    assert screen_name() == name
