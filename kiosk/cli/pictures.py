"""Commands that render screens without showing them: the tour and the deep check."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.cli.booth import refuse
from kiosk.places import cache_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kiosk.deck.load import Loaded
    from kiosk.deck.problems import Problem

_REFERENCE: Final = "1920x1080"
_LARGEST: Final = 8192
"""Pixels; no side of a screen may be longer."""


def tour(deck: Path, out: Path, *, sizes: list[str] = [], languages: list[str] = [], themes: list[str] = []) -> int:  # noqa: B006
    """Make the tour of a deck and give the exit code; the last line printed is the contact sheet's path."""
    _offscreen()
    from kiosk.deck.compiled import open_deck
    from kiosk.stage.application import application
    from kiosk.tour import Route
    from kiosk.tour import tour as make

    cache = cache_folder()
    loaded = open_deck(deck, cache / "decks")
    for problem in loaded.problems:
        sys.stderr.write(f"{problem}\n")
    if loaded.deck is None:
        return 1
    known = dict(loaded.themes)
    for asked, there, what in ((languages, loaded.deck.languages, "language"), (themes, known, "theme")):
        for name in asked:
            if name not in there:
                return refuse(f"There is no {what} {name!r}, but: {', '.join(there)}.")
    try:
        wanted = tuple(size_of(size) for size in sizes or [_REFERENCE])
    except ValueError as error:
        return refuse(str(error))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return refuse(f"The folder {out} cannot be made: {error.strerror}.")
    application()
    route = Route(
        sizes=wanted,
        languages=tuple(languages) or loaded.deck.languages,
        themes=tuple(themes) or (loaded.deck.theme,),
    )
    with _bar("Making the tour") as progress:
        make(loaded, deck, out, route, cache / "charts", progress)
    sys.stdout.write(f"{out / 'contact-sheet.png'}\n")
    return 0


def deep_problems(loaded: Loaded, deck: Path, sizes: Iterable[str]) -> list[Problem]:
    """What only shows when every screen is rendered. Raises ValueError in plain words for what is no size."""
    _offscreen()
    from kiosk.deep import examine
    from kiosk.stage.application import application

    wanted = tuple(size_of(size) for size in sizes or [_REFERENCE])
    application()
    with _bar("Looking at every screen") as progress:
        return examine(loaded, deck, wanted, cache_folder() / "charts", progress)


def size_of(written: str) -> QSize:
    """A size from `1920x1080`. Raises ValueError in plain words."""
    from PySide6.QtCore import QSize

    match = re.fullmatch(r"([1-9]\d{2,3})x([1-9]\d{2,3})", written, re.ASCII)
    if not match or max(int(match[1]), int(match[2])) > _LARGEST:
        raise ValueError(f"--size wants a width and a height such as 1920x1080, not {written!r}.")
    return QSize(int(match[1]), int(match[2]))


def _offscreen() -> None:
    """Render in memory, in software, so that every machine makes the same pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    from kiosk.stage import graphics

    graphics.prepare(cache_folder())


@contextmanager
def _bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; nothing elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
