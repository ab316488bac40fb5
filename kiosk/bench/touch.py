"""How long a step takes, from the key to the frame that shows the next slide complete."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.bench.plain import plain_window, turn
from kiosk.bench.spread import spread
from kiosk.charts import Charts
from kiosk.deck.compiled import open_deck
from kiosk.deck.model import ChartSlide
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import complete
from kiosk.walk import DEADLINE_S, resize, settle

_SIZE: Final = QSize(1920, 1080)
_STEPS_A_RUN: Final = 7
"""How many steps are measured for each run that is asked for, at most the deck's slides."""
_REST_MS: Final = 150
"""Between two steps, as a quick visitor leaves; the neighbours are prepared meanwhile."""
_FAR: Final = 3
"""So many slides on, one is not prepared beside the one on screen."""
_BARE: Final = """
import QtQuick
Rectangle {
    property int step: 0
    color: step % 2 ? "navy" : "teal"
    focus: true
    Keys.onRightPressed: step += 1
}
"""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds from a key to pixels for slides with a chart, for all others, and for a bare window; and ratios.

    `answer` is the first frame that shows the next slide, `complete` the one in which nothing is missing any more;
    `jump` the same to a slide with a chart that is no neighbour. All charts were drawn before, as they are at a booth
    that has been open for some minutes.
    """
    application()
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    steps = runs * _STEPS_A_RUN
    slides = [slide for platform in loaded.deck.platforms for slide in platform.slides][: steps + 1]
    options = BoothOptions(attended=True, transitions=False)
    with closing(Charts(cache_folder() / "charts")) as charts, closing(Booth(loaded, deck, charts, options)) as booth:
        resize(booth, _SIZE)
        for slide in slides:
            booth.stage.open(slide.id)
            settle(booth)
        home = partial(_rest_at, booth, slides[0].id)
        home()
        press = partial(QTest.keyClick, booth.window, Qt.Key.Key_Right)
        taken: dict[str, list[Step]] = {"chart": [], "other": [], "jump": []}
        for slide in slides[1:]:
            taken["chart" if isinstance(slide, ChartSlide) else "other"].append(step(booth.window, press))
            turn(_REST_MS)
        for slide in slides[_FAR:]:
            if isinstance(slide, ChartSlide):
                home()
                taken["jump"].append(step(booth.window, partial(booth.stage.open, slide.id)))
    bare = [each.complete for each in _bare(steps)]
    result: dict[str, Any] = {"bare_ms": spread(bare)}
    for name, of in taken.items():
        if of:
            complete_ = [each.complete for each in of]
            result[f"{name}_answer_ms"] = spread([each.answer for each in of])
            result[f"{name}_complete_ms"] = spread(complete_)
            result[f"{name}_ratio"] = round(statistics.median(complete_) / statistics.median(bare), 2)
    return result


def _rest_at(booth: Booth, slide: str) -> None:
    booth.stage.open(slide)
    settle(booth)
    turn(_REST_MS)


@dataclass(frozen=True, slots=True)
class Step:
    """Milliseconds from what was done to the first frame, and to the complete one."""

    answer: float
    complete: float


def step(window: QQuickWindow, act: Callable[[], None]) -> Step:
    """Do something, and wait for the frame that shows everything; look only when there is a new one."""
    frames: list[float] = []
    done = QEventLoop()

    def look() -> None:
        frames.append((time.perf_counter() - began) * 1000)
        if complete(window):
            done.quit()

    window.frameSwapped.connect(look)
    began = time.perf_counter()
    act()
    late = QTimer(singleShot=True, interval=round(DEADLINE_S * 1000))
    late.timeout.connect(partial(done.exit, 1))
    late.start()
    if (not frames or not complete(window)) and done.exec():
        raise TimeoutError(f"A step was not complete within {DEADLINE_S:.0f} s.")
    window.frameSwapped.disconnect(look)
    return Step(frames[0], frames[-1])


def _bare(steps: int) -> list[Step]:
    with plain_window(_BARE, _SIZE) as view:
        turn(_REST_MS)
        taken = []
        for _ in range(steps):
            taken.append(step(view, partial(QTest.keyClick, view, Qt.Key.Key_Right)))
            turn(_REST_MS)
        return taken
