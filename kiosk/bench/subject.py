"""A command under way, with what it and all processes that it started hold and use."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from kiosk.bench.surroundings import environment
from kiosk.processes import has_ended, memory_mb, used_s, with_children

_LONGEST_S: Final = 60.0
"""How long a booth may take to its first screen …"""
_LOOK_S: Final = 0.05
"""… and how often to see whether it is there."""
_GONE_S: Final = 0.002
"""From one look to the next at whether what was ended is gone."""
_REST_S: Final = 1.0
"""From one look at its memory to the next …"""
_STILL_MB: Final = 0.2
"""… what it grows by at most between two of a booth at rest …"""
_STILL_S: Final = 0.05
"""… and how long that works meanwhile."""


class Subject:
    """A command's processes."""

    def __init__(self, child: subprocess.Popen[str]) -> None:
        self._child = child
        self._used: dict[int, float] = {}
        """By the threads' numbers, which Linux gives to no two of all processes."""

    def line(self) -> str:
        """The next line that it prints. Raises RuntimeError where it has ended."""
        assert self._child.stdout is not None  # noqa: S101 - a pipe was asked for
        line = self._child.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._child.args!r} ended too soon.")
        return line.rstrip("\n")

    @property
    def has_ended(self) -> bool:
        """Whether the command is through."""
        return self._child.poll() is not None

    def until_shown(self, state: Path) -> None:
        """Wait until the booth that keeps its state there has a first screen. Raises RuntimeError where it has not."""
        end = time.monotonic() + _LONGEST_S
        while not (state / "status.json").exists():
            if self._child.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{self._child.args!r} shows nothing.")
            time.sleep(_LOOK_S)

    def used_s(self) -> float:
        """Seconds of processor time that its threads have used; those that ended since, until it was asked before."""
        for process in with_children(self._child.pid):
            self._used |= used_s(process)
        return sum(self._used.values())

    def memory_mb(self) -> float:
        """Megabytes that it holds; what several processes share counts once (PSS)."""
        return round(sum(map(memory_mb, with_children(self._child.pid))), 1)

    def rested_mb(self) -> float:
        """The same once it does not grow any more, and nothing works: neither the booth nor what draws for it."""
        before, now = (0.0, 0.0), (self.memory_mb(), self.used_s())
        while now[0] > before[0] + _STILL_MB or now[1] > before[1] + _STILL_S:
            time.sleep(_REST_S)
            before, now = now, (self.memory_mb(), self.used_s())
        return now[0]


@contextmanager
def subject(command: list[str], **surroundings: str) -> Iterator[Subject]:
    """A command that runs until the end of the block, with all that it started, in `surroundings` of its own.

    Afterwards all of it is gone: a booth that is still giving back its memory would slow down what is measured next.
    """
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment() | surroundings,
        text=True,
        start_new_session=True,
    ) as child:
        try:
            yield Subject(child)
        finally:
            processes = with_children(child.pid)
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            while not all(map(has_ended, processes)):
                time.sleep(_GONE_S)
