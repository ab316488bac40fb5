"""Decks of other shapes than ours: every platform can be read and reached, however many there are."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF

from kiosk.deck.load import load
from kiosk.stage.app import clock
from kiosk.stage.complete import visible_items

TOUCH = 88 * 720 / 1080
DECK = """\
title: A fair of many firms
languages: [en]
attract:
  - sentence: Many firms
"""
GROUPS = """\
groups:
  - {id: one, digit: 1, name: The first, summary: What it does, colour: gold}
  - {id: two, digit: 2, name: The second, summary: What it does, colour: gold}
"""
FIRM = """\
name: Harbour and Logistics Company {number}
summary: Makes what the whole world needs
{group}slides:
  - id: slide-{number}
    layout: text
    title: What it says
    sources: [bureau]
    points:
      - {{name: One, text: The first}}
"""
SOURCES = "bureau: {title: Yearbook, publisher: Bureau, date: 2020-12}\n"


@pytest.fixture
def open_fair(open_booth, tmp_path):
    """Opens a booth of so many firms, some of them in a group, at its hub."""

    def open_(firms: int, grouped: int = 0, **options):
        folder = tmp_path / "fair"
        folder.mkdir()
        (folder / "deck.yaml").write_text(DECK + (GROUPS if grouped else ""), encoding="utf-8")
        (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
        for number in range(firms):
            group = f"group: {('one', 'two')[number % 2]}\n" if number < grouped else ""
            firm = folder / f"firm-{number:03}.yaml"
            firm.write_text(FIRM.format(number=number, group=group), encoding="utf-8")
        loaded = load(folder)
        assert [str(problem) for problem in loaded.problems] == []
        screen = open_booth(loaded, folder, attended=True, **options)
        screen.booth.stage.home()
        until_laid_out(screen, "hub.")
        return screen

    return open_


def cards(screen, prefix: str) -> dict[str, QRectF]:
    """Where the cards of platforms and groups are, of those that are on screen at all."""
    whole = QRectF(0, 0, screen.window.width(), screen.window.height())
    found = {
        item.objectName(): item.mapRectToScene(item.boundingRect())
        for item in visible_items(screen.window)
        if item.objectName().startswith(prefix) and item.inherits("QQuickRectangle")
    }
    return {name: at for name, at in found.items() if at.intersects(whole)}


def until_laid_out(screen, prefix: str) -> None:
    """Wait until each card has a place of its own."""

    def have_places() -> bool:
        places = [(card.left(), card.top()) for card in cards(screen, prefix).values()]
        return bool(places) and len(set(places)) == len(places)

    screen.until(have_places)
    screen.until_complete()


SHAPES = [(1, 0), (3, 0), (5, 0), (9, 0), (14, 0), (40, 0), (12, 8), (20, 8), (40, 40)]


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize(("firms", "grouped"), SHAPES)
def test_the_cards_of_a_hub_are_large_enough_and_lie_on_nothing(open_fair, firms, grouped, size):
    screen = open_fair(firms, grouped, size=size)
    screen.until(lambda: apart(screen), timeout=10_000)
    for card in seen(screen):
        assert card.height() >= 0.9 * TOUCH
        assert card.width() >= 2 * TOUCH


def seen(screen) -> list[QRectF]:
    """What is seen of the hub's cards: of a row that is scrolled, what lies above the ways."""
    found = cards(screen, "hub.")
    edge = found.pop("hub.take_home").top()
    return [card for card in found.values() if card.top() < edge]


def apart(screen) -> bool:
    """Whether no card lies over another."""
    found = seen(screen)
    return bool(found) and not any(one.intersects(other) for one, other in combinations(found, 2))


def at_rest(screen) -> bool:
    return not any(item.property("moving") for item in visible_items(screen.window) if item.inherits("QQuickFlickable"))


def bring(screen, name: str, first: str, way: QPoint) -> None:
    """Drag as often as it takes until a card is on screen as a whole, and lies still."""
    start = screen.middle(first)
    for _ in range(40):
        screen.until(lambda: at_rest(screen))
        card = cards(screen, name).get(name)
        if card and card.right() <= screen.window.width() and card.bottom() <= screen.window.height() - 2 * TOUCH:
            return
        screen.fingers.drag(start, way, lift=False)
        held = clock() + 150  # no flick, which would go on
        screen.until(lambda held=held: clock() > held)
        screen.fingers.lift()


def marks(screen) -> list[QRectF]:
    """What says how far something is scrolled."""
    found = [each for each in visible_items(screen.window) if each.metaObject().className().startswith("ScrollMark")]
    return [mark.mapRectToScene(mark.boundingRect()) for mark in found]


@pytest.mark.parametrize("firms", [3, 9])
def test_nothing_says_that_it_scrolls_where_all_is_seen(open_fair, firms):
    assert marks(open_fair(firms)) == []


def reach(screen) -> None:
    """Have everything come down to who is seated."""
    screen.booth.stage.comfort.toggleReach()
    screen.until(lambda: sum(each.objectName() == "hub.firm-001" for each in visible_items(screen.window)) == 1)
    until_laid_out(screen, "hub.")


@pytest.mark.parametrize("low", [False, True])
def test_the_last_of_many_platforms_is_reached_by_a_finger(open_fair, low):
    screen = open_fair(24)
    if low:
        reach(screen)
    (before,) = marks(screen)
    assert "hub.firm-023" not in cards(screen, "hub.")
    bring(screen, "hub.firm-023", "hub.firm-001", QPoint(-300, 0) if low else QPoint(0, -200))
    (after,) = marks(screen)
    assert (after.left() > before.left(), after.top() > before.top()) == (low, not low)
    screen.tap("hub.firm-023")
    assert screen.place.slide == 23


def test_a_group_of_many_is_scrolled_too(open_fair):
    screen = open_fair(40, 40)
    screen.tap("hub.one")
    until_laid_out(screen, "chooser.")
    bring(screen, "chooser.firm-038", "chooser.firm-004", QPoint(0, -200))
    screen.tap("chooser.firm-038")
    assert screen.booth.stage.lists.order[screen.place.slide][1].id == "slide-38"
