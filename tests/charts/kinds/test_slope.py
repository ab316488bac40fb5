"""Slopes: from one column's number to the other's."""

import itertools
import json

import pytest
from charts.making import job, words

from kiosk.charts.cache import SPOTS
from kiosk.charts.courses import apart
from kiosk.charts.draw import draw
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

SERIES = (Series(column="a", name=words("2019")), Series(column="b", name=words("2022")))
ROWS = (("x", 10.0, 30.0), ("y", 50.0, 20.0), ("z", 11.0, None))


def slope(rows=ROWS, columns=("zone", "a", "b"), series=SERIES, **more):
    return job("slope", rows=rows, columns=columns, series=series, **more)


def spots_of(made):
    return {(spot["label"], spot["series"]): spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


def test_dots_stand_in_two_columns_as_high_as_their_values():
    spots = spots_of(slope())
    assert set(spots) == {("x", "2019"), ("x", "2022"), ("y", "2019"), ("y", "2022"), ("z", "2019")}
    assert len({spot["x"] for (_, series), spot in spots.items() if series == "2019"}) == 1
    per_value = (spots["x", "2019"]["y"] - spots["y", "2019"]["y"]) / 40
    assert (spots["x", "2019"]["y"] - spots["x", "2022"]["y"]) / per_value == pytest.approx(20)
    assert spots["z", "2019"]["value"] == "11 billion yuan"


def test_what_falls_has_another_colour_and_the_highlight_the_accent_alone():
    made = slope()
    colours = {label: spot["colour"] for (label, _), spot in spots_of(made).items()}
    assert colours["x"] == made.palette.accent != colours["y"]
    marked = slope(highlight="y")
    colours = {label: spot["colour"] for (label, _), spot in spots_of(marked).items()}
    assert colours == {"x": marked.palette.faded, "y": marked.palette.accent, "z": marked.palette.faded}


@pytest.mark.parametrize("tops", [[0, 1, 2, 3], [90, 91, 92, 93], [50, 50, 50, 50], [0, 99, 40, 45]])
def test_labels_stand_clear_of_one_another_and_inside_in_the_order_of_their_dots(tops):
    placed = apart([float(top) for top in tops], [20.0] * 4, 0.0, 100.0)
    assert all(0 <= top <= 80 for top in placed)
    in_order = sorted(placed)
    assert all(after - before >= 19.999 for before, after in itertools.pairwise(in_order))
    assert sorted(range(4), key=lambda at: tops[at]) == sorted(range(4), key=lambda at: placed[at])


def test_labels_that_have_room_stay_where_they_are():
    assert apart([10.0, 60.0], [20.0, 20.0], 0.0, 100.0) == [10.0, 60.0]


def test_what_a_slope_cannot_show():
    with pytest.raises(DeckError, match="a slope shows 2 columns of numbers, not 1"):
        slope(series=SERIES[:1])
    with pytest.raises(DeckError, match="has 17 rows: a chart of kind `slope` shows at most 16"):
        slope(tuple((str(at), 1.0, 2.0) for at in range(17)))
