"""A booth that falls over comes back, and nothing is left of one that is told to end: with real processes."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from processes import PROBE, alive, linux, until
from spread import rather

pytestmark = linux

SOON = ("--start", "trade")
NO_PLATFORM = """
import os
os.environ["QT_QPA_PLATFORM"] = "nonsense"
if __name__ == "__main__":
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
if __name__ == "__main__":
    from kiosk.cli import main
    main()
"""
"""A booth that crashes while the slide `history` is brought to the screen."""
HUNG_UP = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "kiosk.deck.aside":
            os.kill(os.getpid(), signal.SIGHUP)
sys.meta_path.insert(0, Finder())
if __name__ == "__main__":
    from kiosk.cli import main
    main()
"""
"""A booth that is asked to read its deck again at the worst of moments: while it is about to do so by itself."""
DRIVEN = """
import sys
from kiosk.session.voice import Voice, Word
say, place = Voice.say, Voice.place
told = []
def press():
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    key = getattr(Qt.Key, sys.stdin.readline().strip())
    QTest.keyClick(QGuiApplication.allWindows()[0], key)
def says(self, word, text=""):
    say(self, word, text)
    if word == Word.SHOWN:
        from PySide6.QtCore import QSocketNotifier
        told.append(QSocketNotifier(0, QSocketNotifier.Type.Read))
        told[0].activated.connect(press)
        print("shown", flush=True)
    if text == "key n":
        for _ in range(20):
            from PySide6.QtCore import QTimer
            QTimer.singleShot(100, fails)
def fails():
    raise RuntimeError("nobody catches this")
def leads(self, kept):
    place(self, kept)
    print(kept, flush=True)
Voice.say, Voice.place = says, leads
if __name__ == "__main__":
    from kiosk.cli import main
    main()
"""
"""A booth that tells where it is on stdout, takes keys by their names on stdin, and fails a lot after N."""
BAD_UNLESS = """
from pathlib import Path
from kiosk.session import watch
watch.GOOD_AFTER = 2.0
from kiosk.session.voice import Voice, Word
say, deck = Voice.say, []
def says(self, word, text=""):
    say(self, word, text)
    if word == Word.DECK:
        deck.append(text)
    shows = word == Word.SHOWN or len(deck) > 1
    if shows and Path("sound").exists() and Path("sound").read_text() != deck[-1]:
        import ctypes
        ctypes.string_at(0)
Voice.say = says
if __name__ == "__main__":
    from kiosk.cli import main
    main()
"""
"""A booth to which a deck is good after two seconds; it crashes with any deck but the one named in a file."""
WINDOWED = ("--windowed", "800x600", "--no-transitions")


def reports(tmp_path: Path) -> list[str]:
    """The reports there are, whole."""
    return [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "state" / "reports").glob("*.txt"))]


def status(tmp_path: Path) -> dict:
    try:
        return json.loads((tmp_path / "state" / "status.json").read_text(encoding="utf-8"))
    except OSError:
        return {}


@pytest.mark.parametrize("number", rather(signal.SIGSEGV, signal.SIGKILL), ids=["SIGSEGV", "SIGKILL"])
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
    assert "most recent call first" in reports(tmp_path)[0]  # of whichever thread the signal came to


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


@pytest.mark.cold
def test_the_booth_ends_with_its_watch_and_so_do_the_workers(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, *SOON)
    assert booth.line() == "slide 4 complete"
    others = booth.descendants()
    assert len(others) > 1
    booth.child.kill()
    until(lambda: not any(map(alive, others)), seconds=3)


