"""Whose booth it is: logo and event on the attract loop and the hub, beside every title, and nothing without them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from tiny import tiny_png

from kiosk.deck.load import load
from kiosk.deck.typeset import untied
from kiosk.stage.complete import visible_items

EVENT = "The Example Fair of All the Rivers and Both Their Banks, 8 to 11 May, in the Hall"
BRAND = f"""
brand:
  logo: light.png
  logo_dark: dark.png
  event: {{en: "{EVENT}", zh: 示例博览会}}
"""


@pytest.fixture
def branded(tiny_folder):
    """The tiny deck with a wide logo and a long name of an event."""
    for name in ("light.png", "dark.png"):
        (tiny_folder / name).write_bytes(tiny_png(400, 80))
    deck = tiny_folder / "deck.yaml"
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text.replace("theme: day", f"theme: day{BRAND}"), encoding="utf-8")
    return tiny_folder


def written(text) -> QRectF:
    """Where a text's letters are."""
    return text.mapRectToScene(QRectF(0, 0, text.property("contentWidth"), text.property("contentHeight")))


def logos(screen) -> list:
    ends = ("light.png", "dark.png")
    items = visible_items(screen.window)
    return [item for item in items if item.inherits("QQuickImage") and item.property("source").fileName() in ends]


def saying(screen, text: str):
    (found,) = [item for item in visible_items(screen.window) if untied(str(item.property("text"))) == text]
    return found


def check_places(screen, title: str, logo: str) -> None:
    """The right logo is there, not distorted, and over neither the title nor the event's name."""
    screen.until_complete()
    (picture,) = logos(screen)
    assert picture.property("source").fileName() == logo
    assert picture.property("paintedWidth") == pytest.approx(5 * picture.property("paintedHeight"), rel=0.05)
    place = picture.mapRectToScene(picture.boundingRect())
    assert place.right() <= screen.window.width()
    for text in (title, EVENT):
        assert not place.intersects(written(saying(screen, text)))


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)], ids=["wide", "tall"])
@pytest.mark.parametrize(("theme", "logo"), [("day", "light.png"), ("two-rivers", "dark.png")])
def test_logo_and_event_stand_beside_the_titles(open_booth, branded, size, theme, logo):
    loaded = load(branded)
    assert loaded.problems == ()
    screen = open_booth(loaded, branded, size=size, theme=theme, attended=True)  # so that the loop stands still
    screen.booth.stage.rest()
    check_places(screen, "Hello", logo)
    screen.wake()
    check_places(screen, "Tiny", logo)
    screen.tap("bar.language")
    assert "示例博览会" in screen.texts()


def test_one_logo_stands_in_every_theme(open_booth, branded):
    deck = branded / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("  logo_dark: dark.png\n", ""), encoding="utf-8")
    screen = open_booth(load(branded), branded, theme="two-rivers")
    screen.until_complete()
    assert [logo.property("source").fileName() for logo in logos(screen)] == ["light.png"]


def test_without_a_brand_nothing_is_shown_and_no_room_is_kept(open_booth, screen, branded):
    screen.wake()
    assert logos(screen) == []
    plain = saying(screen, "Tiny")
    place, width = plain.mapRectToScene(plain.boundingRect()), plain.width()
    branded_screen = open_booth(load(branded), branded)
    branded_screen.wake()
    title = saying(branded_screen, "Tiny")
    assert title.mapRectToScene(title.boundingRect()).topLeft() == place.topLeft()
    assert title.width() < width
