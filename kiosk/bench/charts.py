"""How long charts take to draw, and until a visitor sees them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtQuick import QQuickItem

from kiosk.bench.drawn import chart_jobs, chart_slides, nothing_drawn
from kiosk.bench.plain import turn
from kiosk.bench.spread import spread
from kiosk.bench.subject import subject
from kiosk.bench.surroundings import kiosk
from kiosk.bench.touch import step
from kiosk.charts import ChartJob, Charts, template
from kiosk.charts.timing import drawing_times
from kiosk.deck.compiled import open_deck
from kiosk.deck.load import Loaded
from kiosk.deck.model import ChartSlide, Deck
from kiosk.glass import Glass
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import visible_items
from kiosk.walk import settle

_SIZES: Final = {1080: QSize(1920, 1080), 2160: QSize(3840, 2160)}
_PINCH_MS: Final = 400.0
"""How long two fingers part …"""
_PINCH_STEPS: Final = 20
"""… and in how many events a touchscreen tells that."""
_BETWEEN_TAPS_MS: Final = 150.0
"""From the first of two taps to the second."""
_LOOKING_MS: Final = 1_000.0
"""How long a quick visitor looks at a chart before anything else …"""
_ARRIVAL_MS: Final = 2_000.0
"""… and how long after the touch that wakes the booth they have found one."""
_LOOK_S: Final = 0.1


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds that each kind of the deck's charts takes, and that a picture takes to the screen.

    `KIND_1080_ms` and `KIND_2160_ms`: both layers drawn, in a worker process of its own that has drawn the kind before,
    at the size that a slide has on a screen of so many lines. `KIND_zoom_ms`: at 1080 lines, from two fingers letting
    go of a part of a chart that they came upon a second before to that part being sharp on the screen.
    `KIND_double_tap_ms`: the same from the second of two taps on. `rested_zoom_ms`: as the zoom, where all was drawn
    before, the workers were at rest, and a visitor woke the booth two seconds before they came to the chart.
    `cold_start_ms`: from nothing to a complete slide with a chart, where no worker has started and the cache is empty
    as after an installation; `cold_ms`: from a touch to a chart that was never drawn, workers waiting.
    `warm_s`: seconds in which `kiosk warm` draws everything at 2160 lines in every language, and `warm_busy_percent`:
    how much of all processors it had meanwhile.
    """
    application()
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = chart_slides(loaded.deck)
    if not slides:
        return {}
    jobs = {lines: chart_jobs(loaded, deck, size, slides) for lines, size in _SIZES.items()}
    result: dict[str, Any] = {}
    for kind in sorted({job.kind for job in jobs[1080]}):
        for lines, of in jobs.items():
            result[f"{kind}_{lines}_ms"] = spread(_times([job for job in of if job.kind == kind], runs))
    kinds = _kinds(loaded.deck)
    for name, zoom in (("zoom", _zoom), ("double_tap", _double_tap)):
        with nothing_drawn() as charts, _visited(loaded, deck, charts) as booth:
            for kind, its_slides in kinds.items():
                result[f"{kind}_{name}_ms"] = spread(_first_parts(booth, zoom, its_slides, slides, runs))
    result["rested_zoom_ms"] = spread(_rested_zooms(loaded, deck, slides, runs))
    starts, changes = zip(*(_cold(loaded, deck, slides[0]) for _ in range(runs)), strict=True)
    result |= {"cold_start_ms": spread(list(starts)), "cold_ms": spread(list(changes))}
    return result | _warmed(deck)


def _kinds(deck: Deck) -> dict[str, list[str]]:
    """The slides of each kind of chart, in the order of the kinds' names."""
    kinds: dict[str, list[str]] = {}
    for platform in deck.platforms:
        for slide in platform.slides:
            if isinstance(slide, ChartSlide):
                kinds.setdefault(slide.chart.kind, []).append(slide.id)
    return dict(sorted(kinds.items()))


def _first_parts(
    booth: Booth, zoom: Callable[[QQuickItem, Booth, int], float], of: list[str], slides: Sequence[str], runs: int
) -> list[float]:
    """What `zoom` takes on some slides in turn, when a visitor comes to each from another chart."""
    times = []
    for at, slide in _turns(of, runs):
        _opened(booth, slide)
        for other in [each for each in slides if each != slide][:1]:
            _opened(booth, other)
            turn(_LOOKING_MS)
        chart = _opened(booth, slide)
        turn(_LOOKING_MS)
        times.append(zoom(chart, booth, at))
    return times


@contextmanager
def _visited(loaded: Loaded, deck: Path, charts: Charts) -> Iterator[Booth]:
    """A booth as a visitor has it."""
    options = BoothOptions(transitions=False, size=_SIZES[1080])
    with closing(Booth(loaded, deck, charts, options)) as booth:
        booth.prepare()
        booth.window.show()
        yield booth


