"""Dumbbells: two dots a row, as far apart as their numbers."""

import json

import pytest
from charts.making import job, layers, words

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

SERIES = (Series(column="a", name=words("2019")), Series(column="b", name=words("2022")))
ROWS = (("x", 10.0, 30.0), ("y", 50.0, 20.0), ("z", 0.0, 90.0))


def dumbbell(rows=ROWS, columns=("zone", "a", "b"), series=SERIES, **more):
    return job("dumbbell", rows=rows, columns=columns, series=series, **more)


def spots_of(made):
    return json.loads(draw(made)[SPOTS])["spots"]


def test_dots_stand_where_their_values_say():
    spots = {(spot["label"], spot["series"]): spot for spot in spots_of(dumbbell())}
    per_value = (spots["z", "2022"]["x"] - spots["z", "2019"]["x"]) / 90
    assert (spots["x", "2022"]["x"] - spots["x", "2019"]["x"]) / per_value == pytest.approx(20)
    assert (spots["y", "2022"]["x"] - spots["y", "2019"]["x"]) / per_value == pytest.approx(-30)
    assert spots["x", "2019"]["y"] == spots["x", "2022"]["y"]
    assert spots["x", "2022"]["value"] == "30 billion yuan"


def test_rows_are_sorted_by_the_second_number_unless_the_table_says_otherwise():
    assert list(dict.fromkeys(spot["label"] for spot in spots_of(dumbbell()))) == ["z", "x", "y"]
    assert list(dict.fromkeys(spot["label"] for spot in spots_of(dumbbell(sort="table")))) == ["x", "y", "z"]


def test_a_row_with_a_gap_has_one_dot_and_comes_last():
    spots = spots_of(dumbbell((*ROWS, ("w", 99.0, None))))
    assert len(spots) == 7
    assert spots[-1]["label"] == "w"


def test_the_highlight_keeps_its_colours():
    made = dumbbell(highlight="y")
    own = [
        spot["label"] for spot in spots_of(made) if spot["colour"] in {made.palette.series(0), made.palette.series(1)}
    ]
    assert own == ["y", "y"]


def test_a_lower_bound_is_hollow():
    made = dumbbell((("x", 10.0, 30.0, "at_least"), ("y", 10.0, 30.0, None)), ("zone", "a", "b", "qualifier"))
    _, data = layers(draw(made))
    pixels = [data.getpixel((int(s["x"] * data.width), int(s["y"] * data.height)))[:3] for s in spots_of(made)]
    ground = tuple(bytes.fromhex(made.palette.ground[1:]))
    assert [pixel == ground for pixel in pixels] == [True, True, False, False]


def test_what_a_dumbbell_cannot_show():
    with pytest.raises(DeckError, match="a dumbbell shows 2 columns of numbers, not 1: name them under `series`"):
        dumbbell(series=SERIES[:1])
    with pytest.raises(DeckError, match="has 25 rows: a chart of kind `dumbbell` shows at most 24"):
        dumbbell(tuple((str(at), 1.0, 2.0) for at in range(25)))
