"""The platforms' files, one after the other: what each says, and which of their slides' ids are taken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kiosk.deck.memory import FileSaid, Memory
from kiosk.deck.model import Platform, Slide
from kiosk.deck.platformfile import Groundwork, PlatformFile
from kiosk.deck.problems import DeckError, Problem
from kiosk.deck.slidefile import SlideFile, failed


class PlatformFiles:
    """Reads the platforms of a deck; a file that `memory` has, and that is as it was, is not read again."""

    def __init__(self, ground: Groundwork, memory: Memory) -> None:
        self.problems: list[Problem] = []
        self.hidden: list[Slide] = []
        """The slides that nobody is shown."""
        self._ground = ground
        self._memory = memory
        memory.begin((ground.reading.known, ground.groups, ground.kinds, ground.kinds_by_id))
        self._places: dict[str, str] = {}
        """Where each slide id is used first."""

    def read(self, paths: list[Path]) -> tuple[Platform, ...]:
        """The sound platforms among some files, in the files' order."""
        return tuple(platform for path in paths if (platform := self._platform(path)) is not None)

    def _platform(self, path: Path) -> Platform | None:
        said = self._memory.recall(path)
        if said is None or said.places.keys() & self._places.keys():
            said = self._said(path)
        self._places |= said.places
        self.problems += said.problems
        self.hidden += said.hidden
        return said.platform

    def _said(self, path: Path) -> FileSaid:
        used: set[Path] = set()
        ground = replace(self._ground, reading=replace(self._ground.reading, used=used))
        try:
            said = PlatformFile(SlideFile.open(path), ground, self._places).said()
        except DeckError as wrong:
            said = FileSaid(None, (), {}, tuple(failed(path, wrong)))
        self._memory.keep(path, said, used)
        return said
