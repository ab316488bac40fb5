"""A file that is being replaced is the old one or the new one, at whichever of the system's calls the writer ends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import ROOT, linux

from kiosk import atomic

OLD, NEW = b"old" * 5000, b"new" * 7000
WRITES = f"from pathlib import Path; from kiosk import atomic; atomic.write(Path('setting'), {NEW[:3]!r} * 7000)"


def write_under(folder: Path, fault: str) -> subprocess.CompletedProcess[str]:
    """Replace the file `setting` in a folder, in a process of its own that meets a fault."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed (Debian: strace)")
    return subprocess.run(
        [
            "/usr/bin/env",
            "strace",
            "-f",
            "-qq",
            "-o",
            os.devnull,
            "-e",
            f"inject={fault}",
            sys.executable,
            "-c",
            WRITES,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@linux
@pytest.mark.parametrize(
    ("fault", "now"),
    [
        ("fsync:signal=SIGKILL:when=1", OLD),
        ("rename:signal=SIGKILL:when=1", OLD),
        ("rename:error=EIO:when=1", OLD),
        ("fsync:signal=SIGKILL:when=2", NEW),  # the name's
        ("fsync:error=EIO:when=1", OLD),
        ("fsync:error=ENOSPC:when=1", OLD),
    ],
)
def test_a_file_is_the_old_or_the_new_one(tmp_path, fault, now):
    setting = tmp_path / "setting"
    setting.write_bytes(OLD)
    done = write_under(tmp_path, fault)
    assert done.returncode != 0
    assert setting.read_bytes() == now
    if "error=" in fault:
        assert "OSError" in done.stderr, "who writes is told"
        assert list(tmp_path.iterdir()) == [setting], "and nothing is left behind"


def test_what_killed_writers_left_is_swept_by_the_next_write(tmp_path):
    left, fresh = tmp_path / ".setting.1.part", tmp_path / ".setting.2.part"
    for path in (left, fresh):
        path.write_bytes(OLD)
    os.utime(left, (time.time() - 7200,) * 2)
    atomic.write(tmp_path / "setting", NEW)
    assert not left.exists()
    assert fresh.exists(), "somebody else may be writing it"
