"""The deep check: what only shows when a screen is rendered, named with the slide's file and line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickView
from spread import rather, rather_these
from tiny import tiny_png

from kiosk.deck.load import load
from kiosk.deep import examine
from kiosk.deep import look as look_closely
from kiosk.deep.fingers import overlapping
from kiosk.deep.pictures import faint_texts
from kiosk.machine.settings import Settings
from kiosk.machine.suit import measures
from kiosk.stage.complete import visible_items
from kiosk.stage.targets import targets
from kiosk.walk import stops

WIDE, TALL = QSize(1920, 1080), QSize(1080, 1920)


@pytest.fixture
def change(tiny_folder):
    """Changes a text of the tiny deck, whose picture is as large as a screen wants it."""
    (tiny_folder / "pictures" / "port.png").write_bytes(tiny_png(1600, 900))

    def change_(file: str, old: str, new: str) -> None:
        path = tiny_folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change_


@pytest.fixture
def look(qapp, drawn, change, tiny_folder, monkeypatch):
    """Changes a text of the tiny deck, and looks deeply: in English alone, unless both languages are asked for.

    Where a platform's text is changed, all others but the overview are left out: each screen takes its time.
    """
    assert qapp
    monkeypatch.chdir(tiny_folder)

    def look_(file: str = "", old: str = "", new: str = "", sizes=(WIDE,), *, both=False) -> list[str]:
        if file:
            change(file, old, new)
            for other in {"river.yaml", "hill.yaml"} - {file} if file != "deck.yaml" else ():
                (tiny_folder / other).unlink()
        loaded = load(tiny_folder)
        assert loaded.problems == ()
        if not both:
            loaded = replace(loaded, deck=replace(loaded.deck, languages=("en",)))
        return [str(problem) for problem in examine(loaded, tiny_folder, sizes, drawn / "charts", lambda *_: None)]

    return look_


@pytest.mark.parametrize(("size", "both"), rather_these((TALL, True), (WIDE, True)))
def test_a_sound_deck_has_no_deep_problems_in_either_shape(look, size, both):
    assert look(sizes=(size,), both=both) == []


def test_a_title_that_is_far_too_long_is_named(look):
    found = look("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 40}")
    quoted = "“Sights to be seen Sights to be seen Sigh…”"
    assert found == [
        f"hill.yaml:14:5: error: {quoted} does not fit: shorten it (en, 1920x1080)",
        f"hill.yaml:14:5: warning: {quoted} was shrunk to the limit, from 76 to 44 pixels: shorten it (en, 1920x1080)",
    ]


def test_a_title_that_is_shrunk_but_fits_is_no_problem(change, look):
    change("hill.yaml", "title: {en: Sights", f"title: {{en: {'Sights to be seen ' * 8}")
    change("hill.yaml", "title: {en: History", f"title: {{en: {'Sights to be seen ' * 4}")
    assert look("hill.yaml", "title: {en: More", f"title: {{en: {'Sights to be seen ' * 12}") == []


def test_a_character_that_the_font_lacks_is_named(look):
    found = look("hill.yaml", "caption: {en: The port", "caption: {en: \U00013000 \U0001f600 \u0e01")
    lacking = "has characters that the font lacks: \u0e01 \U00013000 \U0001f600"
    assert found == [f"hill.yaml:14:5: error: “\U00013000 \U0001f600 \u0e01” {lacking} (en, 1920x1080)"]


def test_a_character_that_the_font_lacks_is_named_in_a_chart_too(change, look):
    """In a label, a row's note, a series, the heading, and the chart's note."""
    change("trade.csv", "2018,", "20\u0e0118,")
    change("trade.csv", "first full year", "first \u0e01 year")
    change("river.yaml", "name: {en: Exports", "name: {en: Ex\u0e01ports")
    change("river.yaml", "title: {en: Trade, zh: 进出口}", "title: {en: Trade, zh: 进\u0e01口}")
    found = look("river.yaml", "unit: billion CNY", "unit: billion CNY\n      note: {en: a\u0e01b, zh: 注}", both=True)
    lacking = "in the chart has characters that the font lacks: \u0e01"
    texts = {"en": ("20\u0e0118", "first \u0e01 year", "Ex\u0e01ports", "a\u0e01b")}
    texts["zh"] = ("20\u0e0118", "first \u0e01 year", "进\u0e01口，亿元")
    assert {line for line in found if "in the chart" in line} == {
        f"river.yaml:16:5: error: “{text}” {lacking} ({language}, 1920x1080)"
        for language, of in texts.items()
        for text in of
    }
    assert [line for line in found if "\u0e01" not in line] == [], "a series stands on its switch, too"


@pytest.mark.long
def test_an_invisible_character_is_a_box_in_a_chart_and_named_by_its_number(look):
    found = look("river.yaml", "name: {en: Exports", "name: {en: Ex\u200bports")
    assert [line.rpartition(": ")[2] for line in found] == ["U+200B (en, 1920x1080)"]


def test_whatever_has_the_same_name_is_not_taken_for_what_is_wrong(change, look, tiny_folder):
    """A fault of the hub is one of the deck's file, not of a slide that has its name; nor is an indicator a slide."""
    for name, old, new in (("hill.yaml", "id: sights", "id: hub"), ("river.yaml", "id: trade", "id: focus")):
        file = tiny_folder / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    change("river.yaml", "title: {en: Trade by year", "title: {en: Trade \u0e01 by year")
    found = look("deck.yaml", "name: {en: Two zones, zh: 两区}", f"name: {{en: {'Zoneandzone ' * 40}, zh: 两区}}")
    assert [line.partition(" “")[0] for line in found] == [
        "deck.yaml:1:1: error:",
        "deck.yaml:1:1: warning:",
        "river.yaml:16:5: error:",
    ]


