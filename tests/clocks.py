"""A clock that a test turns; the booth's own timers fire by the real one."""

from __future__ import annotations


class Clock:
    """Milliseconds, as the stage asks for them."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now