def _rested_zooms(loaded: Loaded, deck: Path, slides: Sequence[str], runs: int) -> list[float]:
    """Milliseconds until the part of a chart is sharp for the first visitor after a rest, for some slides in turn."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with closing(Charts(Path(folder))) as charts, _booth(loaded, deck, charts, _SIZES[1080]) as booth:
            booth.window.show()
            for slide in slides:
                _opened(booth, slide)
        return [_rested_zoom(loaded, deck, Path(folder), slide, at) for at, slide in _turns(slides, runs)]


def _rested_zoom(loaded: Loaded, deck: Path, folder: Path, slide: str, at: int) -> float:
    template.end()  # as it is when the workers have rested
    with closing(Charts(folder)) as charts, _visited(loaded, deck, charts) as booth:
        settle(booth)
        Glass(booth.window).tap(QPoint(1, 1))
        turn(_ARRIVAL_MS)
        chart = _opened(booth, slide)
        turn(_LOOKING_MS)
        return _zoom(chart, booth, at)


def _warmed(deck: Path) -> dict[str, float]:
    """How long it takes to draw everything, and how busy the processors are until that is done."""
    size = _SIZES[2160]
    command = kiosk("warm", deck, "--size", f"{size.width()}x{size.height()}")
    began = time.perf_counter()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, subject(command, KIOSK_CACHE=folder) as warming:
        used = 0.0
        while not warming.has_ended:
            used = max(used, warming.used_s())
            time.sleep(_LOOK_S)
        took = time.perf_counter() - began
    return {
        "warm_s": round(took, 1),
        "warm_busy_percent": round(100 * used / took / len(os.sched_getaffinity(0)), 1),
    }


def _turns(slides: Sequence[str], runs: int) -> Iterator[tuple[int, str]]:
    """So many slides in turn, from the first again after the last, with their numbers."""
    return enumerate(islice(cycle(slides), runs))


def _zoom(chart: QQuickItem, booth: Booth, at: int) -> float:
    """Milliseconds from the lifting of two fingers that have parted on a chart to the frame that shows it sharp."""
    middle = _middle(chart) + QPoint(at, 0)  # no part is there twice
    glass = Glass(booth.window)
    for moved in range(_PINCH_STEPS + 1):
        half = QPoint(round(chart.width() * (0.1 + 0.15 * moved / _PINCH_STEPS)), 0)
        (glass.move if moved else glass.press)({1: middle - half, 2: middle + half})
        turn(_PINCH_MS / _PINCH_STEPS)
    return step(booth.window, lambda: glass.lift(1, 2)).complete


def _double_tap(chart: QQuickItem, booth: Booth, at: int) -> float:
    """Milliseconds from the second of two taps on a chart to the frame that shows the part sharp."""
    middle = _middle(chart) + QPoint(at, 0)
    glass = Glass(booth.window)
    glass.tap(middle)
    turn(_BETWEEN_TAPS_MS)
    return step(booth.window, lambda: glass.tap(middle)).complete


def _middle(chart: QQuickItem) -> QPoint:
    return chart.mapToScene(QPointF(chart.width() / 2, chart.height() / 2)).toPoint()


def _opened(booth: Booth, slide: str) -> QQuickItem:
    """The chart of a slide, as soon as all of it stands."""
    booth.stage.open(slide)
    settle(booth)
    return next(item for item in visible_items(booth.window) if item.objectName() == f"chart.{slide}")


def _times(jobs: list[ChartJob], runs: int) -> list[float]:
    """So many drawings of the charts in turn; one before them, which imports what the kind needs, does not count."""
    return drawing_times([jobs[0], *islice(cycle(jobs), runs)], cache_folder() / "charts")[1:]


def _cold(loaded: Loaded, deck: Path, slide: str) -> tuple[float, float]:
    """Milliseconds until a chart's slide stands where nothing was drawn before, and after a change of its text size."""
    template.end()
    with nothing_drawn() as charts:
        began = time.perf_counter()
        with _booth(loaded, deck, charts, _SIZES[1080]) as booth:
            booth.stage.open(slide)
            step(booth.window, booth.window.show)
            started = (time.perf_counter() - began) * 1000
            settle(booth)
            return started, step(booth.window, booth.stage.comfort.nextTextSize).complete


@contextmanager
def _booth(loaded: Loaded, deck: Path, charts: Charts, size: QSize) -> Iterator[Booth]:
    with closing(Booth(loaded, deck, charts, BoothOptions(attended=True, transitions=False, size=size))) as booth:
        yield booth
