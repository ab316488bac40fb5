"""How long charts take to draw, and what drawing them takes from the screen: what `bench charts` measures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import cycle, islice, pairwise
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QSize, QTimer, QUrl
from PySide6.QtQuick import QQuickView

from kiosk.charts import UNATTENDED, ChartJob, Charts, Job, Picture
from kiosk.charts.timing import drawing_times
from kiosk.deck.compiled import open_deck
from kiosk.deck.load import Loaded
from kiosk.deck.model import ChartSlide, Deck
from kiosk.glass import Glass
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import visible_items
from kiosk.steps import spread, step
from kiosk.walk import resize, settle

_SIZES: Final = {1080: QSize(1920, 1080), 2160: QSize(3840, 2160)}
_BEHIND: Final = 20
"""Charts that are drawn behind the animation in one round."""
_PINCH_MS: Final = 400.0
"""How long two fingers part …"""
_PINCH_STEPS: Final = 20
"""… and in how many events a touchscreen tells that."""
_LATE_MS: Final = 25.0
"""From one frame to the next; more, and a frame was left out at 60 a second."""
_MOVING: Final = """
import QtQuick
Rectangle {
    color: "navy"
    Rectangle {
        color: "teal"
        width: parent.width / 2
        height: parent.height / 2
        NumberAnimation on x { from: 0; to: 960; duration: 2000; loops: Animation.Infinite }
    }
}
"""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds that each kind of the deck's charts takes, that a picture takes to the screen, and late frames.

    `KIND_1080_ms` and `KIND_2160_ms`: both layers drawn, in a worker process of its own that has drawn the kind before,
    at the size that a slide has on a screen of so many lines. `KIND_zoom_ms`: at 1080 lines, from two fingers letting
    go of a part of a chart to that part being sharp on the screen. `cold_start_ms`: from nothing to a complete slide
    with a chart, where no worker has started and the cache is empty as after an installation; `cold_ms`: from a touch
    to a chart that was never drawn, workers waiting. Late frames are those of a moving window, alone and with
    charts drawn behind it for as long.
    """
    application()
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = _chart_slides(loaded.deck)
    if not slides:
        return {}
    jobs = {lines: _jobs(loaded, deck, size, slides) for lines, size in _SIZES.items()}
    result: dict[str, Any] = {}
    for kind in sorted({job.kind for job in jobs[1080]}):
        for lines, of in jobs.items():
            result[f"{kind}_{lines}_ms"] = spread(_times([job for job in of if job.kind == kind], runs))
    result |= {f"{kind}_zoom_ms": spread(times) for kind, times in _zooms(loaded, deck, runs)}
    starts, changes = zip(*(_cold(loaded, deck, slides[0]) for _ in range(runs)), strict=True)
    result |= {"cold_start_ms": spread(list(starts)), "cold_ms": spread(list(changes))}
    return result | _late_frames(jobs[1080], runs)


def _chart_slides(deck: Deck) -> list[str]:
    return [slide.id for platform in deck.platforms for slide in platform.slides if isinstance(slide, ChartSlide)]


def _zooms(loaded: Loaded, deck: Path, runs: int) -> Iterator[tuple[str, list[float]]]:
    """Milliseconds until parts of each kind's charts are sharp, in turn; each part is a new one."""
    assert loaded.deck is not None  # noqa: S101 - a deck that opened
    kinds: dict[str, list[str]] = {}
    for platform in loaded.deck.platforms:
        for slide in platform.slides:
            if isinstance(slide, ChartSlide):
                kinds.setdefault(slide.chart.kind, []).append(slide.id)
    with (
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(Charts(Path(folder), patience=UNATTENDED)) as charts,
        _booth(loaded, deck, charts, _SIZES[1080]) as booth,
    ):
        booth.window.show()
        for kind, slides in sorted(kinds.items()):
            yield kind, [_zoom(booth, slide, at) for at, slide in enumerate(islice(cycle(slides), runs))]


def _zoom(booth: Booth, slide: str, at: int) -> float:
    """Milliseconds from the lifting of two fingers that have parted on a chart to the frame that shows it sharp."""
    booth.stage.open(slide)
    settle(booth)
    chart = next(item for item in visible_items(booth.window) if item.objectName() == f"chart.{slide}")
    middle = chart.mapToScene(QPointF(chart.width() / 2 + at, chart.height() / 2)).toPoint()  # no part is there twice
    glass = Glass(booth.window)
    for moved in range(_PINCH_STEPS + 1):
        half = QPoint(round(chart.width() * (0.1 + 0.15 * moved / _PINCH_STEPS)), 0)
        (glass.move if moved else glass.press)({1: middle - half, 2: middle + half})
        _turn(_PINCH_MS / _PINCH_STEPS)
    return step(booth.window, lambda: glass.lift(1, 2)).complete


