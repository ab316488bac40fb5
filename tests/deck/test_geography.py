"""Maps as map programs write them, and files that only pretend to be maps."""

from __future__ import annotations

import json
import pickle
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from tiny import FILES

from kiosk.deck.borders import simplified
from kiosk.deck.compiled import open_deck
from kiosk.deck.geography import Geography
from kiosk.deck.geojson import read_features
from kiosk.deck.load import load
from kiosk.deck.problems import DeckError

SQUARE = [[106, 29], [107, 29], [107, 30], [106, 30], [106, 29]]
GALLERY = Path(__file__).parent.parent / "gallery"


def feature(geometry_type: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    geometry = {"type": geometry_type, "coordinates": coordinates}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}


def read(tmp_path: Path, content: Any) -> Geography:
    path = tmp_path / "city.geojson"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return Geography.of("city.geojson", read_features(path, "city.geojson", ("en", "zh")))


def test_every_geometry_is_an_area_a_line_or_a_place(tmp_path: Path):
    made = read(
        tmp_path,
        collection(
            feature("Polygon", [SQUARE], name="A", id=7),
            feature("MultiPolygon", [[SQUARE], [SQUARE]], name_en="B", name_zh="乙"),
            feature("LineString", [[106, 29], [107, 30]], **{"name": "C", "name:zh": "丙"}),
            feature("MultiLineString", [[[106, 29], [107, 30]], [[106, 30], [107, 29]]]),
            feature("Point", [106.5, 29.5, 250.0], name="E"),
        ),
    )
    assert [each.shape for each in made.features] == ["area", "area", "line", "line", "place"]
    assert [each.name.say("zh") for each in made.features] == ["A", "乙", "丙", "", "E"]
    assert made.called("7", "area") is made.called("A", "area")
    assert made.called("丙", "area") is None
    assert made.bounds == (106, 29, 107, 30)
    assert [len(each.parts) for each in made.features] == [1, 2, 1, 2, 1]


def test_a_hole_runs_the_other_way_and_the_name_stands_inside(tmp_path: Path):
    hole = [[106.2, 29.2], [106.4, 29.2], [106.4, 29.4], [106.2, 29.4], [106.2, 29.2]]
    (made,) = read(tmp_path, feature("Polygon", [SQUARE[::-1], hole])).features
    turns = [sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(p)) for p in made.positions()]
    assert turns[0] > 0 > turns[1]
    assert made.label == (106.5, 29.5)


def test_the_outline_of_the_whole_is_no_area_where_its_parts_are_there(tmp_path: Path):
    whole = feature("Polygon", [SQUARE], kind="outline", name="All")
    assert read(tmp_path, collection(whole)).called("All", "area")
    assert not read(tmp_path, collection(whole, feature("Polygon", [SQUARE], name="A"))).called("All", "area")


def test_neighbours_keep_their_common_border():
    border = [(1.0, at / 100 + (at % 2) * 1e-4) for at in range(101)]
    west = [(0.0, 0.0), *border, (0.0, 1.0), (0.0, 0.0)]
    east = [(2.0, 1.0), *reversed(border), (2.0, 0.0), (2.0, 1.0)]
    one, other = simplified([west, east], 0.01, 1.0)
    assert len(one) < 20
    assert set(one) & set(other) >= {(1.0, 0.0), (1.0, 1.0)}
    assert {point for point in one if point[0] == 1.0} == {point for point in other if point[0] == 1.0}


def test_an_island_keeps_its_shape():
    island = [(0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.001), (0.0, 0.0)]
    assert [len(ring) for ring in simplified([island], 1.0, 1.0)] == [4]


def test_a_city_is_small_and_soon_read():
    begun = process_time()
    made = Geography.of("city", read_features(GALLERY / "chongqing.geojson", "city", ("en", "zh")))
    assert process_time() - begun < 1
    assert len(pickle.dumps(made)) < 50_000
    assert len(repr(made)) < 100


