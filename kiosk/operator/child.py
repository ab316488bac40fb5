"""A command of Kiosk's that runs beside the booth: in a process of its own, behind the operator's PIN."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

Tell = Callable[[str, int, int], None]
"""Hears of a step's name, what of it is done, and what is to be done."""
_YIELDS: Final = 10
"""How much the processes of one that yields give way to the booth, as `nice` counts."""


class Child:
    """Kiosk with some `arguments`, which goes when nobody wants its answer any more.

    `program` starts Kiosk; `config` and `state` are the machine's. One that `yields` leaves the processor to the booth.
    """

    def __init__(self, program: list[str], arguments: list[str], config: Path, state: Path, *, yields: bool) -> None:
        self._command = [*program, *arguments]
        self._env = os.environ | {"KIOSK_CONFIG": str(config), "KIOSK_STATE": str(state)}
        self._yields = yields
        self._process: subprocess.Popen[bytes] | None = None
        self.cancelled = False
        self.said = ""
        """The last line on stderr that told of no step."""

    def run(self, tell: Tell) -> tuple[int, bytes]:
        """Run it to its end, and `tell` of each step; its exit code, and what it printed. May take minutes."""
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen(  # noqa: S603 - ourselves
                self._command,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            self._process = process
            if self._yields and hasattr(os, "setpriority"):
                with suppress(OSError):  # it ended at once
                    os.setpriority(os.PRIO_PROCESS, process.pid, _YIELDS)
            if self.cancelled:
                self.cancel()
            assert process.stderr is not None  # noqa: S101 - it is piped
            with process.stderr as lines:
                for line in lines:
                    words = line.split()
                    if len(words) == 3 and words[1].isdigit() and words[2].isdigit():  # noqa: PLR2004
                        tell(words[0].decode(errors="replace"), int(words[1]), int(words[2]))
                    else:
                        self.said = line.decode(errors="replace").strip()
            code = process.wait()
            out.seek(0)
            return code, out.read()

    def cancel(self) -> None:
        """End it, with all that it started."""
        self.cancelled = True
        process = self._process
        if process is None or process.poll() is not None:
            return
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
