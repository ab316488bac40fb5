"""The command that exports a deck."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.cli.pictures import bar, chosen, offscreen, opened, size_of
from kiosk.export import form_of
from kiosk.export.wish import Wish

_HANDOUTS: Final = (2, 4, 6)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What was said on the command line, as it was said."""

    languages: Sequence[str] = ()
    theme: str = ""
    size: str = ""
    notes: bool = False
    handout: int = 0


def export(deck: Path, to: Path, options: Options) -> int:
    """Export a deck and give the exit code; what is printed is the path of what was written."""
    try:
        with bar("Opening") as ready:  # which keeps a Ctrl+C until all that Qt consists of is imported
            form = form_of(to)
            ready(1, 1)
        _check_options(to, options, form.OPTIONS)
        _check_place(to)
    except ValueError as error:
        return refuse(str(error))
    offscreen()
    loaded = opened(deck)
    if loaded.deck is None:
        return EXIT_FAILED
    try:
        languages = chosen(options.languages, loaded.deck.languages, "language")
        chosen([options.theme] if options.theme else [], dict(loaded.themes), "theme") or (loaded.deck.theme,)
        size = size_of(options.size or "1920x1080").toTuple()
    except ValueError as error:
        return refuse(str(error))
    wish = Wish(
        loaded=loaded,
        folder=deck,
        to=to,
        languages=languages or loaded.deck.languages,
        theme=options.theme or loaded.deck.theme,
        size=size,
        notes=options.notes,
        handout=options.handout,
    )
    try:
        with bar("Exporting") as progress:
            form.write(wish, progress)
    except OSError as error:
        return refuse(f"The export cannot be written to {to}: {error.strerror}.")
    sys.stdout.write(f"{to}\n")
    return 0


def _check_options(to: Path, options: Options, known: frozenset[str]) -> None:
    """Raise ValueError in plain words for an option that this form has no use for."""
    for name in ("theme", "size", "notes", "handout"):
        if getattr(options, name) and name not in known:
            form = to.suffix or "pictures in a folder"
            raise ValueError(f"--{name} is nothing for {form}.")
    if options.notes and options.handout:
        raise ValueError("--notes and --handout do not go together: a page with notes has one slide.")
    if options.handout not in (0, *_HANDOUTS):
        raise ValueError(f"--handout wants {', '.join(map(str, _HANDOUTS))} slides a page, not {options.handout}.")


def _check_place(to: Path) -> None:
    """Raise ValueError in plain words where the export would take the place of something else."""
    if to.suffix and to.is_dir():
        raise ValueError(f"{to} is a folder: name a file.")
    if not to.suffix and to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise ValueError(f"There is something at {to} already: name a new folder.")
