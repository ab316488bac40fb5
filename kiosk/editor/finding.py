"""A problem of the deck as the editor knows it: which field it is about."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.deck.load import Loaded
from kiosk.deck.problems import At, Problem, shown_path
from kiosk.deck.shown import Shown
from kiosk.deck.themes import Themes
from kiosk.editing.contrasts import faint
from kiosk.editing.deckfiles import THEMES, DeckFiles
from kiosk.editing.words import word
from kiosk.editor.spot import Spot
from kiosk.sentences import in_language
from kiosk.sentences.labels import label


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to put right."""

    spot: Spot
    at: At
    file: str
    line: int
    message: str
    severe: bool

    def shown(self, where: str) -> Shown:
        """As the list of problems shows it."""
        return {"id": f"{self.file}:{self.line}", "text": self.message, "where": where, "severe": self.severe}


def findings(loaded: Loaded, files: DeckFiles, language: str, *folders: Path) -> tuple[Finding, ...]:
    """What is wrong with a deck that was read from one of some folders, told in a language."""
    return tuple(_finding(problem, files, language, folders) for problem in loaded.problems)


def faint_colours(themes: Themes, files: DeckFiles, language: str) -> Iterator[Finding]:
    """The colours of the deck's own themes that are not read, or seen, on what they stand on."""
    own = set(files.themes())
    for name, theme in themes:
        file = f"{THEMES}{name}.yaml"
        for found in faint(theme) if file in own else ():
            message = word("contrast", language).format(
                one=label(str(found.at[-1]), language, "colour"),
                other=_inside(label(found.ground, language, "colour")),
                ratio=f"{math.floor(found.ratio * 10) / 10:g}:1",
                least=f"{found.least:g}:1",
            )
            yield Finding(Spot(file), found.at, file, files.line_of(file, found.at), message, severe=False)


def _inside(name: str) -> str:
    """A colour's name as it stands within a sentence."""
    return name[:1].lower() + name[1:]


def _finding(problem: Problem, files: DeckFiles, language: str, folders: tuple[Path, ...]) -> Finding:
    file, message = problem.path.name, in_language(problem.message, language)
    for folder in folders:
        if problem.path.is_relative_to(folder):
            file = problem.path.relative_to(folder).as_posix()
        message = message.replace(f"{shown_path(folder)}/", "")
    spot, at = _place(file, problem, files)
    return Finding(spot, at, file, problem.line, message, problem.severity == "error")


def _place(file: str, problem: Problem, files: DeckFiles) -> tuple[Spot, At]:
    if not file.endswith(".yaml"):
        found = next(_users(file, files), None)
        return found or (Spot("deck.yaml"), ())
    at = files.place_of(file, problem.line, problem.column)
    if at[:1] == (Spot(file).listed,) and len(at) > 1:
        return Spot(file, int(at[1])), at
    return Spot(file), at


def _users(table: str, files: DeckFiles) -> Iterator[tuple[Spot, At]]:
    """The charts that are made of a table."""
    for platform in files.platforms():
        for place, slide in enumerate(platform.slides):
            chart: Any = slide.get("chart") if isinstance(slide, dict) else None
            named = chart.get("table") if isinstance(chart, dict) else None
            if table in {named if isinstance(named, str) else "", named.get("file") if isinstance(named, dict) else ""}:
                spot = Spot(platform.file, place)
                yield spot, (*spot.at, "chart", "table")
