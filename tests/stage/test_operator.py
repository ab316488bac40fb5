"""The operator at the booth: five taps, a PIN or a key, the panel; and visitors who notice nothing of it."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from operated import PIN, Machine
from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from tiny import write_tiny_deck

from kiosk.deck.compiled import open_named
from kiosk.deck.load import load
from kiosk.deck.operator_words import OPERATOR_WORDS
from kiosk.deck.problems import Problem
from kiosk.machine.file import change, read
from kiosk.navigator import CLEANING_MS, PANEL_MS, PIN_MS
from kiosk.operator import key
from kiosk.session.safemode import Level
from kiosk.session.voice import Voice
from kiosk.stage.complete import visible_items
from kiosk.stage.operating import NO_PIN
from kiosk.stage.reload import Reload
from kiosk.stage.targets import targets
from kiosk.visits.log import VisitLog

# The corner


def test_five_taps_and_the_pin_open_the_panel_over_the_visitors_place(locked):
    locked.screen.tap("bar.next")
    before = locked.screen.place
    locked.open_panel()
    assert locked.screen.item("panel")
    locked.screen.tap("panel.close")
    assert locked.screen.place == before


def test_taps_wake_the_attract_loop_on_their_way(locked):
    locked.screen.booth.stage.rest()
    locked.corner()
    locked.wait_for("pin")


@pytest.mark.parametrize(("taps", "pause"), [(4, 300), (9, 2_100)])
def test_fewer_taps_or_slower_ones_do_nothing(locked, taps, pause):
    locked.corner(taps, pause)
    locked.still_nothing()


def test_a_tap_elsewhere_begins_anew(locked):
    for point in (QPoint(640, 20), QPoint(1260, 120), QPoint(20, 20)):
        locked.corner(4)
        locked.screen.fingers.tap(point)
        locked.corner(1)
        locked.clock.now += 3_000
    locked.still_nothing()


def test_without_a_pin_the_corner_does_nothing(machine, capsys):
    machine.operating.introduce()
    assert capsys.readouterr().err == f"{NO_PIN}\n"
    before = machine.screen.place
    machine.corner(12)
    machine.still_nothing()
    assert machine.screen.place == before


def test_what_stands_in_the_corner_works_as_everywhere(locked):
    """Each of the taps does what it does on the screen, and the pad stands over where that leads."""
    stage = locked.screen.booth.stage
    heard: list[str] = []
    stage.acted.connect(heard.append)
    locked.corner()
    locked.wait_for("pin")
    assert heard == ["touch"] * 5


# The pad


def test_a_wrong_pin_is_said_and_the_right_one_still_opens(locked):
    locked.corner()
    locked.wait_for("pin")
    locked.type("111222")
    locked.screen.until(lambda: locked.said() == OPERATOR_WORDS["en"].wrong)
    locked.type(PIN)
    locked.wait_for("panel")


def test_after_five_wrong_ones_the_pad_waits_and_visitors_go_on(locked):
    locked.corner()
    locked.wait_for("pin")
    for number in range(5):
        locked.type(f"11122{number}")
        locked.screen.until(lambda: not locked.operating.looks)
    assert locked.said() == "Wait 60 seconds"
    locked.screen.tap("pad.1")
    assert locked.screen.place.desk == "pin"
    locked.screen.tap("pad.cancel")
    locked.screen.tap("bar.next")
    assert locked.screen.place.screen == "slide"
    locked.corner()
    locked.wait_for("pin")
    assert locked.said() in {"Wait 60 seconds", "Wait 59 seconds", "Wait 58 seconds"}


def test_digits_are_taken_back_and_never_shown(locked):
    locked.corner()
    locked.wait_for("pin")
    for digit in "9271828":
        locked.screen.tap(f"pad.{digit}")
    marks = locked.screen.item("pad.marks").childItems()
    assert len([mark for mark in marks if mark.inherits("QQuickRectangle")]) == 7
    for _ in range(8):
        locked.screen.tap("pad.erase") if locked.screen.item("pad.erase") else None
    locked.type(PIN)
    locked.wait_for("panel")


def test_the_pad_closes_by_itself_and_nothing_typed_is_left(locked):
    locked.corner()
    locked.wait_for("pin")
    for digit in PIN:
        locked.screen.tap(f"pad.{digit}")
    locked.passes(PIN_MS)
    assert locked.screen.place.desk == ""
    locked.corner()
    locked.wait_for("pin")
    locked.screen.tap("pad.enter")
    locked.screen.tap("pad.1")
    assert locked.screen.place.desk == "pin"


def test_nothing_beneath_the_pad_is_touched(locked):
    locked.screen.tap("bar.next")
    before = locked.screen.place
    locked.corner()
    locked.wait_for("pin")
    for point in (QPoint(60, 690), QPoint(640, 690), QPoint(1220, 690), QPoint(100, 300)):
        locked.screen.fingers.tap(point)
        locked.screen.fingers.drag(point, QPoint(200, 0))
    assert replace(locked.screen.place, desk=before.desk) == before


@pytest.mark.parametrize("taps", [300, pytest.param(100_000, marks=pytest.mark.soak)])
def test_random_taps_on_the_pad_open_nothing(locked, taps):
    """A visitor who plays with the pad meets the lock; the visitor's side goes on (A8)."""
    chance = random.Random(5)  # noqa: S311 - the same taps each time
    for _ in range(taps):
        if not locked.screen.place.desk:
            locked.corner()
            locked.wait_for("pin")
        locked.screen.fingers.tap(QPoint(chance.randrange(400, 880), chance.randrange(60, 660)))
        assert locked.screen.place.desk in {"", "pin"}
    if locked.screen.place.desk:
        locked.screen.tap("pad.cancel")
    locked.screen.tap("bar.next")
    assert locked.screen.place.screen == "slide"


