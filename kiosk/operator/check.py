"""Runs the opening check beside the booth: the one program that a booth starts, and only behind its PIN."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

Tell = Callable[[str, int, int], None]
"""Hears of a step's name, what of it is done, and what is to be done."""


class Check:
    """`kiosk ready` of a deck in a process of its own, which goes when nobody wants its answer any more."""

    def __init__(self, program: list[str], deck: Path, config: Path, state: Path) -> None:
        """`program` starts Kiosk; `config` and `state` are the machine's."""
        self._command = [*program, "ready", str(deck), "--json", "--no-touch", "--steps"]
        self._env = os.environ | {"KIOSK_CONFIG": str(config), "KIOSK_STATE": str(state)}
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    def run(self, tell: Tell) -> list[dict[str, str]]:
        """Run it to its end, and `tell` of each step; what it found. Takes minutes."""
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
            if self._cancelled:
                self.cancel()
            assert process.stderr is not None  # noqa: S101 - it is piped
            with process.stderr as lines:
                for line in lines:
                    words = line.split()
                    if len(words) == 3 and words[1].isdigit() and words[2].isdigit():  # noqa: PLR2004
                        tell(words[0].decode(errors="replace"), int(words[1]), int(words[2]))
            code = process.wait()
            out.seek(0)
            with suppress(ValueError, LookupError, TypeError):
                return list(json.loads(out.read())["parts"])
        failed = {"id": "check", "name": "", "state": "bad", "said": f"exit code {code}", "do": ""}
        return [] if self._cancelled else [failed]

    def cancel(self) -> None:
        """End it, with all that it started."""
        self._cancelled = True
        process = self._process
        if process is None or process.poll() is not None:
            return
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
