"""A system that lets the booth start no more processes and threads (C10)."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import PySide6
import pytest
from faults.test_surroundings import walk
from processes import linux

USER = "54322"
"""Nobody's number: what the system counts are the processes and threads of a user, and it counts none of root's."""
FEW = 10
"""The booth has that many threads by itself; the thread that feeds the workers is one too many."""


@linux
@pytest.mark.cold
def test_without_another_process_the_numbers_stand_in_for_the_charts(start, tiny_folder):
    """C10: every slide is shown, and the log says what was not drawn, and why."""
    if os.geteuid() != 0 or not all(map(shutil.which, ("setpriv", "prlimit"))):
        pytest.skip("to become another user needs root, setpriv and prlimit (Debian: util-linux)")
    if not all(folder.stat().st_mode & stat.S_IXOTH for folder in Path(PySide6.__file__).parents):
        pytest.skip("the other user cannot reach what is installed: it is in a folder that is closed to others")
    may = ("--inh-caps", "+dac_override", "--ambient-caps", "+dac_override")  # the test's folders are root's
    user = ("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups", *may)
    told = walk(start, tiny_folder, under=(*user, "prlimit", f"--nproc={FEW}"))
    assert "Traceback" not in told
    assert "trade.csv was not drawn" in told
    assert len(told.splitlines()) < 20
