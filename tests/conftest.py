"""What tests of the running booth need: decks, a booth in a window, and fingers."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_QUICK_BACKEND"] = "software"

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from charts import making
from fingers import Fingers
from forked import Forks
from hypothesis import settings
from processes import Process, environment
from PySide6.QtCore import QRectF, QSize
from PySide6.QtQuick import QQuickItem
from tiny import write_tiny_deck

from kiosk.charts import Charts
from kiosk.deck.load import Loaded, load
from kiosk.places import SAMPLE_DECK
from kiosk.stage import graphics
from kiosk.stage.app import Booth, BoothOptions
from kiosk.stage.application import application
from kiosk.stage.complete import complete, visible_items
from kiosk.stage.pictures import StagePicture

LONGEST = ("test_soak", "test_watch", "test_wheel", "test_warm", "test_tour")
"""Files with tests that take ten seconds or more."""

# Some examples each time; `make test-long` names the profile that has many.
settings.register_profile("short", max_examples=15, deadline=None)
settings.register_profile("long", max_examples=500, deadline=None)
settings.load_profile("short")


def pytest_configure(config):
    """Have the many commands share what each would make anew: the compiled modules, and matplotlib's list of fonts.

    And have each of them end by Ctrl+C.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in the background, and so would all that is started
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    os.environ["MPLCONFIGDIR"] = str(config.cache.mkdir("matplotlib"))


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is imported and collected stays: the collector need not look through it, now or during the tests."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items):
    """Begin with what takes long by itself, so that nobody waits for it in the end."""
    items.sort(key=lambda item: not item.path.name.startswith(LONGEST))


@pytest.fixture(scope="session")
def qapp(tmp_path_factory):
    graphics.prepare(tmp_path_factory.mktemp("fonts"))
    return application()


@pytest.fixture
def tiny_folder(tmp_path):
    """A small deck's folder, to change at will."""
    folder = tmp_path / "deck"
    write_tiny_deck(folder)
    return folder


@pytest.fixture(scope="session")
def real() -> Loaded:
    """The deck that ships."""
    return load(SAMPLE_DECK)


@pytest.fixture(scope="session")
def drawn(tmp_path_factory) -> Path:
    """The cache of all tests, and of the commands that they start, so that a chart is drawn once."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "cache"


@pytest.fixture(scope="session")
def charts(drawn):
    """One crew of workers for all tests."""
    with closing(Charts(drawn / "charts", workers=1)) as charts:  # each process of the tests has one
        yield charts


@pytest.fixture
def _only_own_workers():
    """Count no workers that a booth's test before left resting in this process."""
    making.OTHERS.clear()
    making.OTHERS.update(making.workers(os.getpid()))


class Screen:
    """A booth in a window, as a visitor meets it."""

    def __init__(self, qtbot, booth: Booth) -> None:
        self._qtbot = qtbot
        self.booth = booth
        self.window = booth.window
        self.fingers = Fingers(booth.window)

    @property
    def place(self):
        return self.booth.stage.place

    def item(self, name: str) -> QQuickItem:
        """The item of that name that is on screen."""
        screen = QRectF(0, 0, self.window.width(), self.window.height())
        named = [item for item in visible_items(self.window) if item.objectName() == name]
        found = [item for item in named if item.mapRectToScene(item.boundingRect()).intersects(screen)]
        assert len(found) == 1, f"{len(found)} items named {name} on screen"
        return found[0]

    def texts(self) -> list[str]:
        """Every text that can be read on the part of the scene that is on screen."""
        width = self.window.width()
        return [
            item.property("text").replace("\u00a0", " ").replace("\u2060", "")
            for item in visible_items(self.window)
            if item.inherits("QQuickText") and 0 <= item.mapToScene(item.boundingRect().center()).x() < width
        ]

    def middle(self, name: str):
        """Where the middle of an item is, in the window."""
        item = self.item(name)
        return item.mapToScene(item.boundingRect().center()).toPoint()

    def tap(self, name: str) -> None:
        """Touch the middle of an item with one finger, and lift it."""
        self.fingers.tap(self.middle(name))

    def spots(self, slide: str):
        """The marks of a slide's chart, as the worker told them."""
        return self.item(f"chart.{slide}").findChild(StagePicture).spots

    def made(self) -> set[int]:
        """The numbers of the slides that are made, on screen and beside it, by where they lie."""
        slides = self.item("slides").property("contentItem").childItems()
        width = self.item("screen.slide").width()
        return {round(each.x() / width) for each in slides if each.width() == width and each.isVisible()}

    def until(self, condition, timeout: int = 60_000) -> None:
        """Wait until something is so, which the test does not say how soon; a busy machine takes its time."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=timeout)

    def until_complete(self) -> None:
        """Wait until nothing on screen is still being drawn."""
        self.until(lambda: complete(self.window), timeout=60_000)

    def wake(self) -> None:
        """Touch the attract loop."""
        self.fingers.tap(self.window.contentItem().boundingRect().center().toPoint())
        assert self.place.screen == "hub"


@pytest.fixture
def open_booth(qtbot, charts):
    """Opens booths, and closes them after the test."""
    booths: list[Booth] = []

    def open_(loaded: Loaded, folder, *, size=(1280, 720), now=None, drawn=charts, **options) -> Screen:
        options = {"transitions": False, "size": QSize(*size)} | options
        booth = Booth(loaded, folder, drawn, BoothOptions(**options), now)
        booths.append(booth)
        booth.window.resize(QSize(*size))
        booth.window.show()
        qtbot.waitUntil(booth.window.isExposed)
        booth.listen()
        return Screen(qtbot, booth)

    yield open_
    for booth in booths:
        booth.close()


@pytest.fixture
def screen(open_booth, tiny_folder) -> Screen:
    """The small deck's booth, at its attract loop."""
    return open_booth(load(tiny_folder), tiny_folder)


@pytest.fixture
def shared_cache(request, drawn):
    """A cache that commands share; None for a test that is marked `cold`."""
    return None if request.node.get_closest_marker("cold") else drawn


@pytest.fixture
def start(tmp_path, shared_cache):
    """Starts `kiosk …`, and ends after the test what is left of it."""
    started = []

    def start_(*arguments, **options) -> Process:
        started.append(Process(tmp_path, *arguments, cache=shared_cache, **options))
        return started[-1]

    yield start_
    for process in started:
        if process.child.poll() is None:
            process.child.kill()
        process.child.wait()
        process.child.stdin.close()
        process.child.stdout.close()


@pytest.fixture
def kiosk_(tmp_path, shared_cache):
    """Runs `kiosk …` in `tmp_path` to its end."""

    def run(*arguments: str | Path, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *python, "-m", "kiosk", *map(str, arguments)],
            cwd=tmp_path,
            env=environment(tmp_path, shared_cache) | {"COLUMNS": "200"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def forks(tmp_path_factory):
    """The process that short commands are forks of; None where a system has no forks."""
    if not hasattr(os, "fork"):
        yield None
        return
    deck = tmp_path_factory.mktemp("forks") / "deck"
    write_tiny_deck(deck)
    with closing(Forks(deck)) as forks:
        yield forks


@pytest.fixture
def quick(forks, kiosk_, tmp_path, shared_cache):
    """Runs `kiosk …` in `tmp_path` to its end, for what it says; `kiosk_` also for what it imports."""
    if forks is None:
        return kiosk_
    env = environment(tmp_path, shared_cache) | {"COLUMNS": "200"}
    return lambda *arguments: forks.run(*arguments, folder=tmp_path, env=env)
