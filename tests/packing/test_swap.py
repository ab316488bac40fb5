"""An import that is killed at any of the system's calls leaves the old or the new deck, whole, and its way back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from packing.hostile import packed
from processes import ROOT, linux

from kiosk.packing import disk, stamp
from kiosk.packing.bring import go_back, incoming
from kiosk.packing.swap import Site, tidy_if_needed

OLDER, OLD, NEW = ({"deck.yaml": word * 9, "a.csv": word * 99} for word in (b"older", b"old", b"new"))
BRING = """
import sys
from pathlib import Path
from kiosk.packing.bring import incoming
with incoming(Path("new.kiosk"), Path("srv/slides")) as new:
    new.replace()
"""
BACK = """
from pathlib import Path
from kiosk.packing.bring import go_back
go_back(Path("srv/slides"))
"""
TIDY = """
from pathlib import Path
from kiosk.packing.swap import tidy_if_needed
tidy_if_needed(Path("srv/slides"))
"""
NO_EXCHANGE = ("-e", "inject=renameat2:error=EINVAL")
soak = pytest.mark.soak
CASES = [
    *((call, ()) for call in ("rename", "renameat2", "unlinkat")),
    *(pytest.param(call, (), marks=pytest.mark.long) for call in ("mkdir", "unlink", "rmdir")),
    ("rename", NO_EXCHANGE),
    *(pytest.param("fsync", more, marks=soak) for more in ((), NO_EXCHANGE)),
]


def lay_out(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def contents(folder: Path) -> dict[str, bytes]:
    """A deck's files, without what says when it was packed."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != stamp.FILE}


@pytest.fixture
def srv(tmp_path):
    """A folder with a deck, the one from before it, and beside it a packed one."""

    def again() -> Path:
        shutil.rmtree(tmp_path / "srv", ignore_errors=True)
        lay_out(tmp_path / "srv" / "slides", OLD)
        lay_out(tmp_path / "srv" / ".slides.previous", OLDER)
        return tmp_path / "srv"

    (tmp_path / "new.kiosk").write_bytes(packed(NEW))
    again()
    return again


def killed(folder: Path, script: str, *inject: str) -> bool:
    """Whether a process that runs a script was killed on its way."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed (Debian: strace)")
    done = subprocess.run(
        ["/usr/bin/env", "strace", "-qq", "-o", os.devnull, *inject, sys.executable, "-S", "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in {0, -9, 137}, done.stderr
    return done.returncode != 0


def kills(call: str):
    """What has a process killed at the first, the second, the third … call."""
    return (("-e", f"inject={call}:signal=SIGKILL:when={number}") for number in count(1))


def assert_whole(srv: Path, now: tuple[tuple[dict[str, bytes], dict[str, bytes]], ...]) -> None:
    """The deck and its way back are one of some pairs, and there is nothing else."""
    assert (contents(srv / "slides"), contents(srv / ".slides.previous")) in now
    assert sorted(path.name for path in srv.iterdir()) == [".slides.previous", "slides"]


@linux
@pytest.mark.parametrize(("call", "more"), CASES)
def test_an_import_killed_anywhere(srv, tmp_path, call, more):
    for inject in kills(call):
        folder = srv()
        was_killed = killed(tmp_path, BRING, *more, *inject)
        if not more:
            assert contents(folder / "slides") in (OLD, NEW), "there is a deck at any moment"
        tidy_if_needed(folder / "slides")
        assert_whole(folder, ((OLD, OLDER), (NEW, OLD)))
        if not was_killed:
            assert contents(folder / "slides") == NEW
            return


@linux
@soak
@pytest.mark.parametrize("call", ["rename", "unlink", "fsync"])
@pytest.mark.parametrize("more", [(), NO_EXCHANGE], ids=["exchange", "two renames"])
def test_a_way_back_killed_anywhere(srv, tmp_path, call, more):
    for inject in kills(call):
        folder = srv()
        was_killed = killed(tmp_path, BACK, *more, *inject)
        tidy_if_needed(folder / "slides")
        assert_whole(folder, ((OLD, OLDER), (OLDER, OLD)))
        if not was_killed:
            assert contents(folder / "slides") == OLDER
            return


@linux
@soak
@pytest.mark.parametrize("call", ["rename", "unlink", "unlinkat", "rmdir", "fsync"])
@pytest.mark.parametrize("more", [(), NO_EXCHANGE], ids=["exchange", "two renames"])
@pytest.mark.parametrize("script", [BRING, BACK], ids=["import", "back"])
def test_tidying_killed_anywhere_is_tidied_again(srv, tmp_path, script, more, call):
    for first in kills("rename"):
        for second in kills(call):
            folder = srv()
            was_killed = killed(tmp_path, script, *more, *first)
            again = killed(tmp_path, TIDY, *second)
            tidy_if_needed(folder / "slides")
            assert_whole(folder, ((OLD, OLDER), (NEW, OLD), (OLDER, OLD)))
            if not again:
                break
        if not was_killed:
            return


def test_without_an_exchange_the_two_are_renamed(srv, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.packing.swap.exchange", lambda *_: False)
    folder = srv()
    with incoming(tmp_path / "new.kiosk", folder / "slides") as new:
        new.replace()
    assert_whole(folder, ((NEW, OLD),))
    go_back(folder / "slides")
    assert_whole(folder, ((OLD, NEW),))


def test_a_swap_that_the_system_refuses_changes_nothing(srv, tmp_path, monkeypatch):
    def refuse(*_: Path) -> bool:
        raise OSError(16, "Device or resource busy")

    monkeypatch.setattr("kiosk.packing.swap.exchange", refuse)
    folder = srv()
    with pytest.raises(OSError, match="busy"), incoming(tmp_path / "new.kiosk", folder / "slides") as new:
        new.replace()
    assert_whole(folder, ((OLD, OLDER),))


def test_an_import_that_is_under_way_is_not_tidied(srv, tmp_path):
    folder = srv()
    with incoming(tmp_path / "new.kiosk", folder / "slides") as new:
        tidy_if_needed(folder / "slides")
        assert Site(folder / "slides").incoming.is_dir()
        new.replace()
    assert_whole(folder, ((NEW, OLD),))


@linux
def test_two_folders_change_their_names_at_once(srv):
    folder = srv()
    if not disk.exchange(folder / "slides", folder / ".slides.previous"):
        pytest.skip("this file system cannot")
    assert contents(folder / "slides") == OLDER
    with pytest.raises(FileNotFoundError):
        disk.exchange(folder / "slides", folder / "nowhere")
