"""An operator changes the deck's files while the booth runs: what a visitor who stands before it sees of that."""

from __future__ import annotations

import os
import shutil

import pytest
from edited import Edited, items
from tiny import HILL, OVERVIEW, RIVER, TRADE, tiny_png

from kiosk.stage.reload import KEPT, MENDED


@pytest.fixture
def edit(open_booth, tiny_folder, tmp_path):
    """Opens the small deck's booth, with somebody at its files."""
    opened = []

    def edit_(**options) -> Edited:
        opened.append(Edited(open_booth, tiny_folder, tmp_path / "decks", **options))
        return opened[-1]

    yield edit_
    for edited in opened:
        edited.close()


@pytest.fixture
def edited(edit):
    return edit(now=lambda: 1000)


def test_a_changed_text_is_on_screen_and_every_slide_keeps_its_item(edited):
    edited.open("idea")
    edited.until_all()
    before, place = edited.slides(), edited.stage.place
    edited.replace("overview.yaml", "Openness is a habit", "Openness is a choice")
    edited.until_read()
    assert "Openness is a choice" in edited.screen.texts()
    assert (edited.slides(), edited.stage.place) == (before, place)


def test_while_a_text_changes_no_frame_lacks_anything(edited):
    edited.open("numbers")
    seen = []
    edited.screen.window.frameSwapped.connect(lambda: seen.append(set(edited.screen.texts())))
    stays = {"Overview", "32.08", "companies", "contracts"}
    edited.replace("overview.yaml", "In numbers", "In more numbers")
    edited.until_read()
    edited.screen.until(lambda: seen and "In more numbers" in seen[-1])
    assert all(stays <= texts and texts & {"In numbers", "In more numbers"} for texts in seen)


def test_a_changed_figure_changes_no_other(edited):
    edited.open("numbers")
    edited.until_all()
    before = edited.texts()
    edited.replace("overview.yaml", "32.08", "33.17")
    edited.until_read()
    edited.screen.until(lambda: "33.17" in edited.screen.texts())
    assert edited.texts().keys() == before.keys()


class Counted:
    """Charts that tell what they were asked to draw."""

    def __init__(self, charts) -> None:
        self._charts = charts
        self.asked = []

    def __getattr__(self, name):
        return getattr(self._charts, name)

    def request(self, job, done, *, urgent):
        self.asked.append(job)
        self._charts.request(job, done, urgent=urgent)


def test_a_changed_table_has_its_chart_drawn_anew_and_no_other(edit, tiny_folder, charts):
    share = (
        RIVER.replace("river-profile", "share-profile").replace("id: trade", "id: share").replace("trade.csv", "b.csv")
    )
    (tiny_folder / "share.yaml").write_text(share, encoding="utf-8")
    (tiny_folder / "b.csv").write_text(TRADE, encoding="utf-8")
    counted = Counted(charts)
    edited = edit(drawn=counted)
    screen = edited.screen
    for slide in ("share", "trade"):
        edited.open(slide)
    edited.stage.chart.openSpot(0)
    counted.asked.clear()
    picture = screen.item("chart.trade")
    edited.replace("b.csv", "150", "151")
    edited.until_read()
    screen.until_complete()
    assert (counted.asked, edited.stage.place.spot) == ([], 0)
    edited.replace("trade.csv", "150", "250")
    edited.until_read(2)
    screen.until(lambda: counted.asked)
    screen.until_complete()
    assert len(counted.asked) == 1
    assert screen.item("chart.trade") is picture
    assert "250" in " ".join(spot.value for spot in screen.spots("trade"))
    assert edited.stage.place.spot == -1


def test_slides_come_go_and_change_places_around_the_one_that_is_looked_at(edited):
    head, *slides = OVERVIEW.split("  - id: ")
    welcome, idea, numbers = (f"  - id: {slide}" for slide in slides)
    added = "  - id: added\n    layout: text\n    title: Added\n    text: New\n    sources: [press]\n"
    edited.open("idea")
    item = edited.slides()["idea"]
    for times, order in enumerate(
        [
            (welcome, added, idea, numbers),
            (idea, added, numbers, welcome),
            (numbers, welcome, added, idea),
            (idea, numbers),
            (added, welcome, numbers, idea),
        ],
        start=1,
    ):
        edited.save("overview.yaml", head + "".join(order))
        edited.until_read(times)
        assert edited.stage.place.slide == order.index(idea)
        assert edited.slides()["idea"] == item
        there = edited.screen.item("slides")
        assert (there.property("currentIndex"), "Openness is a habit" in edited.screen.texts()) == (
            order.index(idea),
            True,
        )
        (shown,) = (each for each in items(edited.screen.window) if each.property("slideId") == "idea")
        assert shown.mapToScene(shown.boundingRect().topLeft()).x() == 0
    edited.stage.previous()
    assert "In numbers" in edited.screen.texts()
    edited.stage.previous()
    assert "Welcome" in edited.screen.texts()
    edited.save("overview.yaml", head + added + welcome)
    edited.save("hill.yaml", HILL.replace("id: more", "id: less"))
    edited.until_read(6)
    assert "Welcome" in edited.screen.texts()
    edited.save("overview.yaml", head + added)
    edited.until_read(7)
    assert "Added" in edited.screen.texts(), "of the same platform"