def test_a_pin_is_told_to_nobody(locked, capsys):
    """Not on stderr, and no digit of one that is typed with keys goes where a report would have it (F6)."""
    heard: list[str] = []
    locked.screen.booth.stage.acted.connect(heard.append)
    locked.corner()
    locked.wait_for("pin")
    for digit in (Qt.Key.Key_2, Qt.Key.Key_7):
        QTest.keyClick(locked.screen.window, digit)
    locked.type(PIN)
    locked.wait_for("panel")
    assert set(heard) == {"touch", "key"}
    output = capsys.readouterr()
    written = [path.read_text(encoding="utf-8") for path in locked.state.rglob("*") if path.is_file()]
    assert PIN not in "".join([output.out, output.err, *written, locked.config.read_text(encoding="utf-8")])


# The key


@pytest.mark.parametrize("has_pin", [True, False])
def test_a_stick_with_the_key_opens_the_panel_at_once(machine, kept_pin, has_pin):
    stick = machine.media / "stick"
    stick.mkdir()
    changes = {("operator", "key"): key.make(stick)} | ({("operator", "pin"): kept_pin} if has_pin else {})
    change(machine.config, changes)
    machine.corner()
    machine.wait_for("panel")


def test_another_stick_opens_nothing(machine):
    for name in ("ours", "theirs"):
        (machine.media / name).mkdir()
    change(machine.config, {("operator", "key"): key.make(machine.media / "ours")})
    key.make(machine.media / "theirs")
    (machine.media / "ours" / key.FILE).unlink()
    machine.corner()
    machine.still_nothing()


# The panel


def test_the_panel_tells_what_is_running_and_what_is_wrong(open_booth, tiny_folder, tmp_path, clock, kept_pin):
    problems = tuple(Problem(Path(f"deck/{at}.yaml"), at, 1, "error", f"wrong {at}") for at in range(1, 9))
    loaded = replace(load(tiny_folder), problems=problems)
    screen = open_booth(loaded, tiny_folder, now=clock, size=(1920, 1080))
    screen.wake()
    machine = Machine(
        screen, tmp_path, clock, loaded=loaded, fingerprint="abcdef0123456789", level=Level.LESS, left_out=("trade",)
    )
    change(machine.config, {("operator", "pin"): kept_pin})
    machine.open_panel()
    texts = machine.screen.texts()
    for text in ("Tiny", "abcdef012345", "without trade", "Problems: 8", "wrong 1"):
        assert text in texts
    assert "deck/1.yaml:1:1" in texts
    assert any("more: `kiosk check`" in text for text in texts)


