"""What goes to stderr: the same thing a few times and then seldom, and nothing that a closed stderr could stop."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_OFTEN: Final = 3
"""So often a thing is said, and then only the tenth, the hundredth, the thousandth time …"""
_MOST: Final = 500
"""Different things that are counted and said; beyond, the counting begins anew …"""
_EACH_S: Final = 3600.0
"""… but not before so many seconds are over: until then nothing else is said."""
_NUMBERS: Final = re.compile(r"\d+")


class Sparing:
    """Counts what was said; two lines that differ in their numbers alone are the same thing."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: dict[str, int] = {}
        self._since = 0.0
        """When the counting began."""

    def line(self, text: str) -> str:
        """A line as it is to be said now, with how often it came; "" where it was said often enough."""
        key = _NUMBERS.sub("0", text)
        if key not in self._said and not self._has_room():
            return ""
        count = self._said[key] = self._said.get(key, 0) + 1
        if count <= _OFTEN:
            return text
        return f"{text} ({count:,} times)" if str(count).strip("0") == "1" else ""

    def _has_room(self) -> bool:
        """Whether another thing may be said."""
        now = self._clock()
        if len(self._said) >= _MOST and now - self._since >= _EACH_S:
            self._said.clear()
        if not self._said:
            self._since = now
        return len(self._said) < _MOST


def tell(line: str) -> None:
    """Write a line to stderr, if there is anybody who reads it."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{line}\n")


def open_closed_streams() -> None:
    """Give a process that was started without stdin, stdout or stderr an empty one.

    Otherwise the next file that it opens takes that place, and what a library complains of is written into it.
    """
    if None not in {sys.stdin, sys.stdout, sys.stderr}:
        return
    while (null := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 - stderr
        os.set_inheritable(null, True)
    os.close(null)
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115 - by its number, for good
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115
