"""What a finger and an eye would find: keys pressed and pixels read from outside, by an X server without a screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from kiosk.bench.patch import SIDE, colour
from kiosk.bench.spread import spread
from kiosk.bench.subject import Subject, subject
from kiosk.bench.surroundings import kiosk
from kiosk.bench.xserver import Display, server
from kiosk.deck.compiled import open_deck
from kiosk.deck.model import ChartSlide
from kiosk.places import cache_folder

_STARTS_A_RUN: Final = 3
"""How many starts are measured for each run that is asked for; one in ten is slower by a quarter."""
_STEPS_A_RUN: Final = 7
"""How many steps are measured for each run that is asked for, at most the deck's slides."""
_QUICK_STEPS: Final = 100
"""The same for those that follow at once, each as soon as the one before is there."""
_STILL_S: Final = 0.25
"""Pixels that have not changed for so long are what was waited for."""
_REST_S: Final = 2.0
"""After the first screen, before anything is pressed."""
_LONGEST_S: Final = 20.0
_LOST_S: Final = 2.0
"""A key that has shown nothing after so long was lost."""
_LATE_MS: Final = 25.0
"""From one frame to the next, as `frames` has it."""
_BARE: Final = """
import sys
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication(sys.argv)
view = QQuickView()
view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
view.setSource(QUrl.fromLocalFile(sys.argv[1]))
view.showFullScreen()
app.exec()
"""
_BARE_QML: Final = """
import QtQuick
Rectangle {
    id: root
    property int step: 0
    color: step % 2 ? "navy" : "teal"
    focus: true
    Keys.onRightPressed: step += 1
    Keys.onLeftPressed: step -= 1
    Rectangle {
        color: Qt.rgba((30 + 50 * (root.step % 5)) / 255, (40 + 60 * (Math.floor(root.step / 5) % 4)) / 255,
                       (235 - 50 * (root.step % 5)) / 255, 1)
        width: 56
        height: 56
    }
}
"""


@dataclass(frozen=True, slots=True)
class Program:
    """One of those that are compared."""

    name: str
    command: list[str]
    charts: frozenset[int]
    """The numbers of the slides that have one."""
    slides: int


def measure(deck: Path, runs: int) -> dict[str, Any]:
    """Milliseconds as they are seen from outside at 1920 x 1080, of a bare window, the booth, and a plain peer.

    The `peer` shows the same deck as one writes it first: QtWidgets, and matplotlib in the same process. `start`: from
    the command to the first slide, after which no pixel changes; `step`: from the key to the next slide, the same, for
    slides without a chart; `chart` for those with one, `again` for the way back to them; `quick`: from each key to the
    next slide's corner, with the next key at once, and how many of them were `lost`; `moves`: from one changed picture
    to the next while a slide of the booth gives way to the next one, `first` from the key to the first of them. Raises
    MissingError where there is no such server.
    """
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = [slide for platform in loaded.deck.platforms for slide in platform.slides]
    charts = frozenset(at for at, slide in enumerate(slides) if isinstance(slide, ChartSlide))
    steps = min(runs * _STEPS_A_RUN, len(slides) - 1)
    figures: dict[str, Any] = {}
    with TemporaryDirectory() as folder, server() as display:
        qml = Path(folder, "bare.qml")
        qml.write_text(_BARE_QML, encoding="utf-8")
        shown = ("run", deck, "--probe", "--no-transitions")
        programs = [
            Program("bare", [sys.executable, "-c", _BARE, str(qml)], frozenset(), len(slides)),
            Program("booth", kiosk(*shown), charts, len(slides)),
            Program("peer", [sys.executable, "-m", "kiosk.bench.peer", str(deck)], charts, len(slides)),
        ]
        starts: dict[str, list[float]] = {program.name: [] for program in programs}
        for at in range(runs * _STARTS_A_RUN + 1):
            for program in programs:
                took = _start(display, program)
                if at:  # the first one draws what the caches lack
                    starts[program.name].append(took)
        figures |= {f"{name}_start_ms": spread(times) for name, times in starts.items()}
        for program in programs:
            figures |= _steps(display, program, steps, runs * _QUICK_STEPS)
        moving = Program("booth", kiosk("run", deck, "--probe"), charts, len(slides))
        figures |= _moves(display, moving, steps, dict(loaded.themes)[loaded.deck.theme].motion.slide)
    return figures | _ratios(figures)


