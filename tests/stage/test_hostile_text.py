"""Text is plain, whatever is written into a deck: nothing is interpreted, fetched or cut off by it (decision 8)."""

from __future__ import annotations

import csv
import io
import socket
from itertools import zip_longest

import pytest
import yaml
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem
from tiny import FILES, add_adviser

from kiosk.deck.load import load
from kiosk.deck.model import LAYOUTS
from kiosk.stage.complete import visible_items
from kiosk.walk import stops

HOSTILE = {
    "markup": [
        '<img src="http://127.0.0.1:{port}/x.png">',
        '<a href="http://127.0.0.1:{port}/">link</a> <b>bold</b><br>&amp; &lt;',
        '<img src=""><img src="http://127.0.0.1:{port}/z.png">',  # these two crash Qt's own text and buttons
        '<img src="x.png">',
        "<table><tr><td>" * 24 + "deep" + "</td></tr></table>" * 24,
        "![](file:///etc/passwd) <iframe src='data:text/html,x'></iframe>",
        "<style>* {{ font-size: 400px }}</style><!-- <h1>",
        "# heading **bold** ![x](http://127.0.0.1:{port}/y.png) [l](http://127.0.0.1:{port}/)",
    ],
    "mathtext": [
        r"$\frac{{a}}{{$",
        r"$\frac{{a}}{{b}}$ costs $5, not $6",
        r"\textbf{{x}} %s {{0}} %(name)s ${{HOME}} \\ \n \u0041",
        "${{jndi:ldap://127.0.0.1:{port}/a}}",
        r"\usepackage{{x}}\input{{/etc/passwd}} $\sqrt{{\sqrt{{\sqrt{{x}}}}}}$ $_^$ $x$",
    ],
    "scripts": [
        "\u202eright to left\u202c and \u2067isolated\u2069",
        "مرحبا بالعالم שלום 重庆 mixed",
        "👩‍👩‍👧‍👦 🇨🇳 ☎️ \U00013000",
        "e" + "\u0301" * 60 + " stacked",
        "zero\u200bwidth\u200djoiner\ufeff\u00adsoft",
        "line\nbreak\nand\ttab",
        "\u2028separator\u2029paragraph",
        "Z\u0334\u0321a\u0315\u031bl\u0340\u0341go \ufffd\u2066\u2067\u2068\u2069 \u200e\u200f",
    ],
    "long": ["W" * 1000, *("W" * 300, "开" * 300, "Wide words " * 40, "x" * 120, "开 " * 90, "W" * 60, "i" * 200) * 2],
}
WORDS = {
    *("title", "subtitle", "sentence", "label", "name", "short", "summary", "text", "notes", "note"),
    *("caption", "publisher", "period", "because", "event", "organisation", "address"),
}
"""The keys of texts in the tiny deck's files."""


@pytest.fixture
def listener():
    """A server that nobody may talk to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server
        with pytest.raises(BlockingIOError):
            server.accept()


class Spoiler:
    """Writes hostile texts, one after the other, wherever a deck has a text."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self.used = 0

    def text(self) -> str:
        self.used += 1
        return self._texts[self.used % len(self._texts)]

    def spoil(self, value: object, key: str = "") -> object:
        if isinstance(value, list):
            return [self.spoil(entry, key) for entry in value]
        if not isinstance(value, dict):
            return self.text() if key in WORDS else value
        if key in WORDS or key == "after":
            return {language: self.text() for language in value}
        return {name: self.spoil(entry, name) for name, entry in value.items()} | self.more(value)

    def more(self, value: dict) -> dict:
        """Texts that the tiny deck does without."""
        if "layout" in value:
            return {} if value["layout"] == "cover" else {"text": self.text(), "notes": self.text()}
        if "kind" in value:
            return {"note": self.text(), "period": self.text()}
        return {"note": self.text(), "period": self.text()} if "value" in value else {}

    def table(self, written: str) -> str:
        head, *rows = csv.reader(io.StringIO(written))
        spoiled = io.StringIO()
        writer = csv.writer(spoiled)
        writer.writerow([*head, "year.zh"])
        for year, *cells, _ in rows:
            writer.writerow([year, *cells, self.text(), self.text()])
        return spoiled.getvalue()


