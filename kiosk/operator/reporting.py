"""Writes the report of a day's visits onto a stick, beside the booth."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk import atomic
from kiosk.operator.child import Child, Tell
from kiosk.sentences import sentence, why


class Reporting:
    """`kiosk report` of a deck in a process of its own that leaves the processor to the booth.

    `program` starts Kiosk; `config` and `state` are the machine's; `drives` gives the sticks that are there.
    """

    def __init__(
        self,
        program: list[str],
        deck: Path,
        language: str,
        day: date,
        config: Path,
        state: Path,
        drives: Callable[[], list[Path]],
    ) -> None:
        self._day, self._drives = day, drives
        self._folder = Path(tempfile.mkdtemp(prefix="kiosk-report-"))
        self._made = self._folder / "report.pdf"
        arguments = ["report", str(deck), "--to", day.isoformat(), "--language", language, "--out", str(self._made)]
        self._child = Child(program, [*arguments, "--steps"], config, state, yields=True)

    def run(self, tell: Tell) -> tuple[str, str]:
        """The file on the stick, or else why there is none: "" where no stick is plugged in, or nobody waits for it.

        The file has its name when it is on the stick as a whole, and the stick may be pulled out.
        """
        try:
            return self._written(tell)
        except OSError as error:
            return "", sentence("{file}: {why}", file=error.filename or self._made, why=why(error))
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _written(self, tell: Tell) -> tuple[str, str]:
        if not self._drives():
            return "", ""
        code, _ = self._child.run(tell)
        if self._child.cancelled:
            return "", ""
        if code:
            return "", self._child.said or sentence("exit code {code}", code=code)
        drives = self._drives()
        if not drives:
            return "", ""
        file = drives[0] / f"kiosk-report-{self._day}.pdf"
        atomic.write(file, self._made.read_bytes())
        return str(file), ""

    def cancel(self) -> None:
        """End it, with all that it started."""
        self._child.cancel()