def test_the_panel_closes_after_a_minute_and_at_the_decks_return(opened):
    opened.screen.booth.stage.take(
        replace(opened.screen.booth.stage.deck, idle=replace(opened.operating.idle, ask_after=200))
    )
    opened.passes(PANEL_MS)
    assert opened.screen.place.desk == ""
    opened.open_panel()
    opened.screen.booth.stage.take(
        replace(opened.screen.booth.stage.deck, idle=replace(opened.operating.idle, ask_after=20))
    )
    opened.passes(20_000)
    assert opened.screen.place.asking
    opened.passes(10_000)
    assert opened.screen.place.screen == "attract"


def test_language_idle_theme_and_text_size_for_this_run_and_for_good(opened):
    screen = opened.screen
    screen.tap("panel.language.zh")
    assert screen.place.language == "zh"
    assert OPERATOR_WORDS["zh"].panel in screen.texts()
    screen.tap("panel.theme.two-rivers")
    screen.tap("panel.textSize.2")
    screen.tap("panel.ask.more")
    screen.tap("panel.return.less")
    assert screen.place.desk == "panel"
    before = read(opened.config)
    screen.tap("panel.keep")
    screen.until(lambda: not opened.operating.changes)
    kept = read(opened.config)
    assert (before.language, before.ask_after) == ("", 0)
    assert (kept.language, kept.theme, kept.text_size) == ("zh", "two-rivers", 3)
    assert (kept.ask_after, kept.return_after, kept.pin) == (35, 5, before.pin)
    screen.booth.stage.rest()
    assert (screen.place.language, screen.place.text_size) == ("zh", 2)
    assert screen.booth.theme.theme.dark


