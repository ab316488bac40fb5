"""The booth killed at any moment, and the power cut: what was kept stays whole, and the deck is there again."""

from __future__ import annotations

import ctypes
import fcntl
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from processes import ROOT, Process, alive, until

from kiosk.leads.store import file_in
from kiosk.visits.database import open_database
from kiosk.visits.log import FILE

pytestmark = pytest.mark.soak

KILLS = int(os.environ.get("KIOSK_KILLS", "500"))
CUTS = int(os.environ.get("KIOSK_CUTS", "200"))
SHOWN_S = 5.0

VISITED = """
import sys
from PySide6.QtCore import QTimer
from kiosk.stage import run, visitors

class Visited(visitors.Visitors):
    '''Somebody goes through the slides all the time, and is gone every second step; a line says when one is shown.'''

    def __init__(self, *given):
        super().__init__(*given)
        self._step = QTimer(interval=30)
        self._step.timeout.connect(self._go)
        self._step.start()
        self._steps = 0
        print("shown", flush=True)

    def _go(self):
        self._steps += 1
        self._stage.next() if self._steps % 3 else self._stage.rest()
        if not self._steps % 3:
            self._stage.touched()

visitors.Visitors = Visited
from kiosk.cli import main
main()
"""
"""The real booth, with somebody in front of it."""


def test_killed_at_any_moment_it_comes_back_and_the_log_is_whole(tmp_path, tiny_folder):
    chance = random.Random(11)  # noqa: S311
    took = []
    for _ in range(KILLS):
        began = time.monotonic()
        booth = Process(tmp_path, "run", tiny_folder, "--windowed", "800x600", python=("-c", VISITED))
        try:
            assert booth.line() == "shown", booth.stderr()
            took.append(time.monotonic() - began)
            time.sleep(chance.uniform(0.0, 0.4))
            workers = booth.descendants()
            booth.child.kill()
            booth.child.wait()
            until(lambda workers=workers: not any(map(alive, workers)), seconds=5)
        finally:
            booth.child.kill()
            booth.child.wait()
            booth.child.stdin.close()
            booth.child.stdout.close()
        said = [line for line in booth.stderr().splitlines() if "resource_tracker" not in line and "warn(" not in line]
        assert not said  # Python's own tracker tells of the semaphores of whoever was killed
    file = tmp_path / "state" / FILE
    database = sqlite3.connect(file)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (visits,) = database.execute("SELECT count(*) FROM visits").fetchone()
    database.close()
    median = sorted(took)[len(took) // 2]
    sys.stdout.write(f"{KILLS} kills, {visits} visits, shown again in {max(took):.2f} s at most, {median:.2f} median\n")
    assert visits
    assert not list(file.parent.glob("*corrupt*"))
    assert max(took[1:]) < SHOWN_S


WRITES = """
import sys, time
from pathlib import Path
from kiosk.deck.compiled import open_deck
from kiosk.visits.log import VisitLog
from kiosk.visits.visit import Ending, Stay, Visit
state, cache, deck = map(Path, sys.argv[1:])
log = VisitLog(state)
deck_file = deck / "deck.yaml"
text = deck_file.read_text(encoding="utf-8")
print("ready", flush=True)
number = 0
while True:
    number += 1
    while log.waiting:
        time.sleep(0.0005)
    print(number - 1, flush=True)
    log.keep(Visit("2026-05-08T09:00:00+00:00", "en", 9, Ending.IDLE, [Stay("slide", "a", 3)] * 4))
    if number % 20 == 0:
        deck_file.write_text(text + f"# {number}\\n", encoding="utf-8")
        open_deck(deck, cache)
"""
"""Visits to the log, and decks to the cache of compiled ones."""

_SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN …"""
_NO_LOG_FLUSH = 2
"""… as when the power goes: what is not on the disk is lost."""


@pytest.fixture
def disk(tmp_path):
    """A disk of its own in a file, and where it is mounted."""
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        pytest.skip("mounting a disk of its own needs root and mkfs.ext4")
    image, place = tmp_path / "disk.img", tmp_path / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", image], check=True)  # noqa: S607
    mounted = subprocess.run(["mount", "-o", "loop", image, place], check=False, capture_output=True)  # noqa: S607
    if mounted.returncode:
        pytest.skip(f"no loop mount here: {mounted.stderr.decode().strip()}")
    yield image, place
    subprocess.run(["umount", place], check=False, capture_output=True)  # noqa: S607


def test_the_power_cut_tears_nothing(disk, tiny_folder):
    _, place = disk
    state, cache = place / "state", place / "cache"
    deck = (tiny_folder / "deck.yaml").read_bytes()
    damaged, kept = [], 0
    for cut, said in enumerate(cuts(disk, WRITES, state, cache, tiny_folder)):
        kept += int(said[-1]) if said else 0
        if (state / FILE).exists():
            database = open_database(state / FILE, damaged.append)
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], cut
            (visits,) = database.execute("SELECT count(*) FROM visits").fetchone()
            database.close()
            assert visits >= kept, cut
    assert not damaged
    assert kept
    sys.stdout.write(f"{CUTS} power cuts, {kept} visits acknowledged, {visits} there\n")
    (tiny_folder / "deck.yaml").write_bytes(deck)  # who wrote it was ended amid that, perhaps
    subprocess.run(  # a deck whose compiled form was torn is read from its own files
        [sys.executable, "-m", "kiosk", "outline", tiny_folder],
        env={**os.environ, "PYTHONPATH": str(ROOT), "KIOSK_CACHE": str(cache)},
        check=True,
        capture_output=True,
    )


LEAVES = """
import sys
from pathlib import Path
from kiosk.leads.store import Store, file_in
store = Store(file_in(Path(sys.argv[1])), print)
print("ready", flush=True)
while True:
    print(store.keep(b"KL1" + bytes(600), "2026-05-08"), flush=True)
"""


def test_the_power_cut_loses_no_contact_that_was_acknowledged(disk):
    state = disk[1] / "state"
    acknowledged: set[int] = set()
    for cut, said in enumerate(cuts(disk, LEAVES, state)):
        acknowledged |= {int(number) for number in said}
        with closing(sqlite3.connect(file_in(state))) as store:
            assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)], cut
            there = {number for (number,) in store.execute("SELECT id FROM leads")}
        assert acknowledged <= there, cut
    assert acknowledged
    sys.stdout.write(f"{CUTS} power cuts, {len(acknowledged)} contacts acknowledged, {len(there)} there\n")


def cuts(disk, writes: str, *arguments: Path) -> Iterator[list[bytes]]:
    """What a writer has said, after "ready", each time the power is cut while it writes and is there again."""
    image, place = disk
    chance = random.Random(13)  # noqa: S311
    for _ in range(CUTS):
        writer = subprocess.Popen(
            [sys.executable, "-c", writes, *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        writer.stdout.readline()
        time.sleep(chance.uniform(0.05, 0.4))
        cut_power(place)
        writer.kill()
        said = writer.stdout.read()
        writer.wait()
        writer.stdout.close()
        subprocess.run(["umount", place], check=True)  # noqa: S607
        subprocess.run(["mount", "-o", "loop", image, place], check=True)  # noqa: S607
        yield said[: said.rfind(b"\n") + 1].split()


def cut_power(place: Path) -> None:
    """Stop the file system at once, nothing flushed."""
    handle = os.open(place, os.O_RDONLY)
    try:
        fcntl.ioctl(handle, ctypes.c_int(_SHUTDOWN).value, struct.pack("I", _NO_LOG_FLUSH))
    finally:
        os.close(handle)
