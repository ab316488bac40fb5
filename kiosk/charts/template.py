"""The process that workers are forked from: it has imported what drawing needs, and never draws, so that one is at
hand in milliseconds and all share what was imported.

It is a fresh process with one thread and without Qt (multiprocessing's fork server), so that to fork it is safe.
Elsewhere than on Linux each worker is spawned, and imports for itself.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any, Final

_IMPORTS: Final = "kiosk.charts.preload"


def context() -> ForkServerContext | SpawnContext:
    """How workers are started; the first of them starts the template."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload([_IMPORTS])
    return forking


def end() -> None:
    """End the template, with every worker of it; the next worker starts another.

    multiprocessing knows how to stop its fork server, but does so only when that has imported everything.
    """
    if sys.platform == "linux":
        server: Any = forkserver._forkserver  # noqa: SLF001 - the only way, there since Python 3.4
        pid = server._forkserver_pid  # noqa: SLF001
        if pid is not None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                server._stop()  # noqa: SLF001
