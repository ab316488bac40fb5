"""The deep check's page: one file that stands by itself, with everything in words and what is wrong framed."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from kiosk.deck.load import load
from kiosk.deck.problems import Problem
from kiosk.deep.examination import Examination, Found, Shot
from kiosk.deep.report import report
from kiosk.deep.screens import Walk

WALK = Walk(1920, 1080, "en")
VOID = {"meta", "img"}


class Page(HTMLParser):
    """What stands on a page; a tag that is not closed is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.images: list[str] = []
        self.words = ""
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        assert tag not in {"script", "link", "iframe"}
        self.images += [value for name, value in attrs if name == "src"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data if "style" not in self.open else ""


@pytest.fixture
def shot(qapp) -> Shot:
    assert qapp
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return Shot(WALK, "welcome", bytes(buffer.data().data()))


def test_a_sound_deck_says_so_and_shows_every_screen(tiny_folder, shot):
    page = Page(report(load(tiny_folder), [], Examination((), (shot,))))
    assert "The deck is sound" in page.words
    assert "1 screen rendered" in page.words
    assert [image.partition(",")[0] for image in page.images] == ["data:image/jpeg;base64"]


def test_each_problem_stands_beside_its_screen_and_what_is_wrong_is_framed(tiny_folder, shot):
    wrong = Problem(tiny_folder / "hill.yaml", 3, 5, "error", "“<b>Bold</b>” does not fit: shorten it")
    of_files = Problem(tiny_folder / "deck.yaml", 1, 1, "warning", "a figure is old")
    found = Found(wrong, WALK, "welcome", ((200.0, 200.0, 400.0, 100.0),))
    page = Page(report(load(tiny_folder), [of_files], Examination((found,), (shot,))))
    assert "1 error to put right, and 1 warning to look at." in page.words
    assert "“<b>Bold</b>” does not fit" in page.words, "nothing of a deck is taken for markup"
    assert "hill.yaml:3:5" in page.words
    assert "deck.yaml:1:1" in page.words
    framed, small = page.images
    assert framed != small
