"""`kiosk ready`: the opening check, and its answer as one card."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cli.booth import EXIT_FAILED
from kiosk.cli.pictures import bar, offscreen
from kiosk.places import cache_folder, config_file, state_folder
from kiosk.sentences import in_language, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from kiosk.ready.machine import Devices
    from kiosk.ready.part import Part

    Progress = Callable[[int, int], None]
    Bar = Callable[[str], AbstractContextManager[Progress]]


def ready(deck: Path, *, as_json: bool, touch: bool = True, steps: bool = False, language: str = "") -> int:
    """Look at everything and print the answer; the exit code.

    `touch`: have a person touch the screen too, where there is one. `steps`: tell on stderr how far it is, in lines of
    a step's name, what is done and what is to be done. The answer is in a `language`, or else in English.
    """
    from kiosk.ready.hands import UNASKED, ask, felt
    from kiosk.ready.machine import devices
    from kiosk.ready.part import as_json as answer
    from kiosk.ready.part import in_words, is_ready

    found = devices()  # before this process draws unseen
    hands = ask(deck) if touch else UNASKED
    offscreen()
    now, tell = datetime.now().astimezone(), _steps if steps else partial(_bar, language)
    parts = [in_words(part, language) for part in (*_parts(deck, found, now, tell), *felt(hands))]
    if as_json:
        sys.stdout.write(json.dumps(answer(parts), ensure_ascii=False, indent=1) + "\n")
    else:
        _card(parts, language)
    return 0 if is_ready(parts) else EXIT_FAILED


def _parts(deck: Path, found: Devices, now: datetime, bar: Bar) -> Iterator[Part]:
    """Everything that is looked at, in the order in which it is told."""
    from PySide6.QtCore import QSize

    from kiosk.deck.load import load
    from kiosk.machine.file import read
    from kiosk.machine.suit import measures, on_this_machine
    from kiosk.ready import files, machine, screens
    from kiosk.stage.application import application

    application()
    settings = read(config_file())
    loaded = on_this_machine(load(deck), settings)
    charts = cache_folder() / "charts"
    size = QSize(*(found.screens[0] if found.screens else (1920, 1080)))
    yield machine.screen(found)
    yield machine.touch(found)
    yield files.sound(loaded, deck)
    yield files.same(deck, state_folder(), now)
    yield machine.lettering()
    yield machine.room(cache_folder())
    if loaded.deck is None:
        return
    yield files.clock(loaded.deck, now.date())
    yield files.age(loaded.deck, deck, now.date())
    yield files.media(loaded.deck, deck)
    with bar("screens") as progress:
        yield screens.rendered(loaded, deck, size, measures(loaded.deck.screen, settings), charts, progress)
    with bar("cache") as progress:
        yield screens.cache(loaded, deck, size, settings.theme, charts, progress)


def _bar(language: str, step: str) -> AbstractContextManager[Progress]:
    named = {"screens": sentence("Looking at every screen"), "cache": sentence("Drawing")}
    return bar(in_language(named[step], language))


@contextmanager
def _steps(step: str) -> Iterator[Progress]:
    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"{step} {done} {total}\n")
        sys.stderr.flush()

    yield tell


def _card(parts: list[Part], language: str) -> None:
    """One card, green or red; what is to be done stands first."""
    from rich.console import Console
    from rich.markup import escape
    from rich.panel import Panel
    from rich.table import Table

    from kiosk.ready.part import is_ready

    signs = {"good": "[green]✓[/]", "note": "[yellow]![/]", "bad": "[bold red]✗[/]"}
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for part in sorted(parts, key=lambda part: ("bad", "note", "good").index(part.state)):
        said = f"{escape(part.said)}\n[bold]{escape(part.do)}[/]" if part.do else escape(part.said)
        table.add_row(signs[part.state], part.name, said)
    good = is_ready(parts)
    colour, title = ("green", sentence("READY TO OPEN")) if good else ("red", sentence("NOT READY"))
    Console().print(
        Panel(table, title=f"[bold {colour}]{in_language(title, language)}[/]", border_style=colour, padding=(1, 2))
    )
