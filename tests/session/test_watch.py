"""A booth that falls over comes back, and nothing is left of one that is told to end: with real processes."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest
from processes import PROBE, alive, linux, until

pytestmark = linux

SOON = ("--start", "trade")
NO_PLATFORM = """
import os
os.environ["QT_QPA_PLATFORM"] = "nonsense"
from kiosk.cli import main
main()
"""
CRASH = """
from kiosk.session.voice import Voice
place = Voice.place
def does(self, kept):
    place(self, kept)
    if kept["slide"] == "history":
        import ctypes
        ctypes.string_at(0)
Voice.place = does
from kiosk.cli import main
main()
"""
"""A booth that crashes while the slide `history` is brought to the screen."""


def reports(tmp_path: Path) -> list[str]:
    """The reports there are, whole."""
    return [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "state" / "reports").glob("*.txt"))]


def status(tmp_path: Path) -> dict:
    try:
        return json.loads((tmp_path / "state" / "status.json").read_text(encoding="utf-8"))
    except OSError:
        return {}


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGKILL], ids=["SIGSEGV", "SIGKILL"])
def test_a_booth_that_dies_comes_back_where_the_visitor_was(start, tiny_folder, tmp_path, number):
    booth = start("run", tiny_folder, *PROBE, *SOON)
    assert booth.line() == "slide 4 complete"
    first = booth.booth()
    until(lambda: status(tmp_path).get("booth") == first)
    os.kill(first, number)
    assert booth.line() == "slide 4 complete"
    assert booth.booth() != first
    until(lambda: len(reports(tmp_path)) == 1)
    (report,) = reports(tmp_path)
    assert f"Why       the signal {number.name}" in report
    assert ("Current thread" in report) == (number == signal.SIGSEGV)
    assert "slide trade" in report
    assert all(
        word in report for word in ("kiosk 0.", "Python 3.", "PySide6", "matplotlib", status(tmp_path)["deck_hash"])
    )
    until(lambda: status(tmp_path)["booth"] == booth.booth())
    assert status(tmp_path)["crashes"] == 1
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_booth_that_hangs_is_ended_and_comes_back(start, tiny_folder, tmp_path):
    """Stopped, it cannot write its stacks until it is let go on; it is, and does."""
    booth = start("run", tiny_folder, *PROBE, *SOON)
    assert booth.line() == "slide 4 complete"
    first = booth.booth()
    until(lambda: status(tmp_path).get("booth") == first)
    os.kill(first, signal.SIGSTOP)
    assert booth.line() == "slide 4 complete"
    assert not alive(first)
    until(lambda: len(reports(tmp_path)) == 1)
    assert "Why       a hang" in reports(tmp_path)[0]
    assert "Current thread" in reports(tmp_path)[0]


@pytest.mark.long
def test_a_watch_and_a_booth_that_were_stopped_together_go_on(start, tiny_folder):
    """As on a laptop's lid, or a virtual machine that was paused: the time that nobody saw pass is no hang."""
    booth = start("run", tiny_folder, *PROBE)
    assert booth.line() == "slide 0 complete"
    first = booth.booth()
    os.killpg(booth.child.pid, signal.SIGSTOP)
    time.sleep(13)
    os.killpg(booth.child.pid, signal.SIGCONT)
    time.sleep(1)
    assert booth.booth() == first
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


def test_the_booth_ends_with_its_watch_and_so_do_the_workers(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, *SOON)
    assert booth.line() == "slide 4 complete"
    others = booth.descendants()
    assert len(others) > 1
    booth.child.kill()
    until(lambda: not any(map(alive, others)), seconds=3)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_booth_that_hangs_ends_within_a_second_when_it_is_told_to(start, tiny_folder, number):
    booth = start("run", tiny_folder, *PROBE)
    assert booth.line() == "slide 0 complete"
    others = booth.descendants()
    os.kill(booth.booth(), signal.SIGSTOP)
    code, took = booth.end(number)
    assert code == 0
    assert took < 1.2
    until(lambda: not any(map(alive, others)), seconds=2)


def test_a_changed_deck_is_shown_after_sighup_at_the_same_place(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, *SOON)
    assert booth.line() == "slide 4 complete"
    first = booth.booth()
    until(lambda: status(tmp_path).get("booth") == first)
    before = status(tmp_path)["deck_hash"]
    overview = tiny_folder / "overview.yaml"
    overview.write_text(overview.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    os.kill(booth.child.pid, signal.SIGHUP)
    assert booth.line() == "slide 4 complete"
    until(lambda: status(tmp_path)["booth"] == booth.booth() != first)
    assert status(tmp_path)["deck_hash"] != before
    assert (status(tmp_path)["crashes"], booth.stderr()) == (0, "")
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_slide_that_crashes_the_booth_is_left_out_after_three_times(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, "--start", "history", python=("-c", CRASH))
    assert booth.line() == "slide 0 complete"
    until(lambda: status(tmp_path).get("safe_mode") == "less" and len(reports(tmp_path)) == 3)
    assert status(tmp_path)["left_out"] == ["history"]
    assert "Left out after crashes: history." in booth.stderr()
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_booth_that_cannot_be_started_is_given_up(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, python=("-c", NO_PLATFORM))
    assert booth.child.wait(timeout=30) == 1
    until(lambda: len(reports(tmp_path)) == 4)
    assert "Why       the signal SIGABRT" in reports(tmp_path)[0]
    assert booth.stderr().count("cannot be started here") == 1
