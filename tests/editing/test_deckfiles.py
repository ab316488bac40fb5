"""What an editor offers for a deck comes from its models, and each change that it makes leaves a sound deck."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kiosk.deck.charts import __path__ as chart_modules
from kiosk.deck.choose import chart_class, chart_kinds
from kiosk.deck.load import load
from kiosk.deck.model import LAYOUTS, Chart, Deck, Platform
from kiosk.editing import signs, words
from kiosk.editing.deckfiles import DeckFiles
from kiosk.editing.form import Kind, entry_fields, slide_fields
from kiosk.editing.scratch import Scratch
from kiosk.editing.session import Session
from kiosk.places import SAMPLE_DECK
from kiosk.sentences import labels
from kiosk.sentences.labels import label


@pytest.fixture
def files(tiny_folder, tmp_path) -> DeckFiles:
    return DeckFiles(Session(tiny_folder, tmp_path / "state"))


def saved(files: DeckFiles):
    """The deck after a save; it is sound."""
    files.session.save()
    loaded = load(files.session.folder)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.deck


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_slide_of_each_layout_is_sound(files, layout):
    files.add_slide("hill.yaml", 1, layout)
    deck = saved(files)
    assert [slide.layout for slide in deck.platforms[2].slides] == ["timeline", layout, "gallery", "text"]


def test_a_new_slide_is_sound_in_a_deck_of_one_language(files):
    deck = files.session.content("deck.yaml").decode()
    files.session.change({name: files.session.content(name) for name in ("deck.yaml",)})
    files.put("deck.yaml", ("languages",), ["en"])
    assert "languages: [en]" in files.session.coded("deck.yaml").text != deck
    files.add_slide("hill.yaml", 3, "chart")
    assert files.value("hill.yaml", ("slides", 3, "title")) == "New slide"


@pytest.mark.parametrize("name", ["figures", "events", "pictures", "points", "series"])
def test_one_more_of_each_list_is_sound(files, name):
    layout = {"figures": "overview.yaml:2", "events": "hill.yaml:0", "pictures": "hill.yaml:1", "points": "hill.yaml:2"}
    if name == "series":
        files.add_slide("hill.yaml", 0, "chart")
        files.add_item("hill.yaml", ("slides", 0, "chart", "series"), ())
    else:
        file, _, place = layout[name].partition(":")
        files.add_item(file, ("slides", int(place), name), ())
    saved(files)


def test_a_platform_and_copies_of_slides_have_ids_of_their_own(files):
    assert files.add_platform("river", "two") == "river-2.yaml"
    files.duplicate("overview.yaml", 0)
    files.duplicate("overview.yaml", 0)
    deck = saved(files)
    assert [slide.id for slide in deck.platforms[0].slides][:3] == ["welcome", "welcome-3", "welcome-2"]
    assert [platform.id for platform in deck.platforms] == ["overview", "river", "hill", "river-2"]


def test_another_kind_of_chart_keeps_the_options_that_it_has(files):
    chart = ("slides", 1, "chart")
    files.put("river.yaml", (*chart, "options", "reference"), {"value": "1"})
    files.put("river.yaml", (*chart, "options", "direction"), "horizontal")
    files.choose_kind("river.yaml", chart, "line")
    assert list(files.value("river.yaml", (*chart, "options"))) == ["reference"]
    files.choose_kind("river.yaml", chart, "donut")
    assert files.value("river.yaml", (*chart, "options")) is None
    for _ in range(4):
        files.session.undo()
    assert not files.session.changed


def test_texts_in_one_language_and_in_several(files):
    at = ("slides", 0, "title")
    said = {"order": ("id", "layout", "title", "subtitle"), "needed": False}
    files.say("overview.yaml", at, "en", "Hello", **said)
    assert files.value("overview.yaml", at) == {"en": "Hello", "zh": "欢迎"}
    at = ("slides", 0, "events", 0, "period")
    files.say("hill.yaml", at, "en", "In 2010", **said)
    assert files.value("hill.yaml", at) == {"en": "In 2010", "zh": "2010"}
    files.say("hill.yaml", at, "en", "2010", **said)
    assert str(files.value("hill.yaml", at)) == "2010", "as it was before it was typed in"
    files.session.pause()
    for language in ("en", "zh"):
        files.say("overview.yaml", ("slides", 0, "subtitle"), language, "", **said)
    assert files.value("overview.yaml", ("slides", 0, "subtitle")) is None


def test_cells_of_a_table_in_the_slide_file(files):
    files.add_slide("hill.yaml", 0, "chart")
    table = ("slides", 0, "chart", "table")
    assert files.grid("hill.yaml", table).rows == (("label", "value"), ("A", "1"), ("B", "2"))
    files.set_cells("hill.yaml", table, {(1, 1): "2.5", (3, 0): "C", (3, 1): "7", (0, 1): "count", (9, 9): "no"})
    assert files.grid("hill.yaml", table).rows == (("label", "count"), ("A", "2.5"), ("B", "2"), ("C", "7"))
    files.add_row("hill.yaml", table, 1)
    files.drop_row("hill.yaml", table, 3)
    assert files.grid("hill.yaml", table).rows == (("label", "count"), ("A", "2.5"), ("–", ""), ("C", "7"))
    assert not files.drop_row("hill.yaml", table, 0)
    assert "rows: [[A, 2.5], [–, null], [C, 7]]" in files.session.coded("hill.yaml").text
    saved(files)


def test_a_workbook_is_not_edited(files):
    files.put("river.yaml", ("slides", 1, "chart", "table"), {"file": "trade.xlsx", "sheet": "Trade"})
    grid = files.grid("river.yaml", ("slides", 1, "chart", "table"))
    assert (grid.fixed, grid.workbook, grid.file) == (True, False, "trade.xlsx")
    assert not files.set_cells("river.yaml", ("slides", 1, "chart", "table"), {(0, 0): "x"})


def test_a_file_that_cannot_be_read_costs_itself_alone(files):
    (files.session.folder / "hill.yaml").write_text("name: [Hill\n", encoding="utf-8")
    names = {each.file: each.broken for each in files.platforms()}
    assert names["hill.yaml"]
    assert not names["river.yaml"]


def test_every_slide_of_the_real_deck_has_a_form_with_words_in_both_languages(tmp_path):
    files = DeckFiles(Session(SAMPLE_DECK, tmp_path))
    found = list(entry_fields(Deck, files.tree("deck.yaml")))
    for platform in files.platforms():
        found += entry_fields(Platform, files.tree(platform.file))
        for place, slide in enumerate(platform.slides):
            found += slide_fields(slide, ("slides", place))
    assert len(found) > 1500
    assert {field.kind for field in found} >= set(Kind) - {Kind.FIXED, Kind.PICTURE, Kind.COLOUR, Kind.RAW}
    names = {field.name for field in found} | {name for field in found if not field.among for name in field.choices}
    assert {name for name in names if name and name not in labels.LABELS} == set()


def test_all_that_the_models_have_has_a_sign():
    assert set(signs.LAYOUTS) == set(LAYOUTS)
    assert set(signs.CHARTS) == set(chart_kinds())
    assert Path(chart_modules[0]).is_dir()
    for kind in chart_kinds():
        assert issubclass(chart_class(kind), Chart)
        assert is_dataclass(chart_class(kind))
        assert fields(chart_class(kind))


def test_words_of_the_editor_are_of_a_native_editor():
    for english, chinese in (*words.WORDS.values(), *labels.LABELS.values()):
        assert "’" not in english
        assert not any(sign in chinese for sign in ",;:?!()"), chinese
    assert label("something_new", "zh") == "Something new"


def test_a_problems_place_is_an_entry(files):
    assert files.place_of("overview.yaml", 6, 17)[:2] == ("slides", 0)
    text = files.session.coded("overview.yaml").text.splitlines()
    line = next(number for number, each in enumerate(text, start=1) if "value: 32.08" in each)
    assert files.place_of("overview.yaml", line, text[line - 1].index("32.08") + 1) == (
        *("slides", 2, "figures", 1, "value"),
    )


def test_a_preview_never_writes_into_the_decks_own_files(tiny_folder, tmp_path):
    killed = tmp_path / "cache" / "999999999"  # no process has such a number
    killed.mkdir(parents=True)
    scratch = Scratch(tiny_folder, tmp_path / "cache" / "1")
    assert not killed.exists()
    before = (tiny_folder / "hill.yaml").read_bytes()
    scratch.become({"hill.yaml": b"name: Other\n", "pictures/new.png": b"x", "trade.csv": None})
    assert (tiny_folder / "hill.yaml").read_bytes() == before
    assert (scratch.folder / "hill.yaml").read_bytes() == b"name: Other\n"
    assert (scratch.folder / "pictures" / "new.png").exists()
    assert not (scratch.folder / "trade.csv").exists()
    scratch.become({})
    assert load(scratch.folder).problems == ()
    assert (scratch.folder / "hill.yaml").read_bytes() == before
    assert not (scratch.folder / "pictures" / "new.png").exists()
    (tiny_folder / "river.yaml").unlink()
    scratch.mirror()
    assert not (scratch.folder / "river.yaml").exists()
    scratch.close()
    assert not scratch.folder.exists()