def _turn(milliseconds: float) -> None:
    """Let Qt's loop turn for some time."""
    loop = QEventLoop()
    QTimer.singleShot(round(milliseconds), loop.quit)
    loop.exec()


class _Noted(Charts):
    """Charts that only note what they are asked for; nothing is drawn."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.jobs: dict[str, ChartJob] = {}
        self.close()

    def find(self, job: Job) -> Picture | None:
        if isinstance(job, ChartJob):
            self.jobs[job.key] = job
        return None


def _jobs(loaded: Loaded, deck: Path, size: QSize, slides: Iterable[str]) -> list[ChartJob]:
    """What the scene asks for on its way through some slides, on a screen of a size."""
    charts = _Noted()
    with _booth(loaded, deck, charts, size) as booth:
        resize(booth, size)
        for slide in slides:
            booth.stage.open(slide)
            settle(booth)
    return list(charts.jobs.values())


def _times(jobs: list[ChartJob], runs: int) -> list[float]:
    """So many drawings of the charts in turn; one before them, which imports what the kind needs, does not count."""
    return drawing_times([jobs[0], *islice(cycle(jobs), runs)], cache_folder() / "charts")[1:]


def _cold(loaded: Loaded, deck: Path, slide: str) -> tuple[float, float]:
    """Milliseconds until a chart's slide stands where nothing was drawn before, and after a change of its text size."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, closing(Charts(Path(folder))) as charts:
        began = time.perf_counter()
        with _booth(loaded, deck, charts, _SIZES[1080]) as booth:
            booth.stage.open(slide)
            step(booth.window, booth.window.show)
            started = (time.perf_counter() - began) * 1000
            settle(booth)
            return started, step(booth.window, booth.stage.nextTextSize).complete


@contextmanager
def _booth(loaded: Loaded, deck: Path, charts: Charts, size: QSize) -> Iterator[Booth]:
    with closing(Booth(loaded, deck, charts, BoothOptions(attended=True, transitions=False, size=size))) as booth:
        yield booth


def _late_frames(jobs: list[ChartJob], runs: int) -> dict[str, Any]:
    """Frames, late ones of them in percent, and the longest wait for one: drawing nothing, and drawing charts."""
    times: dict[str, list[float]] = {"alone": [], "drawing": []}
    with (
        _moving() as view,
        TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        closing(Charts(Path(folder))) as charts,
    ):
        _while_drawing(view, charts, _new(jobs, 0))  # the workers have started when the measuring begins
        for run in range(1, runs + 1):
            drawing = _while_drawing(view, charts, _new(jobs, run))
            times["drawing"] += drawing
            times["alone"] += _while_resting(view, sum(drawing) / 1000)
    result: dict[str, Any] = {}
    for name, of in times.items():
        result[f"frames_{name}"] = len(of)
        result[f"late_{name}_percent"] = round(100 * sum(each > _LATE_MS for each in of) / len(of), 2)
        result[f"longest_{name}_ms"] = round(max(of), 1)
    return result


def _new(jobs: list[ChartJob], run: int) -> list[ChartJob]:
    """Charts that no cache has, some of them the same but for their names."""
    return [replace(job, name=f"{run}.{at}") for at, job in enumerate(islice(cycle(jobs), _BEHIND))]


def _while_drawing(view: QQuickView, charts: Charts, jobs: list[ChartJob]) -> list[float]:
    answered: list[Picture | None] = []
    for job in jobs:
        charts.request(job, answered.append)
    return _intervals(view, lambda: len(answered) == len(jobs))


def _while_resting(view: QQuickView, seconds: float) -> list[float]:
    end = time.perf_counter() + seconds
    return _intervals(view, lambda: time.perf_counter() > end)


def _intervals(view: QQuickView, is_over: Callable[[], bool]) -> list[float]:
    """Milliseconds between the frames until something is so."""
    frames: list[float] = []
    loop = QEventLoop()

    def note() -> None:
        frames.append(time.perf_counter() * 1000)
        if is_over():
            loop.quit()

    view.frameSwapped.connect(note)
    loop.exec()
    view.frameSwapped.disconnect(note)
    return [later - earlier for earlier, later in pairwise(frames)]


@contextmanager
def _moving() -> Iterator[QQuickView]:
    """A window in which something moves all the time."""
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    with NamedTemporaryFile("w", suffix=".qml") as file:
        file.write(_MOVING)
        file.flush()
        view.setSource(QUrl.fromLocalFile(file.name))
    view.resize(_SIZES[1080])
    view.show()
    yield view
    view.close()
    view.deleteLater()
