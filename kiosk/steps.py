"""How long a step takes, from the key to the frame that shows the next slide complete: what `bench touch` measures."""

from __future__ import annotations

import math
import statistics
import time
from contextlib import closing
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtQuick import QQuickView, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.charts import Charts
from kiosk.deck.compiled import open_deck
from kiosk.deck.model import ChartSlide
from kiosk.places import cache_folder
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import complete
from kiosk.walk import resize

_SIZE: Final = QSize(1920, 1080)
_REST_MS: Final = 150
"""Between two steps, as a quick visitor leaves; the neighbours are prepared meanwhile."""
_BARE: Final = """
import QtQuick
Rectangle {
    property int step: 0
    color: step % 2 ? "navy" : "teal"
    focus: true
    Keys.onRightPressed: step += 1
}
"""


def measure(deck: Path, steps: int) -> dict[str, Any]:
    """Milliseconds from key to pixels for slides with a chart, for all others, and for a bare window; and ratios."""
    application()
    loaded = open_deck(deck, cache_folder() / "decks")
    assert loaded.deck is not None  # noqa: S101 - the command was given a deck that opens
    slides = [slide for platform in loaded.deck.platforms for slide in platform.slides]
    options = BoothOptions(attended=True, transitions=False)
    with closing(Charts(cache_folder() / "charts")) as charts, closing(Booth(loaded, deck, charts, options)) as booth:
        resize(booth, _SIZE)
        _rest()
        chart: list[float] = []
        other: list[float] = []
        for slide in slides[1 : steps + 1]:
            took = _step(booth.window)
            (chart if isinstance(slide, ChartSlide) else other).append(took)
            _rest()
    bare = _bare(steps)
    taken = {"bare": bare, "chart": chart, "other": other}
    spreads = {f"{name}_ms": _spread(values) for name, values in taken.items() if values}
    ratios = {
        f"{name}_ratio": round(statistics.median(values) / statistics.median(bare), 2)
        for name, values in (("chart", chart), ("other", other))
        if values
    }
    return spreads | ratios


def _step(window: QQuickWindow) -> float:
    """Press Right, and wait for the frame that shows everything."""
    frames = 0

    def count() -> None:
        nonlocal frames
        frames += 1

    window.frameSwapped.connect(count)
    began = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_Right)
    while not frames or not complete(window):
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    took = (time.perf_counter() - began) * 1000
    window.frameSwapped.disconnect(count)
    return took


def _bare(steps: int) -> list[float]:
    view = QQuickView()
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    with NamedTemporaryFile("w", suffix=".qml") as file:
        file.write(_BARE)
        file.flush()
        view.setSource(QUrl.fromLocalFile(file.name))
    view.resize(_SIZE)
    view.show()
    view.requestActivate()
    _rest()
    taken = []
    for _ in range(steps):
        taken.append(_step(view))
        _rest()
    _close(view)
    return taken


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_REST_MS, loop.quit)
    loop.exec()


def _close(window: QWindow) -> None:
    window.close()
    window.deleteLater()


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1),
        "min": round(ordered[0], 1),
        "max": round(ordered[-1], 1),
        "p95": round(ordered[math.ceil(len(ordered) * 0.95) - 1], 1),
        "runs": len(ordered),
    }
