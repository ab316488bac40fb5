"""What the operator asks for at the panel and the watch does: again, with another deck, or no more."""

from __future__ import annotations

import json
import os
import signal

import pytest
from processes import alive, linux, until
from tiny import write_tiny_deck

pytestmark = linux

OPERATED = """
import os
from pathlib import Path
from kiosk.session.voice import Voice, Word
say, told = Voice.say, []
def operate():
    from kiosk.place import Desk
    from kiosk.stage.operating import Operating
    operating = window().findChild(Operating)
    stage = operating._stage
    line = os.read(0, 1)  # not more: what Python keeps of stdin wakes nobody
    while not line.endswith(b"\\n"):
        line += os.read(0, 1)
    action, *more = line.decode().split()
    if action == "at":
        print(stage.place.desk.value, stage.place.screen.value, stage.folder.name, flush=True)
    elif action == "panel":
        stage.touched()
        stage.open_desk(Desk.PANEL)
    elif action == "quit":
        operating.leave()
    else:
        operating.start_again(*map(Path, more), rested=action == "restart")
def window():
    from PySide6.QtGui import QGuiApplication
    return QGuiApplication.allWindows()[0]
def says(self, word, text=""):
    say(self, word, text)
    if word == Word.SHOWN:
        from PySide6.QtCore import QSocketNotifier
        told.append(QSocketNotifier(0, QSocketNotifier.Type.Read))
        told[0].activated.connect(operate)
        print("shown", flush=True)
Voice.say = says
if __name__ == "__main__":
    from kiosk.cli import main
    main()
"""
"""A booth that does on stdin's word what its panel asks of the session, and says where it is."""


@pytest.fixture
def booth(start, tiny_folder):
    booth = start("run", tiny_folder, "--windowed", "800x600", "--start", "trade", python=("-c", OPERATED))
    assert booth.line() == "shown"
    return booth


def at(booth) -> str:
    booth.tell("at")
    return booth.line()


def test_a_reload_comes_back_to_the_same_slide_with_the_panel_open(booth):
    shown = booth.booth()
    booth.tell("panel")
    booth.tell("reload")
    assert booth.line() == "shown"
    assert at(booth) == "panel slide deck"
    assert not alive(shown)
    assert booth.end(signal.SIGTERM)[0] == 0
    assert booth.stderr() == ""


def test_a_restart_begins_with_the_attract_loop(booth):
    booth.tell("panel")
    booth.tell("restart")
    assert booth.line() == "shown"
    assert at(booth).split() == ["attract", "deck"]


def test_another_deck_is_shown_and_stays_after_a_crash(booth, tmp_path):
    write_tiny_deck(tmp_path / "fair")
    booth.tell("panel")
    booth.tell(f"choose {tmp_path / 'fair'}")
    assert booth.line() == "shown"
    assert at(booth) == "panel slide fair"
    status = tmp_path / "state" / "status.json"
    until(lambda: json.loads(status.read_text())["deck"] == str(tmp_path / "fair"))
    os.kill(booth.booth(), signal.SIGKILL)
    assert booth.line() == "shown"
    assert at(booth).split()[-1] == "fair"
    booth.tell("choose nowhere")
    assert booth.line() == "shown"
    assert at(booth).split()[-1] == "fair"


def test_to_quit_ends_the_watch_too(booth):
    booth.tell("quit")
    assert booth.child.wait(timeout=60) == 0
    assert booth.stderr() == ""


@pytest.fixture
def unattended(monkeypatch, tmp_path, start, tiny_folder):
    """A booth as the unit of `kiosk install` starts it, and the folder in which that looks whether it was quit."""
    folder = tmp_path / "run"
    folder.mkdir()
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    monkeypatch.setenv("RUNTIME_DIRECTORY", str(folder))
    booth = start("run", tiny_folder, "--windowed", "800x600", python=("-c", OPERATED))
    assert booth.line() == "shown"
    return booth, folder


def test_to_quit_keeps_systemd_from_starting_it_again(unattended):
    booth, folder = unattended
    booth.tell("quit")
    assert booth.child.wait(timeout=60) == 0
    assert [file.name for file in folder.iterdir()] == ["quit"]


def test_to_be_ended_does_not(unattended):
    booth, folder = unattended
    assert booth.end(signal.SIGTERM)[0] == 0
    assert not list(folder.iterdir())
