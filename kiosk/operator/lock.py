"""Holds off whoever tries PINs: five wrong ones, then waits that double up to an hour, and never for good."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

from kiosk import atomic

FREE: Final = 5
"""So many wrong PINs cost no more than their own time."""
FIRST_WAIT: Final = 60.0
LONGEST_WAIT: Final = 3600.0
FILE: Final = "operator.json"


class Moment(NamedTuple):
    """A time as it survives the end of a process, and any change of the clock."""

    boot: str
    """Names the start of the machine since which `since_boot` counts."""
    since_boot: float
    """Seconds that nobody can set."""


def moment() -> Moment:
    """Now."""
    boot = ""
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return Moment(boot, time.clock_gettime(clock) if clock is not None else time.monotonic())


class Answer(Enum):
    """What became of a PIN."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    """It was not even looked at."""


class Lock:
    """Counts the wrong PINs in a file of the folder `state`; `now` gives the time."""

    def __init__(self, state: Path, now: Callable[[], Moment] = moment) -> None:
        self._file, self._now = state / FILE, now
        self._salt = os.urandom(16)
        self._last = b""
        """What tells the last wrong PIN again, for as long as this process runs; it is never written anywhere."""
        self._wrong, self._at = 0, now()
        """How many wrong ones there were in a row, and when the last one came."""
        self._read()

    def wait(self) -> float:
        """So many more seconds no PIN is looked at."""
        if self._wrong < FREE:
            return 0.0
        whole = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(self._wrong - FREE, 10))
        return max(0.0, whole - self._passed())

    def attempt(self, pin: str, is_right: Callable[[str], bool]) -> Answer:
        """Have a PIN looked at. It counts as a wrong one before that, so that to end the process helps nobody."""
        if self.wait() > 0:
            return Answer.WAIT
        told = blake2b(pin.encode(), key=self._salt).digest()
        if told != self._last:
            self._count(self._wrong + 1)
        self._last = told
        if not is_right(pin):
            return Answer.WRONG
        self.opened()
        return Answer.RIGHT

    def opened(self) -> None:
        """Whoever is there may be: nothing is held against them any more."""
        self._last = b""
        if self._wrong:
            self._count(0)

    def _passed(self) -> float:
        """Seconds since the last wrong PIN, or since the machine was started after it, by a clock that nobody can set.

        What passed before that start only a clock could tell that somebody may have set meanwhile.
        """
        then, now = self._at, self._now()
        if now.boot == then.boot and now.since_boot >= then.since_boot:
            return now.since_boot - then.since_boot
        return now.since_boot

    def _count(self, wrong: int) -> None:
        self._wrong, self._at = wrong, self._now()
        text = json.dumps({"wrong": wrong, **self._at._asdict()})
        with suppress(OSError):  # a full disk must not keep the operator out, who comes to clear it
            atomic.write(self._file, text.encode() + b"\n", mode=0o600)

    def _read(self) -> None:
        """Take up where the last process was; a file that is damaged counts for as many wrong ones as are free."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            at = Moment(str(kept["boot"]), float(kept["since_boot"]))
            self._wrong, self._at = max(0, int(kept["wrong"])), at
        except (FileNotFoundError, NotADirectoryError):
            return
        except (OSError, ValueError, TypeError, KeyError, RecursionError, OverflowError):
            self._count(FREE)