HOSTILE: list[tuple[Any, str]] = [
    ("", "the file is empty"),
    ("{", "not valid JSON"),
    ("[" * 100_000, "nested too deep"),
    ('{"type": "FeatureCollection", "features": ' + "[" * 30_000 + "]" * 30_000 + "}", "nested too deep"),
    ("[]", "not GeoJSON"),
    ("3", "not GeoJSON"),
    ({"type": "FeatureCollection", "features": {}}, "not GeoJSON"),
    ({"type": ["FeatureCollection"]}, "not GeoJSON"),
    ({"type": "Topology", "objects": {}}, "the file is TopoJSON"),
    (collection(), "no areas, lines or places"),
    (collection(1), "feature 1 is not a GeoJSON `Feature`"),
    (collection({"type": "Feature", "geometry": None}), "feature 1 has no geometry"),
    (collection(feature("GeometryCollection", [], name="A")), "feature 1 (`A`) is a `GeometryCollection`"),
    (collection(feature("MultiPoint", [[106, 29]])), "is a `MultiPoint`"),
    (collection(feature("Polygon", 5)), "coordinates that are no lists"),
    (collection(feature("Polygon", [])), "has no coordinates"),
    (collection(feature("Polygon", [SQUARE[:3]])), "a part of 3 points, 4 are the least"),
    (collection(feature("LineString", [[106, 29], ["x", 30]])), "something else where a position is wanted"),
    (collection(feature("LineString", [[106, 29], [True, 30]])), "something else where a position is wanted"),
    (collection(feature("Point", [106])), "something else where a position is wanted"),
    (collection(feature("Point", [11_853_800, 3_452_000])), "not on the earth: export the file in degrees"),
    (collection(feature("Point", [10**400, 3])), "not on the earth"),
    ('{"type": "Point", "coordinates": [NaN, 3]}', "`NaN` in it where a number is wanted"),
    ('{"type": "Point", "coordinates": [1e999, 3]}', "not on the earth"),
    ('{"type": "Point", "coordinates": [' + "1" * 5000 + ", 3]}", "too many digits"),
    (collection(feature("Point", [106, 29], name=["A"])), "a `name` that is no text"),
    (collection(feature("Point", [106, 29], name="\u0007")), "control character"),
    (collection(feature("Point", [106, 29], name="\ud800")), "half a character"),
    (collection(feature("Point", [106, 29], name="x" * 300)), "300 characters"),
    (collection(feature("Point", [106, 29], label="x")), "something else where a position is wanted"),
    ({**feature("Point", [106, 29]), "properties": [1]}, "no keys and values"),
    (collection(*[feature("Point", [106, 29])] * 2001), "2,001 features"),
    (feature("LineString", [[106, 29]] * 100_001), "more than 100,000 points"),
    ("[" + "[1,2]," * 2_000_000 + "[1,2]]", "larger than 8 MB"),
]


@pytest.mark.parametrize(("content", "message"), HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_map_is_told(tmp_path: Path, content: Any, message: str):
    begun = process_time()
    with pytest.raises(DeckError) as raised:
        read(tmp_path, content)
    assert process_time() - begun < 3
    assert message in raised.value.faults[0].message
    assert raised.value.faults[0].file == "city.geojson"


@pytest.mark.long
def test_a_line_of_many_corners_is_soon_thinned(tmp_path: Path):
    begun = process_time()
    made = read(tmp_path, feature("LineString", [[100 + at / 90_000, 29 + (at % 7) / 90_000] for at in range(90_000)]))
    assert process_time() - begun < 5
    assert len(made.features[0].positions()[0]) < 5000


MAP = FILES["river.yaml"].partition("      series:\n")[0].replace("kind: bar", "kind: map")


def with_map(tiny: Path, options: str, table: str = "place,value\nA,1\n") -> list[str]:
    """The problems of a deck with a map."""
    (tiny / "river.yaml").write_text(f"{MAP}      options: {options}\n", encoding="utf-8")
    (tiny / "trade.csv").write_text(table, encoding="utf-8")
    (tiny / "city.geojson").write_text(json.dumps(collection(feature("Polygon", [SQUARE], name="A"))), "utf-8")
    return [str(problem) for problem in load(tiny).problems]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{ground: city.geojson, by: fill}", ""),
        ("{ground: city.geojson, inset: [106.2, 29.2, 106.6, 29.6]}", ""),
        ("{ground: city.geojson, inset: city.geojson}", ""),
        ("{}", "`ground` is missing"),
        ("{ground: ctiy.geojson}", "did you mean `city.geojson`?"),
        ("{ground: ../city.geojson}", "leads out of the deck's folder"),
        ("{ground: trade.csv}", "not a map that Kiosk reads: save it as GeoJSON"),
        ("{ground: [1]}", "the name of a GeoJSON file is wanted here"),
        ("{ground: city.geojson, inset: [107, 29, 106, 30]}", "the box encloses nothing"),
        ("{ground: city.geojson, inset: [1, 2, 3]}", "a box `[west, south, east, north]`"),
        ("{ground: city.geojson, inset: [.nan, 29, 106, 30]}", "the west is nan"),
        ("{ground: city.geojson, longitude: value}", "`latitude` is missing"),
    ],
)
def test_a_map_in_a_slide_file(tiny: Path, options: str, message: str):
    problems = with_map(tiny, options)
    if not message:
        assert problems == []
        return
    (problem,) = problems
    assert message in problem
    assert problem.startswith("river.yaml:")


def test_a_row_that_the_ground_does_not_know_is_told_at_its_line(tiny: Path):
    (problem,) = with_map(tiny, "{ground: city.geojson, by: fill}", "place,value\nA,1\nB,2\n")
    assert problem.startswith("trade.csv:3:1: error: `B` is nothing in `city.geojson`")


def test_a_compiled_deck_notices_a_changed_map(tiny: Path, tmp_path_factory: pytest.TempPathFactory):
    cache = tmp_path_factory.mktemp("cache")
    assert with_map(tiny, "{ground: city.geojson, by: fill}") == []
    assert open_deck(tiny, cache) == load(tiny)
    assert open_deck(tiny, cache) == load(tiny)
    (tiny / "city.geojson").write_text(json.dumps(collection(feature("Polygon", [SQUARE], name="Z"))), "utf-8")
    assert "`A` is nothing in" in str(open_deck(tiny, cache).problems)
