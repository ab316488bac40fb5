"""What systemd is told: one datagram for each, as `sd_notify` does it."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import Final

_NEVER: Final = float("inf")


class Systemd:
    """The service manager that started this process; says nothing where there is none.

    It is the watch that talks to it and not the booth: the watch is who stays, whatever becomes of the booth, and a
    booth that is being started again is no reason to have the whole session started again. Where the watch itself
    hangs, its beats stay away, and systemd ends both.
    """

    def __init__(self) -> None:
        self._address = os.environ.pop("NOTIFY_SOCKET", "")
        # not asked whose pid WATCHDOG_PID is: in a session it is the compositor's (reliability, §3)
        limit = os.environ.pop("WATCHDOG_USEC", "")
        self.interval = int(limit) / 2e6 if self._address and limit.isdigit() else _NEVER
        """Seconds in which it wants to hear from us."""
        self._told = 0.0

    def tell(self, *lines: str) -> None:
        """Tell something, such as `READY=1`."""
        if not self._address:
            return
        import socket  # only where somebody listens

        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sending:
            sending.connect(address)
            sending.send("\n".join(lines).encode())

    def alive(self) -> None:
        """Tell that the watch is at work, where that is wanted, and not much more often than it is."""
        now = time.monotonic()
        if self.interval != _NEVER and now - self._told >= self.interval / 2:
            self._told = now
            self.tell("WATCHDOG=1")

    def stay_down(self) -> None:
        """Have the unit of `kiosk install` not start the booth again: its operator has quit it.

        By a file that the unit looks for, since compositors do not pass on how what they show has ended. systemd
        removes it with the folder, so that the next start is one.
        """
        folder = os.environ.get("RUNTIME_DIRECTORY")
        if self._address and folder:
            with suppress(OSError), open(f"{folder}/quit", "wb"):  # noqa: PTH123 - the watch imports no more than it must
                pass

    def reloading(self) -> None:
        """Tell that the deck is being read again; `READY=1` ends that."""
        self.tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")