@pytest.mark.parametrize("languages", rather(("en",), ("en", "zh")), ids=len)
def test_progress_is_told_up_to_the_last_screen(qapp, drawn, tiny_folder, languages):
    assert qapp
    told = []
    loaded = load(tiny_folder)
    screens = len(languages) * len(list(stops(loaded.deck)))
    loaded = replace(loaded, deck=replace(loaded.deck, languages=languages))
    examine(loaded, tiny_folder, (WIDE,), drawn / "charts", lambda done, total: told.append((done, total)))
    assert told == [(done, screens) for done in range(1, screens + 1)]


@pytest.mark.parametrize("both", rather(False, True), ids=["en", "both languages"])
def test_a_target_that_a_finger_misses_is_a_warning_at_its_slide(change, look, both):
    """So many indicators that their cards have no room for a finger."""
    kinds = "".join(f"  - id: more{at}\n    label: {{en: More, zh: 多}}\n" for at in range(30))
    given = "".join(f"  - id: more{at}\n    text: {{en: a{at}, zh: b{at}}}\n    source: press\n" for at in range(30))
    change("deck.yaml", "units:\n  - id: boats", f"{kinds}units:\n  - id: boats")
    old = "slides:\n  - id: river-profile"
    found = look("river.yaml", old, f"{given}{old}", both=both)
    told = [line for line in found if "for a finger" in line]
    assert len(told) == (1 + both) * 32, "each card in each language"
    assert told[0].startswith("river.yaml:103:5: warning: “")
    assert told[0].endswith("pixels for a finger at 1080 lines, less than 88 (en, 1920x1080)")


# On a screen whose measures are known

SMALL_AND_FAR = "theme: day\nscreen: {diagonal: 24, bottom: 500, distance: 4000}"


def test_letters_too_small_for_the_distance_are_named_once_for_each_slide(look):
    """24 inches, read from four metres. What is the interface's own stands at the deck's `screen`."""
    found = [line for line in look("deck.yaml", "theme: day", SMALL_AND_FAR) if "(en, " in line]
    told = [line for line in found if "letters" in line]
    subtitle = "“A small deck” has letters 8.1 mm high, 10 are wanted at that distance"
    assert told[0] == f"overview.yaml:3:5: warning: {subtitle} (en, 1920x1080)"
    assert len({line.partition(": ")[0] for line in told}) == len(told), "one line a slide"
    assert any(line.startswith("river.yaml:16:5:") and "The numbers" in line for line in told)
    own = [line for line in told if line.startswith("deck.yaml:")]
    assert [line.partition(" “")[0] for line in own] == ["deck.yaml:4:1: warning:"]
    assert "has letters 5.3 mm high" in own[0]


@pytest.mark.parametrize(
    ("inches", "severity", "has"),
    [pytest.param(18, "warning", "", marks=pytest.mark.long), (8, "error", "8 mm")],
    ids=["small", "tiny"],
)
def test_targets_too_small_for_a_finger_are_named_in_millimetres(look, inches, severity, has):
    found = look("deck.yaml", "theme: day", f"theme: day\nscreen: {{diagonal: {inches}, bottom: 500}}")
    told = [line for line in found if "for a finger, 20 are wanted" in line]
    assert any(line.startswith(f"deck.yaml:4:1: {severity}: ") and has in line for line in told)
    assert not any("letters" in line for line in found), "nobody said from how far it is read"


def test_controls_that_hang_too_high_have_an_equivalent_in_the_low_reach(look):
    """55 inches, upright, from 600 mm on: the upper half is out of reach, and the low reach brings all of it down."""
    found = look("deck.yaml", "theme: day", "theme: day\nscreen: {diagonal: 55, bottom: 600}", sizes=(TALL,))
    assert found == []


@pytest.mark.long
def test_a_screen_that_hangs_above_everyones_reach_is_named(look):
    found = look("deck.yaml", "theme: day", "theme: day\nscreen: {diagonal: 55, bottom: 1500}")
    told = [line for line in found if "seated visitor" in line and "(en, " in line]
    assert told[-1].startswith("deck.yaml:4:1: warning: “")
    assert any("river.yaml:16:5" in line and "The numbers" in line for line in told)


