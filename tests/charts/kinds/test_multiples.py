"""Small multiples: panels on one scale."""

import json

import pytest
from charts.making import job, layers, words

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

SERIES = tuple(Series(column=name, name=words(name)) for name in "abcdef")
ROWS = (("2019", 10.0, 5.0, 2.0, 1.0, None, 3.0), ("2020", 20.0, 10.0, 4.0, 2.0, 3.0, 6.0))


def multiples(rows=ROWS, columns=("year", *"abcdef"), series=SERIES, **more):
    return job("multiples", rows=rows, columns=columns, series=series, **more)


def spots_of(made):
    return {(spot["series"], spot["label"]): spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


@pytest.mark.parametrize("size", [(1640, 790), (880, 900), (420, 300)])
def test_all_panels_have_one_scale(size):
    spots = spots_of(multiples(form="bar", size=size))
    assert len(spots) == 11
    per_value = [spots[name, "2020"]["h"] / value for name, value in (("a", 20), ("b", 10), ("c", 4), ("f", 6))]
    assert max(per_value) / min(per_value) < 1.01
    rises = spots_of(multiples(size=size))
    lifted = [rises[name, "2019"]["y"] - rises[name, "2020"]["y"] for name in "ab"]
    assert lifted[0] / lifted[1] == pytest.approx(2)


def test_panels_stand_in_rows_and_columns_that_fill_the_picture():
    spots = spots_of(multiples(size=(1640, 790)))
    assert spots["a", "2019"]["x"] < spots["b", "2019"]["x"] < spots["c", "2019"]["x"]
    assert spots["a", "2019"]["x"] == pytest.approx(spots["d", "2019"]["x"])
    assert spots["f", "2020"]["x"] > 0.97


def test_the_highlighted_row_stands_out_in_every_panel():
    made = multiples(form="bar", highlight="2019")
    accent = {label for (_, label), spot in spots_of(made).items() if spot["colour"] == made.palette.accent}
    assert accent == {"2019"}


def test_a_lower_bound_fades_on_in_a_panel():
    rows = (("2019", 10.0, 5.0, "at_least"), ("2020", 20.0, 10.0, None))
    made = multiples(rows, ("year", "a", "b", "qualifier"), SERIES[:2], form="bar")
    _, data = layers(draw(made))
    spot = spots_of(made)["a", "2019"]
    x, top = int((spot["x"] + spot["w"] / 2) * data.width), int(spot["y"] * data.height)
    assert 200 > data.getpixel((x, top - 8))[3] > data.getpixel((x, top - 20))[3] > 0


def test_what_small_multiples_cannot_show():
    with pytest.raises(DeckError, match="a chart of small multiples shows 2 to 16 columns of numbers, not 1"):
        multiples(series=SERIES[:1])
    rows = tuple((str(at), 1.0, 2.0) for at in range(25))
    with pytest.raises(DeckError, match="has 25 rows: a chart of kind `multiples` shows at most 24"):
        multiples(rows, ("year", "a", "b"), SERIES[:2], form="bar")
    assert len(spots_of(multiples(rows, ("year", "a", "b"), SERIES[:2]))) == 50
