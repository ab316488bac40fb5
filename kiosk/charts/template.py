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
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, Final
from weakref import WeakSet

_IMPORTS: Final = "kiosk.charts.preload"


def context() -> ForkServerContext | SpawnContext:
    """How workers are started; the first of them starts the template."""
    if sys.platform != "linux":
        return SpawnContext()
    forking = ForkServerContext()
    forking.set_forkserver_preload([_IMPORTS])
    return forking


class Starter:
    """Starts the workers of one crew by its `context`, and knows them from another crew's."""

    def __init__(self) -> None:
        self.context = context()
        self._process: Callable[..., BaseProcess] = self.context.Process
        self._started: WeakSet[BaseProcess] = WeakSet()
        self.context.Process = self._start  # type: ignore[assignment,misc]

    def running(self) -> set[BaseProcess]:
        """Those that have been started and have not ended."""
        return {child for child in multiprocessing.active_children() if child in self._started}

    def _start(self, *given: Any, **named: Any) -> BaseProcess:
        process = self._process(*given, **named)
        self._started.add(process)
        return process


def end() -> None:
    """End the template, with every worker of it; the next worker starts another.

    Not while another thread starts a worker. multiprocessing knows how to stop its fork server, but does so only when
    that has imported everything.
    """
    if kill():
        with suppress(ChildProcessError):
            _server()._stop()  # noqa: SLF001


def kill() -> bool:
    """Kill the template whatever other threads do: who is starting a worker gets an OSError or EOFError at once.

    Gives whether there was one. Whoever starts the next worker notices that it has ended.
    """
    pid = _server()._forkserver_pid if sys.platform == "linux" else None  # noqa: SLF001
    if pid is None:
        return False
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    return True


def _server() -> Any:
    return forkserver._forkserver  # noqa: SLF001 - the only way, there since Python 3.4
