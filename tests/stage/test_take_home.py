"""Take it home: what a visitor saw, read back from the codes on the screen as a phone's camera reads them."""

from __future__ import annotations

import pytest
import zxingcpp
from cards import read
from PIL import Image, ImageFilter
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from spread import spread

from kiosk.deck.load import load
from kiosk.stage.complete import visible_items
from kiosk.walk import settle, stops

CONTACT = """
contact:
  name: {en: Li Hua, zh: 李华}
  phone: "+86 23 1234 5678"
  email: li@example.org
"""


FIGURE = {"en": ">500 billion yuan of foreign trade a year", "zh": ">5000亿元 年外贸进出口总额"}
"""Stands on one of the first slides of the deck that ships."""


def grabbed(window) -> Image.Image:
    """What is on the screen, in grey."""
    picture = window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
    size = (picture.width(), picture.height())
    return Image.frombytes("L", size, bytes(picture.constBits()), "raw", "L", picture.bytesPerLine())


def scanned(picture: Image.Image) -> str:
    """What the one code in a picture says."""
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode, text_mode=zxingcpp.TextMode.Plain)
    return found.text


def as_a_camera(picture: Image.Image) -> Image.Image:
    """The picture smaller, and out of focus."""
    smaller = picture.resize((picture.width * 7 // 10, picture.height * 7 // 10), Image.Resampling.BILINEAR)
    return smaller.filter(ImageFilter.GaussianBlur(1))


def changed(folder, old: str, new: str):
    deck = folder / "deck.yaml"
    text = deck.read_text(encoding="utf-8")
    assert old in text
    deck.write_text(text.replace(old, new), encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    return loaded


def see_three_slides(screen) -> None:
    screen.wake()
    screen.tap("hub.one")
    screen.tap("bar.next")
    screen.tap("bar.home")
    screen.tap("hub.overview")
    screen.tap("bar.home")


def test_what_was_seen_is_in_the_code_and_on_the_screen(screen):
    see_three_slides(screen)
    screen.tap("hub.take_home")
    assert {"Take it home", "In this code", "•  At a glance\n•  Trade by year"} <= set(screen.texts())
    found = read(scanned(grabbed(screen.window)))
    assert found["FN"] == ["Tiny"]
    assert "Area: 120.5 km²" in found["NOTE"][0]
    assert "Exports 150 billion yuan" in found["NOTE"][0]
    assert "[1] Bureau, December 2020" in found["NOTE"][0]
    assert "Welcome" not in found["NOTE"][0], "nothing on that slide is a figure, or has a source"
    screen.tap("bar.language")
    assert "本码内容" in screen.texts()
    assert "出口 1500亿元" in read(scanned(grabbed(screen.window)))["NOTE"][0]
    screen.tap("bar.home")
    assert screen.place.screen == "hub"


def test_who_has_seen_nothing_is_offered_the_key_figures_and_told_so(screen):
    screen.wake()
    screen.tap("hub.take_home")
    assert "No slide opened yet: here are the key figures" in screen.texts()
    assert "359.5 billion yuan trade" in read(scanned(grabbed(screen.window)))["NOTE"][0]


def test_who_scans_is_asked_late_and_nothing_is_left_for_the_next_visitor(open_booth, tiny_folder):
    now = 0
    loaded = changed(tiny_folder, "ask_after: 30", "long_ask_after: 90, ask_after: 30")
    screen = open_booth(loaded, tiny_folder, now=lambda: now)
    see_three_slides(screen)
    screen.tap("hub.take_home")
    first = scanned(grabbed(screen.window))
    for now, there in ((89_000, "take_home"), (91_000, "take_home"), (101_000, "attract")):
        screen.booth.stage.tick()
        assert screen.place.screen == there
        assert screen.place.asking == (now == 91_000)
    screen.wake()
    screen.tap("hub.take_home")
    assert scanned(grabbed(screen.window)) != first
    assert "No slide opened yet: here are the key figures" in screen.texts()


def test_a_contact_stands_on_the_screen_and_in_the_code(open_booth, tiny_folder):
    screen = open_booth(changed(tiny_folder, "theme: day", f"theme: day{CONTACT}"), tiny_folder)
    screen.wake()
    screen.tap("hub.take_home")
    assert {"Contact", "Li Hua\n+86 23 1234 5678\nli@example.org"} <= set(screen.texts())
    found = read(scanned(grabbed(screen.window)))
    assert (found["FN"], found["TEL"], found["EMAIL"]) == (["Li Hua"], ["+86 23 1234 5678"], ["li@example.org"])


def test_without_a_contact_there_is_no_trace_of_one(screen):
    screen.wake()
    screen.tap("hub.take_home")
    assert "Contact" not in screen.texts()
    assert set(read(scanned(grabbed(screen.window)))) == {"N", "FN", "NOTE"}


@pytest.mark.parametrize(("size", "theme"), spread([(1280, 720), (720, 1280)], ["two-rivers", "day"]))
def test_every_code_of_a_full_visit_is_read_even_small_and_out_of_focus(open_booth, real, tmp_path, size, theme):
    screen = open_booth(real, tmp_path, size=size, theme=theme, attended=True)
    take_home = next(stop for stop in stops(real.deck) if stop.id == "take-home")
    for language in real.deck.languages:
        screen.booth.stage.speak(language)
        take_home.show(screen.booth.stage)
        settle(screen.booth)
        count = sum(item.objectName().startswith("code.") for item in visible_items(screen.window))
        assert count > 1
        notes = []
        for part in range(1, count + 1):
            screen.tap(f"code.{part}")
            picture = grabbed(screen.window)
            code = scanned(picture)
            assert scanned(as_a_camera(picture)) == code
            notes += read(code)["NOTE"]
        assert len(set(notes)) == count
        assert FIGURE[language] in "".join(notes)


def test_a_swipe_over_the_code_leads_to_the_next(open_booth, real, tmp_path):
    screen = open_booth(real, tmp_path, attended=True)
    take_home = next(stop for stop in stops(real.deck) if stop.id == "take-home")
    take_home.show(screen.booth.stage)
    settle(screen.booth)
    screen.fingers.drag(screen.middle("code"), QPoint(-200, 0))
    assert screen.place.part == 1
    screen.fingers.drag(screen.middle("code"), QPoint(200, 0))
    assert screen.place.part == 0