def test_a_slide_may_change_its_layout(edited):
    edited.open("idea")
    edited.replace("overview.yaml", "layout: statement", "layout: text")
    edited.until_read()
    assert "Openness is a habit" in edited.screen.texts()


def test_a_broken_file_changes_nothing_and_is_told_with_its_line(edited, capsys):
    edited.open("idea")
    before = edited.screen.texts()
    edited.replace("overview.yaml", "layout: statement", "layout: statment")
    edited.until_read()
    assert edited.screen.texts() == before
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith(
        "overview.yaml:9:13: error: `statment` is not a layout that Kiosk knows: did you mean `statement`?"
    )
    assert told[1:] == [KEPT]
    edited.replace("overview.yaml", "Openness is a habit", "Openness is a choice")
    edited.until_read(2)
    assert (edited.screen.texts(), capsys.readouterr().err) == (before, "")
    edited.replace("overview.yaml", "layout: statment", "layout: statement")
    edited.until_read(3)
    assert "Openness is a choice" in edited.screen.texts()
    assert capsys.readouterr().err.splitlines() == [MENDED]


def test_a_booth_that_began_with_a_broken_slide_shows_what_becomes_sound(edit, tiny_folder):
    for name, layout in (("overview.yaml", "cover"), ("hill.yaml", "gallery")):
        text = (tiny_folder / name).read_text(encoding="utf-8")
        (tiny_folder / name).write_text(text.replace(f"layout: {layout}", "layout: ?"), encoding="utf-8")
    edited = edit()
    edited.replace("overview.yaml", "layout: ?", "layout: cover")
    edited.until_read()
    edited.open("welcome")
    assert "Welcome" in edited.screen.texts()


def test_five_files_saved_together_are_read_once(edited):
    edited.open("idea")
    for name, old, new in (
        ("overview.yaml", "Openness is a habit", "Openness is a choice"),
        ("river.yaml", "River zone", "Rivers"),
        ("hill.yaml", "Hill zone", "Hills"),
        ("sources.yaml", "Report", "Reports"),
        ("trade.csv", "150", "151"),
    ):
        edited.replace(name, old, new)
    edited.until_read()
    assert "Openness is a choice" in edited.screen.texts()
    edited.screen.until(lambda: not edited.reload.busy)
    assert edited.reads == 1


def test_a_file_that_another_takes_the_place_of_is_followed(edited):
    edited.open("idea")
    for times, title in enumerate(("Openness is new", "Openness is newer", "Openness is newest"), start=1):
        (edited.folder / ".overview.yaml.part").write_text(
            OVERVIEW.replace("Openness is a habit", title), encoding="utf-8"
        )
        os.replace(edited.folder / ".overview.yaml.part", edited.folder / "overview.yaml")  # noqa: PTH105 - as editors do
        edited.until_read(times)
        assert title in edited.screen.texts()
    edited.replace("overview.yaml", title, "Openness in place")
    edited.until_read(4)
    assert "Openness in place" in edited.screen.texts()


def test_a_changed_picture_is_shown(edited):
    edited.open("welcome")
    (picture,) = (each for each in items(edited.screen.window) if "port.png" in str(each.property("source")))
    before, wide = picture.property("source"), picture.property("implicitWidth")
    (edited.folder / "pictures" / "port.png").write_bytes(tiny_png(32, 9))
    edited.until_read()
    edited.screen.until(lambda: picture.property("implicitWidth") != wide)
    assert picture.property("source") != before


def test_a_folder_that_goes_away_leaves_everything_on_screen_and_is_followed_again(edited, tmp_path, capsys):
    edited.open("idea")
    edited.until_decoded(3)  # what is not made yet, or not decoded, would lack its pictures
    before = edited.screen.texts()
    shutil.move(edited.folder, tmp_path / "elsewhere")
    edited.until_read()
    assert edited.screen.texts() == before
    assert "there is no such folder" in capsys.readouterr().err
    shutil.move(tmp_path / "elsewhere", edited.folder)
    edited.until_read(2)
    edited.replace("overview.yaml", "Openness is a habit", "Openness is a choice")
    edited.screen.until(lambda: "Openness is a choice" in edited.screen.texts(), timeout=60_000)


def test_another_theme_and_another_sheet(edited):
    edited.open("numbers")
    edited.stage.openSources("bureau")
    day = edited.screen.booth.theme.text
    edited.replace("deck.yaml", "theme: day", "theme: two-rivers")
    edited.replace("sources.yaml", "Yearbook", "Almanac")
    edited.until_read()
    assert edited.screen.booth.theme.text != day
    assert "Almanac" in edited.screen.texts()
