"""Maps: marks where their places are, as large as their values; areas in the steps of their values."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace

import pytest
from charts.gallery import job_of, slides
from charts.making import NIGHT, chart, layers, words
from PIL import Image
from spread import rather

from kiosk.charts import chart_job
from kiosk.charts.cache import DATA, SPOTS, step
from kiosk.charts.draw import draw
from kiosk.charts.steps import bounds, step_of
from kiosk.deck.geography import Feature, Geography, Inset, packed
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName, Words

SIZE = (1000, 600)


def square(name: str, west: float, south: float, size: float = 1.0) -> Feature:
    ring = [(west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south)]
    middle = (west + size / 2, south + size / 2)
    return Feature("area", name.lower(), Words((("en", name), ("zh", name))), (packed(ring),), middle)


WEST, EAST, NORTH = square("West", 100, 0), square("East", 101, 0), square("North", 100, 1)
RIVER = Feature("line", "", words("River"), (packed([(100.1, 0.1), (101.9, 0.9)]),), (101.0, 0.5))
PORT = Feature("place", "port", words("Port", "港"), (packed([(101.25, 0.25)]),), (101.25, 0.25))
GROUND = Geography.of("city.geojson", (WEST, EAST, NORTH, RIVER, PORT))
COLUMNS = ("place", "longitude", "latitude", "value")
AT = {"longitude": ColumnName("longitude"), "latitude": ColumnName("latitude")}
PLACES = (("a", 100.25, 0.5, 100.0), ("b", 101.75, 0.5, 25.0), ("c", 100.25, 1.5, 1.0))


def made(rows=PLACES, columns=COLUMNS, **more):
    return chart("map", rows, columns, **({"ground": GROUND} | (AT if "longitude" in columns else {}) | more))


def map_job(rows=PLACES, columns=COLUMNS, *, language="en", **more):
    from charts.making import DECK  # beside what it is given to

    return chart_job(DECK, made(rows, columns, **more), NIGHT, language, *SIZE, 1.0, 1.0, NIGHT.groups.gold)


def spots_of(job):
    return json.loads(draw(job)[SPOTS])["spots"]


def colour_at(layer, x, y):
    red, green, blue, opacity = layer.getpixel((int(x * layer.width), int(y * layer.height)))
    return f"#{red:02x}{green:02x}{blue:02x}" if opacity == 255 else ""


def test_marks_stand_where_their_places_are():
    a, b, c = spots_of(map_job())
    assert (a["y"], a["x"]) == (pytest.approx(b["y"]), pytest.approx(c["x"]))
    degree_east = (b["x"] - a["x"]) * SIZE[0] / 1.5
    degree_north = (a["y"] - c["y"]) * SIZE[1] / 1.0
    assert degree_east / degree_north == pytest.approx(math.cos(math.radians(1.0)), rel=0.01)


def test_a_marks_area_is_its_value():
    job = map_job()
    data = layers(draw(job))[1]
    a, b = (_height(data, spot, job.palette.accent) for spot in spots_of(job)[:2])
    assert a / b == pytest.approx(2, rel=0.25)  # four, were it the radius


def _height(layer, spot, colour):
    """How many pixels of a colour a mark has from top to bottom."""
    ys = (at / SIZE[1] for at in range(SIZE[1]))
    return sum(colour_at(layer, spot["x"], y) == colour for y in ys)


def test_a_row_is_placed_by_what_the_ground_calls_it():
    port, west = spots_of(map_job((("港", 5.0), ("west", 2.0)), ("place", "value"), sized=False))
    assert (port["x"] - west["x"]) * SIZE[0] > 0
    assert port["value"] == "5 billion yuan"


def test_marks_with_the_same_word_share_a_colour():
    rows = (("a", 100.25, 0.5, 1.0, "x"), ("b", 101.75, 0.5, 2.0, "y"), ("c", 100.25, 1.5, 3.0, "x"))
    a, b, c = spots_of(map_job(rows, (*COLUMNS, "kind"), sized=False, colour=ColumnName("kind")))
    assert a["colour"] == c["colour"] != b["colour"]
    assert (a["series"], b["series"]) == ("x", "y")


def test_marks_in_one_place_do_not_hide_one_another():
    rows = tuple((f"p{at}", 100.5, 0.5, 10.0) for at in range(6))
    spots = spots_of(map_job(rows, sized=False))
    places = [(spot["x"] * SIZE[0], spot["y"] * SIZE[1]) for spot in spots]
    assert min(math.dist(one, other) for at, one in enumerate(places) for other in places[:at]) > 10


def test_the_enlarged_part_has_its_marks_further_apart():
    plain = spots_of(map_job())
    rows = (*PLACES, ("d", 101.80, 0.52, 9.0))
    apart = spots_of(map_job(rows, inset=Inset((101.6, 0.4, 101.9, 0.6))))
    assert len(apart) == 4
    close = math.hypot(apart[1]["x"] - apart[3]["x"], apart[1]["y"] - apart[3]["y"])
    assert close > 0.05 > math.hypot(0.05 / 1.5 * (plain[1]["x"] - plain[0]["x"]), 0.0)


def test_the_highlight_takes_the_accent():
    job = map_job(highlight="b")
    assert [spot["colour"] for spot in spots_of(job)] == [job.palette.faded, job.palette.accent, job.palette.faded]


def test_a_lower_bound_is_hollow_and_about_is_hatched():
    rows = tuple((*row, mark) for row, mark in zip(PLACES, ("exact", "at_least", "about"), strict=True))
    job = map_job(rows, (*COLUMNS, "qualifier"), sized=False)
    data = layers(draw(job))[1]
    exact, at_least, about = spots_of(job)
    assert colour_at(data, exact["x"], exact["y"]) == job.palette.accent
    assert colour_at(data, at_least["x"], at_least["y"]) != job.palette.accent
    seen = {colour_at(data, about["x"] + away / SIZE[0], about["y"]) for away in range(-6, 7)}
    assert job.palette.accent in seen
    assert len(seen) > 2


def test_areas_are_filled_by_value_and_say_where_there_is_no_figure():
    job = map_job((("West", 10.0), ("East", 90.0)), ("district", "value"), by="fill")
    base, data = layers(draw(job))
    west, east, north = spots_of(job)
    assert [spot["value"] for spot in (west, east, north)] == ["10 billion yuan", "90 billion yuan", "no figure"]
    assert {spot["shape"] for spot in (west, east, north)} == {"area"}
    corner = {spot["label"]: (spot["x"] + 0.2 * spot["w"], spot["y"] + 0.1 * spot["h"]) for spot in (west, east, north)}
    assert colour_at(data, *corner["West"]) == west["colour"]
    assert colour_at(data, *corner["East"]) == east["colour"] == job.palette.accent
    assert colour_at(data, *corner["North"]) == ""
    assert colour_at(base, *corner["North"]) == north["colour"]


def test_the_same_map_in_another_file_is_the_same_job():
    assert map_job().key == map_job(ground=replace(GROUND, name="other.geojson")).key
    other = Geography.of("city.geojson", (WEST, EAST, NORTH, RIVER))
    assert map_job().key != map_job(ground=other).key
    assert len(repr(map_job())) < 5000


@pytest.mark.parametrize(
    ("rows", "columns", "more", "message"),
    [
        ((("a", 100.5, 0.5, -1.0),), COLUMNS, {}, "-1 in the column `value` is negative"),
        ((("a", 100.5, 0.5, 0.0),), COLUMNS, {}, "sums up to zero"),
        ((("a", 0.5, 100.5, 1.0),), COLUMNS, {}, "0.5 east, 100.5 north is off the map"),
        ((("a", 100.5, 0.5, 1.0), ("b", None, 0.5, 1.0)), COLUMNS, {}, "this row has no place"),
        ((("Wset", 1.0),), ("d", "value"), {"by": "fill"}, "`Wset` is nothing in `city.geojson`: did you mean `West`?"),
        ((("Port", 1.0),), ("d", "value"), {"by": "fill"}, "`Port` is nothing in"),
        ((("West", 1.0), ("west", 2.0)), ("d", "value"), {"by": "fill"}, "`west` is there twice"),
        (tuple((f"p{at}", 100.5, 0.5, 1.0) for at in range(41)), COLUMNS, {}, "at most 40"),
        (
            tuple((f"p{at}", 100.5, 0.5, 1.0, f"w{at}") for at in range(7)),
            (*COLUMNS, "kind"),
            {"colour": ColumnName("kind")},
            "has 7 words: marks can be told apart in 6 colours",
        ),
        (PLACES, COLUMNS, {"by": "fill"}, "`longitude` is for marks"),
        (PLACES, COLUMNS, {"latitude": None}, "`latitude` is missing"),
        (PLACES, COLUMNS, {"ground": Geography.of("r.geojson", (RIVER,))}, "`r.geojson` has no areas"),
        (PLACES, COLUMNS, {"inset": Inset((0, 0, 1, 1))}, "the inset shows nothing"),
    ],
)
def test_what_a_map_cannot_show(rows, columns, more, message):
    with pytest.raises(DeckError, match=message.replace("?", "[?]")):
        made(rows, columns, **more)


def test_negative_values_fill_areas_and_stand_at_marks_that_are_alike():
    assert len(spots_of(map_job((("West", -5.0), ("East", 5.0)), ("d", "value"), by="fill"))) == 3
    assert len(spots_of(map_job((("a", 100.5, 0.5, -5.0),), sized=False))) == 1


@pytest.mark.parametrize(
    "values", [[1, 2, 3, 10, 11, 50, 52, 90, 100], [5], [7, 7], [0, 0], [-7, -1, 3], [1e-9, 1e9], [1, 2, 1e6]]
)
def test_steps_are_few_and_round_and_hold_every_value(values):
    of = bounds(values)
    assert len(of) <= 6
    assert of == sorted(of)
    for value in values:
        at = step_of(value, of)
        assert of[at] <= value <= of[at + 1]


def test_an_area_is_hatched_where_its_value_is_about_and_dashed_where_it_is_a_bound():
    rows = (("West", 50.0, "about"), ("East", 50.0, "at_least"), ("North", 50.0, "exact"))
    job = map_job(rows, ("d", "value", "qualifier"), by="fill")
    data = layers(draw(job))[1]
    west, east, north = spots_of(job)

    def seen(spot, down):
        across = (0.04 + 0.005 * at for at in range(180))
        return [colour_at(data, spot["x"] + spot["w"] * part, spot["y"] + spot["h"] * down) for part in across]

    assert len(set(seen(west, 0.1))) > 2
    assert len(set(seen(north, 0.1))) == 1
    assert 0.2 < _part_of(data, east, job.palette.text) < 0.9
    assert _part_of(data, north, job.palette.text) < 0.1


def _part_of(layer, spot, colour):
    """How much of an area's upper edge has a colour."""
    columns = [spot["x"] + spot["w"] * part / 200 for part in range(10, 190)]
    near = [spot["y"] + away / SIZE[1] for away in (-2, -1, 0, 1, 2)]
    return sum(any(colour_at(layer, x, y) == colour for y in near) for x in columns) / len(columns)


