"""How evenly the screen moves while charts are drawn behind it: steps, swipes, data that grows in; a bare window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, cycle, islice, pairwise
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QPoint, QSize, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from shiboken6 import isValid

from kiosk.bench.drawn import chart_jobs, chart_slides, nothing_drawn
from kiosk.bench.plain import plain_window, turn
from kiosk.bench.spread import spread
from kiosk.charts import ChartJob, Charts, Picture
from kiosk.deck.compiled import open_deck
from kiosk.glass import Glass
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.walk import settle

_SIZE: Final = QSize(1920, 1080)
_LATE_MS: Final = 25.0
"""From one frame to the next; more, and a frame was left out at 60 a second."""
_MOVES: Final = 5
"""How many movements of each kind are measured for each run that is asked for …"""
_PLAIN_MS: Final = 2_000.0
"""… and how long the bare window is looked at."""
_REST_MS: Final = 300.0
"""Between two movements: what came before does not move any more."""
_WAITING: Final = 4
"""So many charts are asked for at a time: there is always another to be drawn."""
_DRAG: Final = tuple(QPoint(1400 - 80 * at, 500) for at in range(7))
"""Where a finger is while it swipes to the next slide …"""
_EVENT_MS: Final = 16.0
"""… and how often a touchscreen tells that."""
_MOVE: Final = {"slides": ("contentX",), "chart": ("grown",), "screen": ("opacity",), "mover": ("x",)}
"""What changes in items that move, by what their names begin with."""
_MOVING: Final = """
import QtQuick
Rectangle {
    color: "navy"
    Rectangle {
        objectName: "mover"
        color: "teal"
        width: parent.width / 2
        height: parent.height / 2
        NumberAnimation on x { from: 0; to: 960; duration: 2000; loops: Animation.Infinite }
    }
}
"""


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds from frame to frame while something moves, and the late ones in percent; charts are drawn behind, as
    they are ahead of a visitor.

    `bare` is a rectangle that moves in a plain window, `bare_alone` the same with nothing drawn behind it; `step` a key
    that brings the next slide, `swipe` a finger that does, `reveal` a step to a chart whose data grows in, `change` a
    slide that gives way to the hub. `first` is from the key, or the lifting of the finger, to the first frame.
    """
    application()
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = [slide.id for platform in loaded.deck.platforms for slide in platform.slides]
    with_charts = chart_slides(loaded.deck)
    jobs = chart_jobs(loaded, deck, _SIZE, with_charts)
    result = _told("bare_alone", _plain(runs))
    with _drawing(jobs):
        result |= _told("bare", _plain(runs))
    with (
        closing(Charts(cache_folder() / "charts")) as charts,
        closing(Booth(loaded, deck, charts, BoothOptions(attended=True, size=_SIZE))) as booth,
    ):
        booth.window.show()
        booth.prepare()
        for slide in slides:  # drawn before, as at a booth that has been open for some minutes
            booth.stage.open(slide)
            settle(booth)
        with _drawing(jobs):
            for name, movement in _movements(booth, slides, with_charts).items():
                if movement.slides:
                    chosen = islice(cycle(movement.slides), runs * _MOVES)
                    result |= _told(name, [_frames(booth, slide, movement) for slide in chosen])
    return result


Frames = list[float]
"""When each frame that shows something moved was there, in milliseconds since what set it in motion."""


@dataclass(frozen=True, slots=True)
class _Movement:
    """Something that a visitor sets the screen in motion with."""

    slides: Sequence[str]
    """Where it begins, in turn."""
    prepare: Callable[[], None]
    act: Callable[[], None]
    """What sets it off, after `prepare`."""
    lasts: float
    """Milliseconds."""


def _movements(booth: Booth, slides: Sequence[str], with_charts: Sequence[str]) -> dict[str, _Movement]:
    glass, motion = Glass(booth.window), booth.theme.taken.motion
    before_charts = [before for before, slide in pairwise(slides) if slide in with_charts]

    def drag() -> None:
        glass.press({0: _DRAG[0]})
        for at in _DRAG[1:]:
            turn(_EVENT_MS)
            glass.move({0: at})

    def key() -> None:
        QTest.keyClick(booth.window, Qt.Key.Key_Right)

    return {
        "step": _Movement(slides[:-1], lambda: None, key, motion.slide),
        "swipe": _Movement(slides[:-1], drag, lambda: glass.lift(0), motion.slide),
        "reveal": _Movement(before_charts, lambda: None, key, motion.reveal),
        "change": _Movement(
            slides, lambda: None, partial(QTest.keyClick, booth.window, Qt.Key.Key_Escape), motion.fade
        ),
    }


def _frames(booth: Booth, slide: str, movement: _Movement) -> Frames:
    booth.stage.rest()  # data grows in once in every visit
    booth.stage.open(slide)
    settle(booth)
    turn(movement.lasts + _REST_MS)
    movement.prepare()
    return _noted(booth.window, movement.lasts + _REST_MS, movement.act)


def _plain(runs: int) -> list[Frames]:
    with plain_window(_MOVING, _SIZE) as view:
        return [_noted(view, _PLAIN_MS, lambda: None) for _ in range(runs)]


def _noted(window: QQuickWindow, lasts: float, act: Callable[[], None]) -> Frames:
    """The frames of so many milliseconds after something is done, but those in which nothing has moved."""
    frames: Frames = []
    moving = [(item, name) for item in _items(window) for name in _MOVE.get(_kind(item), ())]
    seen = [item.property(name) for item, name in moving]

    def note() -> None:
        now = [item.property(name) for item, name in moving if isValid(item)]  # a screen that is left goes
        if now != seen:
            seen[:] = now
            frames.append((perf_counter() - began) * 1000)

    window.frameSwapped.connect(note)
    began = perf_counter()
    act()
    turn(lasts)
    window.frameSwapped.disconnect(note)
    return frames


def _items(window: QQuickWindow) -> Iterator[QQuickItem]:
    """Every item, also those that are not seen yet."""
    pending = [window.contentItem()]
    while pending:
        item = pending.pop()
        yield item
        pending.extend(item.childItems())


def _kind(item: QQuickItem) -> str:
    """What an item's name begins with, which for a chart is followed by its slide."""
    return item.objectName().partition(".")[0]


def _told(name: str, taken: Sequence[Frames]) -> dict[str, Any]:
    between = [later - earlier for frames in taken for earlier, later in pairwise(frames)]
    return {
        f"{name}_first_ms": spread([frames[0] for frames in taken]),
        f"{name}_frame_ms": spread(between),
        f"{name}_late_percent": round(100 * sum(each > _LATE_MS for each in between) / len(between), 2),
    }


@contextmanager
def _drawing(jobs: Sequence[ChartJob]) -> Iterator[None]:
    """Charts are drawn as long as this lasts, each as if no cache had it."""
    fresh = (replace(job, name=f"{turn}.{job.name}") for turn in count() for job in jobs)
    with nothing_drawn() as charts:
        begun = QEventLoop()

        def more(picture: Picture | None) -> None:
            begun.quit()
            if picture:
                charts.request(next(fresh), more)

        for job in islice(fresh, _WAITING if jobs else 0):
            charts.request(job, more)
        if jobs:
            begun.exec()  # the workers have started
        yield
