"""`kiosk soak`: from what was typed to a booth that is worked, and the figures that came of it."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path

from kiosk.cli.booth import EXIT_FAILED, refuse
from kiosk.cli.pictures import bar, offscreen, opened, size_of
from kiosk.places import cache_folder


def soak(deck: Path, *, events: int, seed: int, first: int, size: str, verbose: bool, as_json: bool) -> int:
    """Work a deck's booth, print what came of it, and give the exit code: 1 where anything was wrong."""
    offscreen()
    loaded = opened(deck)
    if loaded.deck is None:
        return EXIT_FAILED
    try:
        wanted = size_of(size)
    except ValueError as error:
        return refuse(str(error))
    from kiosk.charts import UNATTENDED, Charts
    from kiosk.soak.soak import Soak
    from kiosk.soak.subject import Subject
    from kiosk.stage.application import application

    application()
    cache = cache_folder()
    with (
        closing(Charts(cache / "charts", patience=UNATTENDED)) as charts,
        closing(Subject(loaded, deck, charts, wanted, cache / "decks")) as subject,
        bar("Soaking") as progress,
    ):
        del loaded  # the first deck is not to stay in memory beside those that are read later
        run = Soak(subject, events, seed, first, _to_stderr if verbose else _to_nobody, progress)
        run.run()
        figures = run.figures()
    if as_json:
        sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    else:
        for name, value in figures.items():
            if name != "errors":
                sys.stdout.write(f"{name.replace('_', ' '):22}{value}\n")
        for fault in figures["errors"]:
            sys.stdout.write(f"error: {fault}\n")
    return EXIT_FAILED if figures["errors"] else 0


def _to_stderr(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _to_nobody(_: str) -> None:
    pass