def some_of_all() -> list[str]:
    """Texts of all sorts by turns, each of them once."""
    return [text for texts in zip_longest(*HOSTILE.values()) for text in texts if text]


@pytest.fixture(params=["all", *(pytest.param(sort, marks=pytest.mark.long) for sort in HOSTILE)])
def hostile_folder(request, tiny_folder, listener):
    """The tiny deck with a hostile text in every field of every layout, and in its table."""
    port = listener.getsockname()[1]
    texts = some_of_all() if request.param == "all" else HOSTILE[request.param]
    spoiler = Spoiler([text.format(port=port) for text in texts])
    add_adviser(tiny_folder)
    for name in (*FILES, "adviser.yaml"):
        written = (tiny_folder / name).read_text(encoding="utf-8")
        if name == "hill.yaml":
            written += "indicators:\n  - {id: area, value: 40, source: press}\n"
        if name.endswith(".yaml"):
            spoiled = spoiler.spoil(yaml.safe_load(written))
            text = yaml.safe_dump(spoiled, allow_unicode=False, width=100_000)
        else:
            text = spoiler.table(written)
        (tiny_folder / name).write_text(text, encoding="utf-8")
    assert spoiler.used > len(texts), "each of them is somewhere"
    return tiny_folder


def texts(screen) -> list:
    return [item for item in visible_items(screen.window) if item.inherits("QQuickText") and item.property("text")]


def is_plain(text: QQuickItem) -> bool:
    """Whether a text is shown as it is written; Python has no word for QML's enumeration, so QML is asked."""
    return QQmlExpression(qmlContext(text), text, "textFormat === Text.PlainText").evaluate()[0] is True


def test_every_screen_shows_hostile_text_as_it_is_written(open_booth, hostile_folder):
    loaded = load(hostile_folder)
    assert [str(problem) for problem in loaded.problems] == []
    deck = loaded.deck
    assert {slide.layout for platform in deck.platforms for slide in platform.slides} == set(LAYOUTS)
    screen = open_booth(loaded, hostile_folder, size=(960, 540), attended=True)
    seen = set()
    for language in deck.languages:
        screen.booth.stage.speak(language)
        for stop in stops(deck):
            stop.show(screen.booth.stage)
            screen.until_complete()
            assert texts(screen), stop.id
            assert all(map(is_plain, texts(screen)))
            assert not any(item.inherits("QQuickTextEdit") for item in visible_items(screen.window))
            assert not screen.window.grabWindow().isNull()
            seen |= set(screen.texts())
        for platform in deck.platforms:
            for slide in platform.slides:
                assert plain(slide.title.say(language)) in seen, slide.id


def test_charts_of_hostile_text_are_drawn_and_answer(open_booth, hostile_folder):
    screen = open_booth(load(hostile_folder), hostile_folder, size=(960, 540), attended=True)
    screen.booth.stage.open("trade")
    screen.until_complete()
    chart = screen.item("chart.trade")
    assert chart.property("complete")
    spots = screen.spots("trade")
    assert len(spots) == 6, "the chart was drawn; without it the numbers would stand there"
    for number in range(len(spots)):
        screen.booth.stage.chart.openSpot(number)
        QGuiApplication.processEvents()
        assert all(map(is_plain, texts(screen)))


def test_a_sheet_of_hostile_sources_is_plain(open_booth, hostile_folder):
    screen = open_booth(load(hostile_folder), hostile_folder, size=(960, 540), attended=True)
    screen.booth.stage.openSources("bureau press")
    QGuiApplication.processEvents()
    assert "Where this comes from" in screen.texts()
    assert all(map(is_plain, texts(screen)))
    screen.tap("sheet.close")
    assert not screen.booth.stage.place.source


def plain(text: str) -> str:
    """As `texts()` of the screen gives it: without what keeps a text's last words together."""
    return text.replace("\u00a0", " ").replace("\u2060", "")
