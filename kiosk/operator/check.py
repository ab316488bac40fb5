"""Runs the opening check beside the booth."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from kiosk.operator.child import Child, Tell
from kiosk.sentences import sentence


class Check:
    """`kiosk ready` of a deck in a process of its own, which goes when nobody wants its answer any more."""

    def __init__(self, program: list[str], deck: Path, language: str, config: Path, state: Path) -> None:
        """`program` starts Kiosk; the answer is in a `language`; `config` and `state` are the machine's."""
        arguments = ["ready", str(deck), "--json", "--no-touch", "--steps", "--language", language]
        self._child = Child(program, arguments, config, state, yields=False)

    def run(self, tell: Tell) -> list[dict[str, str]]:
        """Run it to its end, and `tell` of each step; what it found. Takes minutes."""
        code, said = self._child.run(tell)
        with suppress(ValueError, LookupError, TypeError):
            return list(json.loads(said)["parts"])
        failed = {"id": "check", "name": "", "state": "bad", "said": sentence("exit code {code}", code=code), "do": ""}
        return [] if self._child.cancelled else [failed]

    def cancel(self) -> None:
        """End it, with all that it started."""
        self._child.cancel()
