"""A terminal with a program on it, read as a person would."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import termios
import time


class Terminal:
    """A terminal of 40 lines with 140 letters each, for as long as the context lasts."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self._end, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
        env = {name: value for name, value in env.items() if name not in {"COLUMNS", "LINES"}}
        self._child = subprocess.Popen(
            [shutil.which("setsid"), "--ctty", *command],
            stdin=other,
            stdout=other,
            stderr=other,
            env=env | {"TERM": "xterm"},
        )
        os.close(other)
        self.said = ""

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None:
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        os.close(self._end)

    def until(self, *words: str, seconds: float = 20) -> None:
        """Wait until all that was said since the last wait has these words."""
        seen, end = "", time.monotonic() + seconds
        while not all(word in seen for word in words):
            assert time.monotonic() < end, seen
            seen += self._read()

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._end, keys.encode())

    def code(self, seconds: float = 20) -> int:
        """The exit code, once there is one."""
        end = time.monotonic() + seconds
        while self._child.poll() is None:
            assert time.monotonic() < end, self.said
            self._read()
        return self._child.returncode

    def _read(self) -> str:
        if not select.select([self._end], [], [], 0.1)[0]:
            return ""
        try:
            said = os.read(self._end, 65_536).decode(errors="replace")
        except OSError:  # nobody is on the other side any more
            return ""
        self.said += said
        return said
