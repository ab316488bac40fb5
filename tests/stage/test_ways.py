"""Every way between the screens, by touch."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from kiosk.deck.load import load
from kiosk.stage.complete import visible_items


def test_a_touch_wakes_the_booth_and_presses_nothing_beneath(screen):
    """The hub's card stands where the finger was; it must not open."""
    screen.wake()
    screen.booth.stage.rest()
    screen.fingers.tap(screen.window.contentItem().boundingRect().center().toPoint())
    assert screen.place.screen == "hub"


def test_every_finger_of_the_waking_touch_is_kept_from_the_hub(screen):
    screen.wake()
    card = screen.middle("hub.one")
    screen.booth.stage.rest()
    screen.fingers.press(card)
    screen.fingers.press(card)
    screen.fingers.lift()
    assert screen.place.screen == "hub"
    screen.fingers.tap(card)
    assert screen.place.screen == "slide"


def test_a_group_of_one_opens_its_platform(screen):
    screen.wake()
    screen.tap("hub.one")
    assert screen.place.screen == "slide"
    assert "River" in screen.texts()


def test_a_group_of_several_opens_its_chooser(open_booth, tiny_folder):
    hill = (tiny_folder / "hill.yaml").read_text(encoding="utf-8")
    second = hill.replace("Hill zone", "Dale zone")
    for slide in ("history", "sights", "more"):
        second = second.replace(f"id: {slide}", f"id: dale-{slide}")
    (tiny_folder / "dale.yaml").write_text(second, encoding="utf-8")
    loaded = load(tiny_folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, tiny_folder)
    screen.wake()
    screen.tap("hub.two")
    assert screen.place.screen == "group"
    assert {"Dale zone", "Hill zone"} <= set(screen.texts())
    screen.tap("chooser.hill")
    assert "History" in screen.texts()
    screen.tap("bar.home")
    assert screen.place.screen == "hub"


def test_the_overview_opens_from_the_hub(screen):
    screen.wake()
    screen.tap("hub.overview")
    assert "Welcome" in screen.texts()


def test_the_hub_offers_the_map_where_the_deck_has_one(open_booth, tiny_folder):
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8") + "map: trade\n", encoding="utf-8")
    loaded = load(tiny_folder)
    assert loaded.problems == ()
    screen = open_booth(loaded, tiny_folder)
    screen.wake()
    screen.tap("hub.map")
    assert "Trade by year" in screen.texts()


def test_forward_steps_through_every_slide_and_ends_at_the_hub(screen):
    screen.wake()
    seen = []
    for _ in range(screen.booth.stage.lists.slides.rowCount()):
        screen.tap("bar.next")
        seen.append(screen.place.slide)
    assert seen == list(range(len(seen)))
    screen.tap("bar.next")
    assert screen.place.screen == "hub"


def test_back_from_the_first_slide_leads_to_the_hub(screen):
    screen.wake()
    screen.tap("bar.next")
    screen.tap("bar.previous")
    assert screen.place.screen == "hub"


def test_a_dot_opens_its_slide(screen):
    screen.wake()
    screen.tap("hub.overview")
    dots = screen.item("bar.dots")
    last = dots.childItems()[2]
    screen.fingers.tap(last.mapToScene(last.boundingRect().center()).toPoint())
    assert screen.place.slide == 2


def test_the_language_switch_keeps_the_place(screen):
    screen.wake()
    screen.tap("hub.one")
    screen.tap("bar.next")
    screen.tap("bar.language")
    assert screen.place.slide == 4
    assert "历年贸易" in screen.texts()
    screen.tap("bar.language")
    assert "Trade by year" in screen.texts()


def test_text_size_has_three_steps(screen):
    screen.wake()
    screen.tap("hub.overview")
    sizes = [screen.place.text_size]
    for _ in range(3):
        screen.tap("bar.textSize")
        sizes.append(screen.place.text_size)
    assert sizes == [0, 1, 2, 0]


def test_a_number_opens_its_source_and_a_touch_closes_it(screen):
    screen.wake()
    screen.tap("hub.overview")
    screen.tap("bar.next")
    screen.tap("bar.next")
    unit = next(i for i in visible_items(screen.window) if i.property("text") == "companies")
    screen.fingers.tap(on(unit, 0.5, 0.5))
    assert {"Yearbook", "Bureau  ·  December 2020"} <= set(screen.texts())
    screen.tap("sheet.close")
    assert "Yearbook" not in screen.texts()


def on(item, across: float, down: float) -> QPoint:
    """The point of the window at these shares of an item's width and height."""
    return item.mapToScene(QPointF(across * item.width(), down * item.height())).toPoint()
