"""Exceptions that nobody caught: told with their trace, but not endlessly, and too many of them end the booth."""

from __future__ import annotations

import sys
import time
from collections import Counter, deque
from collections.abc import Callable
from types import TracebackType
from typing import Final

MOST: Final = 20
"""So many exceptions in a minute, and the booth is started again."""
_MINUTE: Final = 60.0


class Errors:
    """Takes the place of `sys.excepthook`, which Qt's slots end up at too.

    `write` gets each report, of one exception at one place in the code once a minute, with how often it was raised
    in between; `told` gets each exception's name and place; `give_up` gets the last report when there are too many.
    """

    def __init__(
        self,
        write: Callable[[str], object],
        told: Callable[[str], object],
        give_up: Callable[[str], object],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._write, self._told, self._give_up, self._now = write, told, give_up, now
        self._recent: deque[float] = deque(maxlen=MOST)
        self._written: dict[str, float] = {}
        self._kept_back: Counter[str] = Counter()

    def install(self) -> None:
        """Hear of every exception from now on."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception that nobody caught."""
        now = self._now()
        name = f"{kind.__name__} {_place(trace)}"
        self._told(name)
        if now - self._written.get(name, -_MINUTE) >= _MINUTE:
            self._written[name] = now
            self._write(self._report(name, kind, error, trace))
        else:
            self._kept_back[name] += 1
        self._recent.append(now)
        if len(self._recent) == MOST and now - self._recent[0] < _MINUTE:
            self._give_up(self._report(name, kind, error, trace))

    def _report(self, name: str, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        from traceback import format_exception  # only where something went wrong

        before = self._kept_back.pop(name, 0)
        again = f"({before} more of this kind since the last one.)\n" if before else ""
        return again + "".join(format_exception(kind, error, trace)).rstrip("\n")


def _place(trace: TracebackType | None) -> str:
    """The file and line that an exception comes from."""
    if trace is None:
        return "from nowhere"
    while trace.tb_next:
        trace = trace.tb_next
    return f"at {trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}"
