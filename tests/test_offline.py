"""The booth talks to nobody: it holds no socket to the outside, and misses nothing where there is no network."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from processes import PROBE, linux
from walked import STEPS_WHEN_TOLD, stepped_through


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
@pytest.mark.cold
@(pytest.mark.long if shutil.which("strace") else lambda test: test)  # strace sees every call: closed/test_system_calls
def test_neither_the_booth_nor_its_workers_hold_a_socket_to_the_outside(start, tiny_folder):
    booth = start("run", tiny_folder, *PROBE, python=("-c", STEPS_WHEN_TOLD))
    seen = set()
    for processes in stepped_through(booth):
        assert not outside(processes)
        seen |= processes
    assert booth.stderr() == ""
    assert len(seen) > 1, "the chart was drawn by a worker"


@linux
@pytest.mark.cold
def test_a_booth_without_any_network_shows_the_same(start, tiny_folder):
    if not without_network():
        pytest.skip("processes cannot be taken off the network here")
    booth = start("run", tiny_folder, *PROBE, python=("-c", STEPS_WHEN_TOLD), under=without_network())
    seen = set()
    for processes in stepped_through(booth):
        assert interfaces(booth.child.pid) == ["lo"]
        seen |= processes
    assert booth.stderr() == ""
    assert len(seen) > 1, "the chart was drawn by a worker"
