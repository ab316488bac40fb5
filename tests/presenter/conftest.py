"""A show with its presenter's console beside it."""

from __future__ import annotations

import pytest
from clocks import Clock
from fingers import Fingers
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.deck.load import load
from kiosk.presenter.window import Presenter
from kiosk.stage.complete import visible_items

ROUTES = """\
routes:
  - id: short
    title: {en: Ten minutes, zh: 十分钟}
    minutes: 10
    welcome: {en: Good to have you here, zh: 欢迎莅临}
    slides: [numbers, trade, idea, hill]
"""
NOTES = "layout: figures\n    notes: {en: Say it slowly, zh: 慢慢说}\n    build: true\n"


class Talk:
    """A show and its console, and the hands of whoever speaks."""

    def __init__(self, qtbot, screen, presenter: Presenter, clock: Clock) -> None:
        self._qtbot = qtbot
        self.screen, self.presenter, self.clock = screen, presenter, clock
        self.window = presenter.console.window
        self.fingers = Fingers(self.window)

    @property
    def place(self):
        return self.screen.place

    @property
    def slide(self) -> str:
        """The id of the slide that the audience sees."""
        return self.screen.booth.stage.lists.order[self.place.slide][1].id

    def items(self, name: str, window=None) -> list[QQuickItem]:
        window = window or self.window
        whole = QRectF(0, 0, window.width(), window.height())
        named = [item for item in visible_items(window) if item.objectName() == name]
        return [item for item in named if item.mapRectToScene(item.boundingRect()).intersects(whole)]

    def item(self, name: str) -> QQuickItem:
        found = self.items(name)
        assert len(found) == 1, f"{len(found)} items named {name}"
        return found[0]

    def tap(self, name: str) -> None:
        item = self.item(name)
        self.fingers.tap(item.mapToScene(item.boundingRect().center()).toPoint())

    def says(self, name: str) -> str:
        return self.item(name).property("text")

    def press(self, *keys, window=None) -> None:
        for key in keys:
            QTest.keyClick(window or self.window, key)

    def write(self, text: str) -> None:
        """Type on the console's keyboard."""
        for letter in text:
            QTest.keyClick(self.window, letter)

    def on_slide(self, x: float, y: float) -> QPoint:
        """A place on the small picture of the slide, in shares of its width and height."""
        glass = self.item("glance.ink")
        return glass.mapToScene(QPoint(round(x * glass.width()), round(y * glass.height()))).toPoint()

    def until(self, condition) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tiny_folder):
    """The small deck with a route, and with notes on a slide that is built up."""
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + ROUTES, encoding="utf-8")
    for file in tiny_folder.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("layout: figures\n", NOTES, 1)
        file.write_text(text, encoding="utf-8")
    return tiny_folder


@pytest.fixture
def open_talk(qtbot, open_booth, folder, tmp_path, clock):
    """Opens shows with a console beside them, and takes the consoles away after the test."""
    opened = []

    def open_(*, beside=True, **options) -> Talk:
        screen = open_booth(load(folder), folder, now=clock, **({"presenting": True} | options))
        presenter = Presenter(screen.booth, tmp_path / "state", windowed=True, language="en")
        opened.append(presenter)
        if beside:
            window = presenter.console.window
            window.resize(1366, 768)
            window.show()
            window.requestActivate()
            qtbot.waitUntil(window.isExposed)
        return Talk(qtbot, screen, presenter, clock)

    yield open_
    for presenter in opened:
        presenter.close()


@pytest.fixture
def talk(open_talk) -> Talk:
    """The whole small deck, as a show."""
    return open_talk()