def test_the_machines_settings_win_over_the_decks_screen(tiny_folder, change):
    change("deck.yaml", "theme: day", SMALL_AND_FAR)
    screen = load(tiny_folder).deck.screen
    assert measures(screen) == (24 * 25.4, 4000, 500)
    assert measures(screen, Settings(diagonal=1000.0)) == (1000, 4000, 500)
    assert measures(None, Settings(diagonal=1000.0, distance=2000.0)) == (1000, 2000, -1)


# Pictures


def test_a_picture_too_small_for_the_screen_is_named_once_for_both_languages(look, tiny_folder):
    (tiny_folder / "pictures" / "port.png").write_bytes(tiny_png(160, 90))
    found = look(both=True)
    assert [line.partition(" and ")[0] for line in found] == [
        "overview.yaml:3:5: warning: pictures/port.png is 160 x 90 pixels",
        "hill.yaml:14:5: warning: pictures/port.png is 160 x 90 pixels",
    ]


@pytest.mark.long
def test_a_picture_needlessly_large_is_named(look, tiny_folder):
    (tiny_folder / "pictures" / "port.png").write_bytes(tiny_png(6000, 3375) + bytes(4_000_000))
    found = look("overview.yaml", "    image: pictures/port.png\n", "")
    assert len(found) == 1
    assert "hill.yaml:14:5: warning: pictures/port.png is 6000 x 3375 pixels (4 MB)" in found[0]


BEHIND = """
import QtQuick
Rectangle {
    width: 400; height: 200
    color: "white"
    Rectangle { width: 400; height: 100; color: "#787878" }
    Text { y: 20; text: "Faint"; color: "white"; font.pixelSize: 40; objectName: "faint" }
    Text { y: 120; text: "Clear"; color: "black"; font.pixelSize: 40 }
    Text { y: 80; text: "Both"; color: "black"; font.pixelSize: 40 }
}
"""


def test_text_that_cannot_be_told_from_what_is_behind_it_is_named(qtbot, tmp_path):
    """White on a grey of 4.42:1; black is told from both. The texts themselves are not taken for what is behind."""
    file = tmp_path / "Behind.qml"
    file.write_text(BEHIND, encoding="utf-8")
    view = QQuickView(QUrl.fromLocalFile(str(file)))
    view.show()
    qtbot.waitUntil(view.isExposed)
    texts = [item for item in visible_items(view) if item.inherits("QQuickText")]
    told = [complaint.message for complaint in faint_texts(view, texts)]
    assert len(told) == 1
    assert told[0].startswith("“Faint” has a contrast of 4.4")
    assert all(item.opacity() == 1 for item in texts)
    view.close()


@pytest.mark.long
def test_a_picture_behind_a_slide_keeps_its_words_legible(look, tiny_folder):
    """The veil over it sees to that, even where it is striped in black and white."""
    stripes = QImage(1600, 900, QImage.Format.Format_RGB32)
    stripes.fill(QColor("black"))
    painter = QPainter(stripes)
    for at in range(0, 900, 60):
        painter.fillRect(0, at, 1600, 30, QColor("white"))
    painter.end()
    stripes.save(str(tiny_folder / "pictures" / "stripes.png"))
    behind = "- id: idea\n    layout: statement\n    background: {image: pictures/stripes.png}\n"
    assert look("overview.yaml", "- id: idea\n    layout: statement\n", behind) == []


UPON = """
import QtQuick
Item {
    width: 400; height: 200
    Item { width: 200; height: 100; Accessible.name: "One"; Accessible.role: Accessible.Button; TapHandler {} }
    Item { x: 150; width: 200; height: 100; Accessible.name: "Two"; Accessible.role: Accessible.Button; TapHandler {} }
    Item { y: 100; width: 400; height: 100; TapHandler {}
        Item { x: 50; width: 100; height: 90; TapHandler {} }
    }
}
"""


def test_targets_that_lie_upon_one_another_are_named(qtbot, tmp_path):
    """Not those that touch, nor a button on its card."""
    file = tmp_path / "Upon.qml"
    file.write_text(UPON, encoding="utf-8")
    view = QQuickView(QUrl.fromLocalFile(str(file)))
    view.show()
    qtbot.waitUntil(view.isExposed)
    told = list(overlapping(list(targets(view)), 1.0))
    assert [complaint.frame for complaint in told] == [(150.0, 0.0, 50.0, 100.0)]
    assert told[0].message.endswith("overlap: a finger may hit the other one")
    view.close()


# The same, whoever does the work; and as a page


@pytest.mark.long
def test_several_processes_find_the_same_in_the_same_order(qapp, drawn, change, tiny_folder):
    assert qapp
    change("deck.yaml", "theme: day", SMALL_AND_FAR)
    loaded = load(tiny_folder)
    one, two = (
        look_closely(loaded, tiny_folder, (WIDE,), drawn / "charts", lambda *_: None, shots=True, processes=count)
        for count in (1, 2)
    )
    assert one.found == two.found
    assert [(shot.walk, shot.stop) for shot in one.shots] == [(shot.walk, shot.stop) for shot in two.shots]
