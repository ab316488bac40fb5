"""The booth talks to nobody: it holds no socket to the outside, and misses nothing where there is no network."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from processes import PROBE, Process, linux

SLIDES = 8
STEPS_WHEN_TOLD = """
import os, sys
from kiosk.places import cache_folder
from kiosk.stage import graphics
graphics.prepare(cache_folder())
from kiosk.stage.application import application
app = application()
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
def step():
    if os.read(sys.stdin.fileno(), 64):
        QTest.keyClick(QGuiApplication.allWindows()[0], Qt.Key.Key_Right)
told.activated.connect(step)
from kiosk.cli import main
main()
"""
"""A booth that presses Right for each line on its stdin: the offscreen platform has no keyboard."""


def outside(pids: Iterable[int]) -> set[str]:
    """The internet sockets that processes hold; those of one that ends meanwhile are gone."""
    found = set()
    for pid in pids:
        with suppress(OSError):
            found |= _held(pid) & _internet(pid)
    return found


def _internet(pid: int) -> set[str]:
    """Every internet socket of the network that a process is in."""
    files = [Path(f"/proc/{pid}/net/{name}{version}") for name in ("tcp", "udp", "raw") for version in ("", "6")]
    lines = [line for file in files if file.exists() for line in file.read_text().splitlines()[1:]]
    return {f"socket:[{line.split()[9]}]" for line in lines}


def _held(pid: int) -> set[str]:
    """What a process has open."""
    held = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            held.add(str(descriptor.readlink()))
    return held


def interfaces(pid: int) -> list[str]:
    """The network interfaces that a process sees."""
    return [line.partition(":")[0].strip() for line in Path(f"/proc/{pid}/net/dev").read_text().splitlines()[2:]]


def stepped_through(booth: Process) -> Iterator[set[int]]:
    """Every process of the booth at each slide of the deck; then it ends, and has complained of nothing."""
    for slide in range(SLIDES):
        assert booth.line() == f"slide {slide} complete", booth.stderr()
        yield {booth.child.pid, *booth.descendants()}
        booth.tell("right")
    assert booth.end(signal.SIGTERM)[0] == 0
    assert (booth.line(), booth.stderr()) == ("", "")


@cache
def without_network() -> tuple[str, ...]:
    """What a command is put after to have no network; nothing where that may not be done here."""
    for under in (("unshare", "-n"), ("unshare", "-r", "-n")):
        if (
            shutil.which("unshare")
            and subprocess.run([*under, "true"], capture_output=True, check=False).returncode == 0
        ):
            return under
    return ()


@linux
@pytest.mark.parametrize(("kind", "listens"), [(socket.SOCK_STREAM, True), (socket.SOCK_DGRAM, False)])
def test_a_socket_would_be_noticed(kind, listens):
    before = outside([os.getpid()])
    with socket.socket(socket.AF_INET, kind) as opened:
        opened.bind(("127.0.0.1", 0))
        if listens:
            opened.listen()
        assert len(outside([os.getpid()]) - before) == 1
    assert outside([os.getpid()]) == before


@linux
def test_neither_the_booth_nor_its_workers_hold_a_socket_to_the_outside(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, python=("-c", STEPS_WHEN_TOLD))
    seen = set()
    for processes in stepped_through(booth):
        assert not outside(processes)
        seen |= processes
    assert len(seen) > 1, "the chart was drawn by a worker"


@linux
def test_a_booth_without_any_network_shows_the_same(start, tiny_folder):
    if not without_network():
        pytest.skip("processes cannot be taken off the network here")
    booth = start("run", tiny_folder, *PROBE, python=("-c", STEPS_WHEN_TOLD), under=without_network())
    seen = set()
    for processes in stepped_through(booth):
        assert interfaces(booth.child.pid) == ["lo"]
        seen |= processes
    assert len(seen) > 1, "the chart was drawn by a worker"