def test_what_was_set_stays_when_the_deck_is_read_again_and_its_new_problems_are_told(opened, tiny_folder, tmp_path):
    screen, owner = opened.screen, QObject()
    loaded, name = open_named(tiny_folder, tmp_path / "decks")
    reload = Reload(screen.booth, tiny_folder, tmp_path / "decks", loaded, name, lambda each: each, Voice(), owner)
    opened.operating.follow(reload)
    read_again = []
    reload.read.connect(lambda: read_again.append(True))
    screen.tap("panel.language.zh")
    screen.tap("panel.theme.two-rivers")
    screen.tap("panel.ask.more")
    deck = tiny_folder / "deck.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("Two zones", "Zones"), encoding="utf-8")
    screen.tap("panel.reload")
    screen.until(lambda: read_again, timeout=60_000)
    assert opened.asked == [], "it is read in place"
    deck = screen.booth.stage.deck
    assert (deck.languages[0], deck.idle.ask_after) == ("zh", 35)
    assert dict(deck.groups[1].name.texts)["en"] == "Zones"
    assert screen.booth.theme.theme.dark
    hill = tiny_folder / "hill.yaml"
    hill.write_text(hill.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    read_again.clear()
    screen.until(lambda: read_again, timeout=60_000)
    screen.until(lambda: any("nonsense" in text for text in screen.texts()))
    reload.close()
    shiboken6.delete(owner)


def test_reload_restart_and_quit_go_to_the_session_and_the_last_two_are_asked_once_more(opened):
    opened.screen.tap("panel.reload")
    assert opened.asked == [("again", None)]
    for action, asked in (("restart", ("again", None)), ("quit", "leave")):
        opened.asked.clear()
        if not opened.screen.place.desk:
            opened.screen.wake()
            opened.open_panel()
        opened.screen.tap(f"panel.{action}")
        opened.screen.tap("panel.no")
        assert opened.asked == []
        opened.screen.tap(f"panel.{action}")
        opened.screen.tap("panel.yes")
        assert opened.asked == [asked]
    assert opened.screen.place.screen == "hub"


def test_without_a_watch_there_is_nobody_to_start_again(open_booth, tiny_folder, tmp_path, clock, kept_pin):
    loaded = load(tiny_folder)
    screen = open_booth(loaded, tiny_folder, now=clock)
    screen.wake()
    machine = Machine(screen, tmp_path, clock, loaded=loaded, again=None)
    change(machine.config, {("operator", "pin"): kept_pin})
    machine.open_panel()
    screen.tap("panel.reload")
    screen.tap("panel.restart")
    assert screen.place.desk == "panel"


def test_a_deck_is_chosen_beside_this_one_or_on_a_stick(opened, tiny_folder):
    write_tiny_deck(tiny_folder.parent / "fair")
    write_tiny_deck(opened.media / "stick" / "spare")
    opened.screen.tap("panel.decks")
    opened.screen.until(lambda: "spare" in opened.screen.texts())
    opened.screen.tap(f"deck.{tiny_folder.name}")
    assert opened.asked == []
    opened.screen.tap("deck.spare")
    assert opened.asked == [("again", opened.media / "stick" / "spare")]


def test_a_booth_that_takes_signed_decks_alone_takes_no_folder_from_a_stick(locked, tiny_folder):
    change(locked.config, {("decks", "keys"): ["MCowBQYDK2VwAyEAmLOSvXveZ48MO7afi7aRS6LY54dIjKWw2F766fDfO7I="]})
    write_tiny_deck(tiny_folder.parent / "fair")
    write_tiny_deck(locked.media / "stick" / "spare")
    locked.open_panel()
    locked.screen.tap("panel.decks")
    locked.screen.until(lambda: "fair" in locked.screen.texts())
    assert "spare" not in locked.screen.texts()


def test_cleaning_lets_nothing_through_for_thirty_seconds(opened):
    opened.screen.tap("panel.cleaning")
    assert opened.screen.item("cleaning")
    opened.screen.fingers.tap(QPoint(640, 360))
    for pressed in (Qt.Key.Key_N, Qt.Key.Key_2, Qt.Key.Key_L, Qt.Key.Key_Escape):
        QTest.keyClick(opened.screen.window, pressed)
    opened.passes(CLEANING_MS - 1)
    assert opened.screen.place.desk == "cleaning"
    opened.passes(1)
    assert opened.screen.place.desk == "panel"


def test_the_screen_test_colours_what_was_touched_and_rings_two_fingers(opened):
    opened.screen.tap("panel.test")
    screen = opened.screen
    count = screen.item("test.count")
    assert count.property("text") == "0 of 336 fields"
    screen.fingers.drag(QPoint(2, 20), QPoint(1276, 0))
    assert count.property("text") == "24 of 336 fields"
    screen.fingers.press(QPoint(200, 300), QPoint(900, 500))
    rings = [item for item in visible_items(screen.window) if item.objectName() == "test.finger"]
    assert len(rings) == 2
    screen.fingers.lift()
    assert count.property("text") == "26 of 336 fields"
    screen.tap("test.done")
    assert screen.place.desk == "panel"


def test_logs_and_reports_go_to_the_stick(opened):
    stick = opened.media / "stick"
    opened.screen.tap("panel.export")
    opened.screen.until(lambda: opened.screen.item("panel.status").property("text") == OPERATOR_WORDS["en"].no_stick)
    stick.mkdir()
    (opened.state / "reports").mkdir()
    (opened.state / "reports" / "one.txt").write_text("a crash", encoding="utf-8")
    log = VisitLog(opened.state)
    opened.screen.until((opened.state / "visits.db").exists)
    opened.screen.tap("panel.export")
    opened.screen.until(
        lambda: any(stick.iterdir()) and "pull the stick" in opened.screen.item("panel.status").property("text")
    )
    log.close()
    (folder,) = stick.iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["one.txt", "visits.db"]
    with closing(sqlite3.connect(folder / "visits.db")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    "size", [(1280, 720), (1080, 1920), pytest.param((3840, 2160), marks=pytest.mark.long)], ids=str
)
def test_everything_on_the_panel_is_on_the_screen_and_large_enough(open_booth, tiny_folder, tmp_path, clock, size):
    loaded = load(tiny_folder)
    screen = open_booth(loaded, tiny_folder, now=clock, size=size)
    screen.wake()
    Machine(screen, tmp_path, clock, loaded=loaded)
    least = 88 * min(size) / 1080 - 1
    for desk in ("pin", "panel", "quit", "decks", "import", "ready", "visits"):
        screen.booth.stage.open_desk(type(screen.place.desk)(desk))
        screen.until_complete()
        for target in targets(screen.window):
            if target.item.objectName():
                assert min(target.seen.width(), target.seen.height()) >= least, target.item.objectName()
                assert QRectF(0, 0, *size).contains(target.seen), target.item.objectName()
