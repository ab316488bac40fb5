"""X displays of a test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def display_of(width: int, height: int, *tools: str) -> Iterator[dict[str, str]]:
    """The environment of a display of so many pixels; skips the test where that, or another tool, is not installed."""
    if missing := [tool for tool in ("Xvfb", *tools) if not shutil.which(tool)]:
        pytest.skip(f"not installed: {', '.join(missing)}")
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    command = ["/usr/bin/env", "Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, pass_fds=(write,), **quiet) as server:
        os.close(write)
        with os.fdopen(read) as told:
            yield {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        server.terminate()
