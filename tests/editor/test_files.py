"""An operator gives a slide another of the deck's files: a map's ground, a table that was a workbook."""

from __future__ import annotations

import json

import pytest
from deck.books import book, sheet
from tiny import tiny_png

from kiosk.deck.load import load

MAP = """\
  - id: where
    layout: chart
    title: {en: Where, zh: 在哪里}
    chart:
      kind: map
      table: {columns: [place, value], rows: [[North, 1], [South, 2]]}
      unit: companies
      sources: [bureau]
      options:
        ground: city.geojson
        by: fill
"""
GROUND = "slides/2/chart/options/ground"
TABLE = "slides/1/chart/table"


def ground(*names: str) -> str:
    """A map of some areas, one beside the other."""
    corners = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    shapes = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {"type": "Polygon", "coordinates": [[[106 + at + x, 29 + y] for x, y in corners]]},
        }
        for at, name in enumerate(names)
    ]
    return json.dumps({"type": "FeatureCollection", "features": shapes})


@pytest.fixture
def desk(open_editor, tiny_folder):
    """The small deck with a map, in the editor, where that slide is chosen."""
    river = tiny_folder / "river.yaml"
    river.write_text(river.read_text(encoding="utf-8") + MAP, encoding="utf-8")
    (tiny_folder / "city.geojson").write_text(ground("North", "South"), encoding="utf-8")
    (tiny_folder / "other.geojson").write_text(ground("South", "North", "East"), encoding="utf-8")
    desk = open_editor(tiny_folder)
    desk.choose("river.yaml:2")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    return desk


def test_the_ground_of_a_map_is_chosen_among_the_decks_files(desk):
    desk.scroll_to(f"pick.{GROUND}")
    desk.tap(f"pick.{GROUND}")
    options = desk.editor.sheets.options
    said = [options.data(options.index(row), 0x102) for row in range(options.rowCount())]
    assert said == ["2 shapes: North, South", "3 shapes: South, North, East"]
    desk.tap("option.other.geojson")
    desk.until_shown()
    desk.save()
    assert desk.diff() == ["-        ground: city.geojson", "+        ground: other.geojson"]
    assert not load(desk.folder).problems


def test_the_ground_of_a_map_is_dropped(desk, tmp_path):
    new = tmp_path / "New Map.geojson"
    new.write_text(ground("North", "South", "West"), encoding="utf-8")
    desk.scroll_to(f"pick.{GROUND}")
    desk.drop_file(f"drop.{GROUND}", new)
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    desk.save()
    assert (desk.folder / "new-map.geojson").read_bytes() == new.read_bytes()
    assert "ground: new-map.geojson" in desk.files()["river.yaml"]
    desk.tap("undo")
    desk.save()
    assert desk.diff() == []


def test_a_file_of_another_kind_is_refused_in_words(desk, tmp_path):
    picture = tmp_path / "port.png"
    picture.write_bytes(tiny_png(32, 18))
    desk.scroll_to(f"pick.{GROUND}")
    desk.drop_file(f"drop.{GROUND}", picture)
    assert desk.item("status").property("text") == (
        "port.png cannot be used here: a file that ends in .geojson, .json is wanted."
    )
    assert not desk.editor.dirty


def test_a_workbook_is_shown_and_made_a_csv_file_in_one_step(open_editor, tiny_folder):
    rows = {1: ("year", "exports", "imports"), 2: (2019, 120, 90.25), 3: (2020, 150, 95)}
    cells = {number: dict(zip("ABC", row, strict=True)) for number, row in rows.items()}
    book_file = tiny_folder / "books" / "trade.xlsx"
    book_file.parent.mkdir()
    book_file.write_bytes(book(Trade=sheet(cells)))
    river = tiny_folder / "river.yaml"
    before = river.read_text(encoding="utf-8").replace(
        "table: trade.csv", "table: {file: books/trade.xlsx, sheet: Trade}"
    )
    river.write_text(before, encoding="utf-8")
    workbook = book_file.read_bytes()
    desk = open_editor(tiny_folder)
    desk.choose("river.yaml:1")
    desk.until_shown()
    desk.scroll_to(f"makecsv.{TABLE}")
    assert desk.item("cell.1.2")
    desk.tap(f"makecsv.{TABLE}")
    desk.click("cell.2.1")
    desk.until_shown()
    assert desk.item("problems.title").property("text") == "No problems found"
    assert desk.editor.session.save()
    assert (book_file.parent / "trade.csv").read_text(encoding="utf-8") == (
        "year,exports,imports\n2019,120,90.25\n2020,150,95\n"
    )
    assert river.read_text(encoding="utf-8") == before.replace(
        "{file: books/trade.xlsx, sheet: Trade}", "books/trade.csv"
    )
    assert book_file.read_bytes() == workbook
    desk.tap("undo")
    assert desk.items("makecsv." + TABLE)
    assert desk.editor.session.save()
    assert river.read_text(encoding="utf-8") == before
    assert not (book_file.parent / "trade.csv").exists()
