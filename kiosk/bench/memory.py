"""What a booth and its workers hold of the machine's memory, and whether that grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from kiosk.bench.subject import subject
from kiosk.bench.surroundings import bare, booth, environment, kiosk

_CHILD: Final = "import sys; from kiosk.bench.memory import walk; walk(sys.argv[1], int(sys.argv[2]))"
_STEPS: Final = 1_000
"""How many steps are made for each run that is asked for."""
_LOOK_MS: Final = 1_000.0
"""From one look for workers to the next."""
_AT_REST: Final = 2
"""So many processes are left without workers: this one, and what Python keeps track of shared memory with."""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Megabytes (PSS) of all processes: after the first screen, after every slide, and what each further step adds.

    `start_mb` is the booth as it starts, `slides_mb` the same when a visitor has passed every slide, `step_kb` what a
    step from slide to slide adds, in kilobytes, over a thousand steps for each run; `studied_mb` is the booth and its
    workers, which come when a visitor stays on a chart, `rested_mb` once they have gone home, which they do a minute
    after their last chart, and `bare_mb` a bare window. Every chart is drawn before, so that no worker is needed.
    Raises CalledProcessError where one cannot be drawn.
    """
    subprocess.run(kiosk("warm", deck), check=True, capture_output=True, env=environment())  # noqa: S603 - our own
    with tempfile.TemporaryDirectory() as folder, subject(bare(Path(folder))) as window:
        window.line()
        bare_mb = window.memory_mb()
    with subject(booth(deck)) as started:
        started.line()
        start_mb = started.memory_mb()
    steps = runs * _STEPS
    with subject([sys.executable, "-c", _CHILD, str(deck), str(steps)]) as walked:
        seen, warm, last, studied, rested = json.loads(walked.line())
    return {
        "bare_mb": bare_mb,
        "start_mb": start_mb,
        "slides_mb": seen,
        "slides_ratio": round(seen / bare_mb, 2),
        "studied_mb": studied,
        "studied_ratio": round(studied / bare_mb, 2),
        "rested_mb": rested,
        "rested_ratio": round(rested / bare_mb, 2),
        "step_kb": round(1024 * (last - warm) / steps, 2),
    }


def walk(deck: str, steps: int) -> None:
    """Print what this process and its workers hold: a visitor has passed every slide; after as many steps; after
    twice; while they study a chart; and when the workers have gone home.

    The steps before the ones that count fill what is kept of each slide.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from kiosk.bench.plain import turn
    from kiosk.charts import Charts
    from kiosk.deck.compiled import open_deck
    from kiosk.deck.model import ChartSlide
    from kiosk.places import cache_folder
    from kiosk.processes import memory_mb, with_children
    from kiosk.stage.app import Booth, BoothOptions
    from kiosk.stage.application import application
    from kiosk.walk import settle

    application()
    loaded = open_deck(Path(deck), cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = [slide for platform in loaded.deck.platforms for slide in platform.slides]
    with (
        closing(Charts(cache_folder() / "charts")) as charts,
        closing(Booth(loaded, Path(deck), charts, BoothOptions(transitions=False))) as shown,
    ):
        shown.window.show()
        shown.prepare()
        shown.stage.touched()
        for slide in slides:
            shown.stage.open(slide.id)
            settle(shown)
        held: Callable[[], float] = lambda: sum(map(memory_mb, with_children(os.getpid())))  # noqa: E731
        seen = held()
        step = partial(QTest.keyClick, shown.window, Qt.Key.Key_Right)
        figures = [seen]
        for _ in range(2):
            for _ in range(steps):
                step()
                settle(shown)
            figures.append(held())
        shown.stage.open(next(slide.id for slide in slides if isinstance(slide, ChartSlide)))
        while len(with_children(os.getpid())) <= _AT_REST:
            turn(_LOOK_MS)
        turn(_LOOK_MS)  # the chart is being laid out
        figures.append(held())
        while len(with_children(os.getpid())) > _AT_REST:
            turn(_LOOK_MS)
        figures.append(held())
        print(json.dumps([round(each, 1) for each in figures]), flush=True)  # noqa: T201 - to its parent