@pytest.mark.parametrize("number", rather(signal.SIGTERM, signal.SIGINT))
def test_a_booth_that_hangs_ends_within_a_second_when_it_is_told_to(start, tiny_folder, number):
    booth = start("run", tiny_folder, *PROBE)
    assert booth.line() == "slide 0 complete"
    others = booth.descendants()
    os.kill(booth.booth(), signal.SIGSTOP)
    code, took = booth.end(number)
    assert code == 0
    assert took < 2  # a second, and what a busy machine adds
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
    until(lambda: status(tmp_path)["deck_hash"] != before, 30)  # a process is started to read it
    assert status(tmp_path)["booth"] == booth.booth() == first, "it goes on"
    assert (status(tmp_path)["crashes"], booth.stderr()) == (0, "")
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_booth_may_be_asked_to_read_its_deck_while_it_is_about_to(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, *SOON, python=("-c", HUNG_UP))
    assert booth.line() == "slide 4 complete"
    until(lambda: status(tmp_path).get("deck_hash"))
    before = status(tmp_path)["deck_hash"]
    overview = tiny_folder / "overview.yaml"
    overview.write_text(overview.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    until(lambda: status(tmp_path)["deck_hash"] != before, 30)
    assert (status(tmp_path)["crashes"], booth.stderr()) == (0, "")


def test_a_slide_that_crashes_the_booth_is_left_out_after_three_times(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, "--start", "history", python=("-c", CRASH))
    assert booth.line() == "slide 0 complete"
    until(lambda: status(tmp_path).get("safe_mode") == "less" and len(reports(tmp_path)) == 3)
    assert status(tmp_path)["left_out"] == ["history"]
    until(lambda: "Left out after crashes: history." in booth.stderr())
    hill = tiny_folder / "hill.yaml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("id: history", "id: past"), encoding="utf-8")
    until(lambda: status(tmp_path).get("safe_mode") == "whole")
    assert status(tmp_path)["left_out"] == []
    assert booth.end(signal.SIGTERM)[0] == 0


def test_a_booth_that_cannot_be_started_is_given_up(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *PROBE, python=("-c", NO_PLATFORM))
    assert booth.child.wait(timeout=30) == 1
    until(lambda: len(reports(tmp_path)) == 4)
    assert "Why       the signal SIGABRT" in reports(tmp_path)[0]
    assert booth.stderr().count("cannot be started here") == 1


def test_the_visitors_language_and_sizes_come_back_too(start, tiny_folder):
    booth = start("run", tiny_folder, *WINDOWED, "--start", "trade", python=("-c", DRIVEN))
    at_first = booth.line()
    assert "'slide': 'trade'" in at_first
    assert booth.line() == "shown"
    booth.tell("Key_L")
    in_chinese = booth.line()
    assert in_chinese == at_first.replace("'en'", "'zh'") != at_first
    os.kill(booth.booth(), signal.SIGKILL)
    assert booth.line() == in_chinese
    assert booth.line() == "shown"


@pytest.mark.long
def test_a_booth_starts_anew_at_its_time(start, tiny_folder, tmp_path):
    """G5: its time is the minute after it began; it looks twice a minute, and is back within ten seconds."""
    config = tmp_path / "restarted.toml"
    at = (datetime.now() + timedelta(minutes=1)).replace(second=0, microsecond=0)  # noqa: DTZ005 - the wall's
    config.write_text(f'restart = "{at:%H:%M}"\n')
    env = {"KIOSK_CONFIG": str(config)}
    booth = start("run", tiny_folder, *WINDOWED, python=("-c", DRIVEN), env=env)
    while booth.line() != "shown":
        pass
    first = booth.booth()
    while booth.line() != "shown":
        pass
    assert datetime.now() - at < timedelta(seconds=30 + 10)  # noqa: DTZ005
    assert booth.booth() != first
    assert reports(tmp_path) == []


@pytest.mark.long
def test_a_talk_goes_on_where_it_was(start, tiny_folder):
    booth = start("present", tiny_folder, *WINDOWED[:2], python=("-c", DRIVEN))
    assert booth.line() == "shown"
    for key in ("Key_End", "Key_W"):
        booth.tell(key)
        spoken = booth.line()
    assert "'slide': 'more'" in spoken
    assert "'blank': 'white'" in spoken
    os.kill(booth.booth(), signal.SIGKILL)
    assert booth.line() == spoken
    assert booth.line() == "shown"
    assert booth.end(signal.SIGTERM)[0] == 0


def test_exceptions_are_told_and_too_many_start_the_booth_again(start, tiny_folder, tmp_path):
    booth = start("run", tiny_folder, *WINDOWED, "--start", "trade", python=("-c", DRIVEN))
    place = booth.line()
    assert booth.line() == "shown"
    booth.tell("Key_N")
    after = booth.line()
    assert after != place
    assert booth.line() == after, "the booth that was started again shows the same"
    assert booth.line() == "shown"
    until(lambda: len(reports(tmp_path)) == 1)
    (report,) = reports(tmp_path)
    assert "Why       too many exceptions" in report
    assert report.count("RuntimeError: nobody catches this") == 1
    assert report.count("RuntimeError at <string>") == 20
    assert "key n" in report
    assert booth.stderr().count("Traceback") == 1


@pytest.mark.long
def test_a_deck_that_crashes_everywhere_gives_way_to_the_one_before_and_then_to_the_calm_screen(
    start, tiny_folder, tmp_path
):
    booth = start("run", tiny_folder, *WINDOWED, python=("-c", BAD_UNLESS))
    goods = tmp_path / "state" / "good"
    until(lambda: list(goods.glob("*/*.deck")), seconds=20)
    (good,) = goods.glob("*/*.deck")
    (tmp_path / "sound").write_text(good.stem)
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    os.kill(booth.child.pid, signal.SIGHUP)
    until(lambda: (status(tmp_path).get("safe_mode"), status(tmp_path).get("deck_hash")) == ("good", good.stem), 20)
    (tmp_path / "sound").write_text("none")
    os.kill(booth.booth(), signal.SIGSEGV)
    until(lambda: status(tmp_path).get("safe_mode") == "calm", 20)
    assert "Back soon" in status(tmp_path)["says"]
    assert booth.end(signal.SIGTERM)[0] == 0


def test_systemd_is_told_what_goes_on(start, tiny_folder, tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(20)
        systemd = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
        booth = start("run", tiny_folder, *PROBE, env=systemd)

        def hears(word: str) -> bool:
            return word in manager.recv(4096).decode().splitlines()

        until(lambda: hears("READY=1"))
        until(lambda: hears("WATCHDOG=1"))
        booth.booth()
        os.kill(booth.child.pid, signal.SIGHUP)
        until(lambda: hears("RELOADING=1"))
        until(lambda: hears("READY=1"))
        booth.child.terminate()
        until(lambda: hears("STOPPING=1"))
        assert booth.child.wait(timeout=5) == 0
