"""Commands that render screens without showing them: the tour, the deep check, the warming of the cache."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.places import cache_folder, config_file

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from kiosk.deck.load import Loaded
    from kiosk.deep import Examination
    from kiosk.walk import Route

_REFERENCE: Final = "1920x1080"
_LARGEST: Final = 8192
"""Pixels; no side of a screen may be longer."""


def tour(deck: Path, out: Path, *, sizes: list[str] = [], languages: list[str] = [], themes: list[str] = []) -> int:  # noqa: B006
    """Make the tour of a deck and give the exit code; the last line printed is the contact sheet's path."""
    offscreen()
    from kiosk.stage.application import application
    from kiosk.tour import tour as make

    loaded = opened(deck)
    if loaded.deck is None:
        return EXIT_FAILED
    try:
        route = _route(loaded, sizes, languages, themes)
        _make_folder(out)
    except ValueError as error:
        return refuse(str(error))
    application()
    with bar("Making the tour") as progress:
        make(loaded, deck, out, route, cache_folder() / "charts", progress)
    sys.stdout.write(f"{out / 'contact-sheet.png'}\n")
    return 0


def warm(deck: Path, *, sizes: list[str], languages: list[str], themes: list[str]) -> int:
    """Fill the charts' cache for a deck and give the exit code; the last line printed is what was done."""
    offscreen()
    from kiosk.stage.application import application
    from kiosk.warm import warm as fill

    loaded = opened(deck)
    if loaded.deck is None:
        return EXIT_FAILED
    cache = cache_folder() / "charts"
    try:
        route = _route(loaded, sizes, languages, themes)
        _make_folder(cache)
    except ValueError as error:
        return refuse(str(error))
    application()
    with bar("Drawing") as progress:
        warmed = fill(loaded, deck, route, cache, progress)
    if warmed.lacking:
        sys.stderr.write(f"kiosk: {warmed.lacking} pictures could not be drawn, or not be kept in {cache}\n")
    sys.stdout.write(f"{warmed.drawn} pictures drawn, {warmed.found} were there\n")
    return EXIT_FAILED if warmed.lacking else 0


def looked(loaded: Loaded, deck: Path, sizes: Iterable[str], *, shots: bool = False) -> Examination:
    """What only shows when every screen is rendered. Raises ValueError in plain words for what is no size."""
    offscreen()
    from kiosk.deep import look
    from kiosk.machine.file import read
    from kiosk.machine.suit import measures
    from kiosk.stage.application import application

    assert loaded.deck is not None  # noqa: S101 - the command asks only for a deck that opened
    wanted = tuple(size_of(size) for size in sizes or [_REFERENCE])
    here = measures(loaded.deck.screen, read(config_file()))
    application()
    with bar("Looking at every screen") as progress:
        return look(loaded, deck, wanted, cache_folder() / "charts", progress, here=here, shots=shots)


def card(loaded: Loaded, out: Path) -> int:
    """Write a deck's booth card and give the exit code; what is printed is its path."""
    offscreen()
    from kiosk.card import THEME, write_card

    assert loaded.deck is not None  # noqa: S101 - only decks that opened have a card
    try:
        write_card(loaded.deck, dict(loaded.themes)[THEME], out)
    except OSError as error:
        return refuse(f"The card cannot be written to {out}: {error.strerror}.")
    sys.stdout.write(f"{out}\n")
    return 0


def size_of(written: str) -> QSize:
    """A size from `1920x1080`. Raises ValueError in plain words."""
    from PySide6.QtCore import QSize

    match = re.fullmatch(r"([1-9]\d{2,3})x([1-9]\d{2,3})", written, re.ASCII)
    if not match or max(int(match[1]), int(match[2])) > _LARGEST:
        raise ValueError(f"--size wants a width and a height such as 1920x1080, not {written!r}.")
    return QSize(int(match[1]), int(match[2]))


def opened(deck: Path) -> Loaded:
    """A deck's content; its problems go to stderr."""
    from kiosk.deck.compiled import open_deck

    loaded = open_deck(deck, cache_folder() / "decks")
    for problem in loaded.problems:
        sys.stderr.write(f"{problem}\n")
    return loaded


def _route(loaded: Loaded, sizes: list[str], languages: list[str], themes: list[str]) -> Route:
    """What to walk through, as it was asked for. Raises ValueError in plain words for what is not there."""
    from kiosk.walk import Route

    assert loaded.deck is not None  # noqa: S101 - only decks that opened are walked through
    known = dict(loaded.themes)
    spoken, worn = chosen(languages, loaded.deck.languages, "language"), chosen(themes, known, "theme")
    return Route(
        sizes=tuple(size_of(size) for size in sizes or [_REFERENCE]),
        languages=spoken or loaded.deck.languages,
        themes=worn or (loaded.deck.theme,),
    )


def chosen(asked: Iterable[str], there: Collection[str], what: str) -> tuple[str, ...]:
    """The names that were asked for. Raises ValueError in plain words for one that is not there."""
    names = tuple(asked)
    for name in names:
        if name not in there:
            raise ValueError(f"There is no {what} {name!r}, but: {', '.join(there)}.")
    return names


def _make_folder(folder: Path) -> None:
    """Make a folder for what is written. Raises ValueError in plain words where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValueError(f"The folder {folder} cannot be made: {error.strerror}.") from error


def offscreen() -> None:
    """Render in memory, in software, so that every machine makes the same pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    from kiosk.stage import graphics

    graphics.prepare(cache_folder())


@contextmanager
def bar(title: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; nothing elsewhere. What it gives raises KeyboardInterrupt if told to end."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
    with bar, _ending_after_a_screen() as end_if_told:
        task = bar.add_task(title, total=None)

        def progress(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)
            end_if_told()

        yield progress


_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def _ending_after_a_screen() -> Iterator[Callable[[], None]]:
    """Keeps a Ctrl+C until it is asked for: raised amid a slot of Qt's it would be lost. A second one does not wait.

    SIGTERM is as good: to end at once would leave the workers' locks behind.
    """
    told = threading.Event()

    def note(*_: object) -> None:
        told.set()
        for number in _ENDING:
            signal.signal(number, signal.default_int_handler)

    def end_if_told() -> None:
        if told.is_set():
            raise KeyboardInterrupt

    before = {number: signal.signal(number, note) for number in _ENDING}
    try:
        yield end_if_told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
