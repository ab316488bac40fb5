"""The opening check at the booth's own screen: hands, the machine meanwhile, and one card."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF
from spread import rather

from kiosk.deck.load import load
from kiosk.deck.operator_words import OPERATOR_WORDS
from kiosk.processes import with_children
from kiosk.ready.hands import felt, open_check
from kiosk.stage.complete import visible_items
from kiosk.stage.opening import OpeningCheck

WORDS = OPERATOR_WORDS["en"]
CORNERS = [(5, 5), (1275, 5), (5, 715), (1275, 715)]


@pytest.fixture(autouse=True)
def _cache(monkeypatch, drawn):
    monkeypatch.setenv("KIOSK_CACHE", str(drawn))


def said(screen, name: str) -> str:
    return next((i.property("text") for i in visible_items(screen.window) if i.objectName() == name), "")


def checks() -> list[str]:
    """The processes of this one's opening checks."""
    found = []
    for pid in with_children(os.getpid()):
        with suppress(OSError):  # it ended meanwhile
            found.append(Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return [line for line in found if "--no-touch" in line]


def touch_corners(screen) -> None:
    for x, y in CORNERS:
        screen.fingers.tap(QPoint(x, y))


def give_hands(screen) -> None:
    assert said(screen, "ready.how") == WORDS.corners_how
    screen.fingers.tap(QPoint(640, 200))
    touch_corners(screen)
    assert said(screen, "ready.how") == WORDS.fingers_how
    screen.fingers.tap(QPoint(300, 200))
    assert said(screen, "ready.how") == WORDS.fingers_how, "one finger is not two"
    screen.fingers.press(QPoint(300, 200), QPoint(900, 200))
    screen.fingers.lift()


def height_of(screen, text: str) -> float:
    (item,) = [i for i in visible_items(screen.window) if i.inherits("QQuickText") and i.property("text") == text]
    return item.mapToScene(QPointF()).y()


def test_hands_are_asked_while_the_machine_is_at_work_and_one_card_answers(opened, tiny_folder):
    screen = opened.screen
    (tiny_folder / "deck.yaml").write_text("][", encoding="utf-8")
    screen.tap("panel.ready")
    give_hands(screen)
    screen.until(lambda: said(screen, "ready.answer"), timeout=60_000)
    assert said(screen, "ready.answer") == WORDS.ready_bad
    assert height_of(screen, "Touchscreen") < height_of(screen, "Fonts"), "what is bad stands first"
    assert {"no touchscreen was found", f"Put it right: `kiosk check {tiny_folder}` names everything."} <= set(
        screen.texts()
    )
    assert screen.texts().count("felt") == 2
    screen.tap("ready.page.close")
    assert screen.place.desk == "panel"


@pytest.mark.long
def test_every_screen_is_looked_at_and_how_far_that_is_told(opened):
    screen = opened.screen
    screen.tap("panel.ready")
    give_hands(screen)
    screen.until(lambda: said(screen, "ready.step").startswith("Slides  ·  "), timeout=60_000)
    screen.until(lambda: said(screen, "ready.answer"), timeout=300_000)
    assert any(text.startswith("every screen rendered") or "error" in text for text in screen.texts())


def test_what_is_skipped_is_told_as_not_checked(open_booth, tiny_folder):
    """As `kiosk ready` asks in a window of its own."""
    screen = open_booth(load(tiny_folder), tiny_folder, attended=True)
    check = open_check(screen.booth)
    touch_corners(screen)
    screen.tap("ready.skip")
    assert check.hands == (True, None)
    assert [(part.id, part.state, part.said) for part in felt(check.hands)] == [
        ("corners", "good", "felt"),
        ("fingers", "note", "not checked"),
    ]


def test_a_check_that_is_left_ends_its_processes(opened):
    opened.screen.tap("panel.ready")
    opened.screen.until(checks)
    opened.screen.tap("ready.cancel")
    opened.screen.until(lambda: not checks(), timeout=10_000)


def test_what_is_found_for_a_page_that_is_gone_is_left(opened):
    page, operating = OpeningCheck(), opened.screen.booth.stage.operating
    found, heard = page._take, []  # noqa: SLF001 - what it hands to the thread
    shiboken6.delete(page)  # as QML does with a page that is left
    operating.aside(list, found)
    operating.aside(lambda: "after it", heard.append)
    opened.screen.until(lambda: heard == ["after it"])


@pytest.mark.parametrize("content", rather("][", ""), ids=["broken", "sound"])
def test_without_a_screen_nobody_is_asked(quick, tiny_folder, content):
    """The screens of a sound deck are rendered, which takes a while."""
    if content:
        (tiny_folder / "deck.yaml").write_text(content, encoding="utf-8")
    done = quick("ready", tiny_folder)
    assert done.returncode == 1
    assert "NOT READY" in done.stdout
    assert done.stdout.count("not checked") >= 2