def _ratios(figures: dict[str, Any]) -> dict[str, float]:
    """The booth's medians beside the bare window's and the peer's."""
    ratios = {}
    for other in ("bare", "peer"):
        for what in ("start", "step", "chart", "again", "quick"):
            beside = figures.get(f"{other}_{what}_ms", figures.get(f"{other}_step_ms"))
            ours = figures.get(f"booth_{what}_ms")
            if ours and beside:
                ratios[f"{what}_{other}_ratio"] = round(ours["median"] / max(beside["median"], 0.1), 2)
    return ratios


@contextmanager
def _shown(display: Display, program: Program) -> Iterator[Subject]:
    """The program's windows, on a display that had none."""
    surroundings = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
    with subject(program.command, **surroundings) as started:
        yield started
    _until(lambda: not _shows(display, 0), _LONGEST_S)  # the server paints over what is gone


def _start(display: Display, program: Program) -> float:
    display.changed()
    began = time.perf_counter()
    with _shown(display, program):
        _until(lambda: _shows(display, 0), _LONGEST_S)
        changes = [time.perf_counter(), *display.changes(2 * _STILL_S, _LONGEST_S)]
        return (changes[-1] - began) * 1000


def _steps(display: Display, program: Program, steps: int, quick: int) -> dict[str, Any]:
    taken: dict[str, list[float]] = {"step": [], "chart": [], "again": []}
    with _shown(display, program):
        _until(lambda: _shows(display, 0), _LONGEST_S)
        time.sleep(_REST_S)
        for at in range(1, steps + 1):
            taken["chart" if at in program.charts else "step"].append(_step(display, "Right", at)[-1])
        for at in range(steps - 1, -1, -1):
            took = _step(display, "Left", at)[-1]
            if at in program.charts:
                taken["again"].append(took)
        times, lost = _quick(display, program.slides, quick)
    figures: dict[str, Any] = {f"{program.name}_{name}_ms": spread(of) for name, of in taken.items() if of}
    return figures | {f"{program.name}_quick_ms": spread(times), f"{program.name}_lost": lost}


def _step(display: Display, key: str, to: int) -> list[float]:
    """Milliseconds from a key to each change of the pixels, until none follows. Raises TimeoutError."""
    display.changed()
    began = time.perf_counter()
    display.press(key)
    changes = display.changes(_STILL_S, _LONGEST_S)
    if not changes or not _shows(display, to):
        raise TimeoutError(f"The key {key} did not lead to slide {to} within {_LONGEST_S:.0f} s.")
    return [(each - began) * 1000 for each in changes]


def _quick(display: Display, slides: int, count: int) -> tuple[list[float], int]:
    """Milliseconds of each step, forwards to the end and back again, and how many keys led nowhere."""
    at, way, lost, times = 0, 1, 0, []
    for _ in range(count):
        if not 0 <= at + way < slides:
            way = -way
        began = time.perf_counter()
        display.press("Right" if way > 0 else "Left")
        if _until(lambda: _shows(display, at + way), _LOST_S):  # noqa: B023 - called before the next turn
            times.append((time.perf_counter() - began) * 1000)
            at += way
        else:
            lost += 1
    return times, lost


def _moves(display: Display, program: Program, steps: int, lasts_ms: float) -> dict[str, Any]:
    """The changes while a slide gives way to the next one, which lasts so long; a frame may reach the screen in two."""
    intervals: list[float] = []
    firsts = []
    with _shown(display, program):
        _until(lambda: _shows(display, 0), _LONGEST_S)
        time.sleep(_REST_S)
        for at in range(1, steps + 1):
            changes = _step(display, "Right", at)
            firsts.append(changes[0])
            moving = [each for each in changes if each <= changes[0] + lasts_ms]
            intervals += [after - before for before, after in pairwise(moving)]
    late = sum(each > _LATE_MS for each in intervals)
    return {
        "booth_moves_ms": spread(intervals),
        "booth_first_ms": spread(firsts),
        "booth_late_percent": round(100 * late / len(intervals), 2),
    }


def _shows(display: Display, number: int) -> bool:
    return display.pixel(SIDE // 2, SIDE // 2) == colour(number)


def _until(condition: Callable[[], bool], longest_s: float) -> bool:
    end = time.perf_counter() + longest_s
    while not condition():
        if time.perf_counter() > end:
            return False
        time.sleep(0.0003)
    return True