def test_a_dense_area_answers_in_the_enlarged_part_as_well():
    job = map_job((("West", 10.0), ("East", 90.0)), ("d", "value"), by="fill", inset=Inset((101.2, 0.2, 101.6, 0.6)))
    east = [spot for spot in spots_of(job) if spot["label"] == "East"]
    assert len(east) == 2
    assert len({(spot["x"], spot["y"]) for spot in east}) == 2


def test_the_finer_shapes_of_an_inset_are_taken_by_name():
    ring = [(101.0, 0.0), (102.0, 0.0), (102.0, 1.0), (101.5, 0.6), (101.0, 1.0), (101.0, 0.0)]
    finer = Geography.of("fine.geojson", (replace(EAST, id="", parts=(packed(ring),)),))
    job = map_job((("east", 90.0),), ("d", "value"), by="fill", inset=Inset(finer.bounds, finer))
    corners = sorted(len(ring) for spot in spots_of(job) if spot["label"] == "east" for ring in spot["outline"])
    assert corners == [5, 6]


@pytest.mark.parametrize("slide", rather("map-districts", "map-ratio"))
def test_the_largest_values_come_in_first_and_in_the_end_all_is_there(slide):
    files = draw(job_of(next(each for each in slides("map") if each.id == slide)))
    count = json.loads(files[SPOTS])["steps"]
    assert count > 1
    whole, *lots = (Image.open(io.BytesIO(files[name])) for name in (DATA, *map(step, range(count))))
    together, at_once = (Image.new("RGBA", whole.size, "grey") for _ in range(2))
    at_once.alpha_composite(whole)
    for lot in lots:
        together.alpha_composite(lot)
    assert together.tobytes() == at_once.tobytes()
    spots = json.loads(files[SPOTS])["spots"]
    most = max((spot for spot in spots if any(c.isdigit() for c in spot["value"])), key=_number)
    least = min((spot for spot in spots if any(c.isdigit() for c in spot["value"])), key=_number)
    assert _lot_of(most, lots) == 0
    assert _lot_of(least, lots) == count - 1


def _number(spot) -> float:
    return float("".join(c for c in spot["value"].split()[0] if c.isdigit() or c == "."))


def _lot_of(spot, lots) -> int:
    """The first lot that has most of a mark's middle."""
    middle = ((spot["x"] + spot["w"] / 2) * lots[0].width, (spot["y"] + spot["h"] / 2) * lots[0].height)
    return max(range(len(lots)), key=lambda at: lots[at].getpixel((int(middle[0]), int(middle[1])))[3])
