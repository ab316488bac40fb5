"""Bars: shares of 100 %, hatching, and what they cannot show."""

import json

import pytest
from charts.making import job, layers, two_series
from spread import spread

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.charts.bar import Reference
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError
from kiosk.deck.rules import check_rows
from kiosk.deck.tables import Table

PARTS = {"rows": (("2020", 30.0, 10.0), ("2021", 1.0, 1.0)), "columns": ("year", "a", "b")}
PARTS["series"] = (Series(column="a"), Series(column="b"))


def spots_of(made):
    return json.loads(draw(made)[SPOTS])["spots"]


@pytest.mark.parametrize(("direction", "side"), [("vertical", "h"), ("horizontal", "w")])
def test_every_bar_of_100_percent_is_as_long_and_its_parts_are_their_shares(direction, side):
    spots = spots_of(job(arrange="percent", direction=direction, **PARTS))
    air = max(0.0, *(spot[side] for spot in spots)) * 0.02
    first, second = (sum(spot[side] for spot in spots[at : at + 2]) for at in (0, 2))
    assert first == pytest.approx(second, abs=air)
    assert spots[0][side] / first == pytest.approx(0.75, abs=0.02)


def test_a_share_is_written_on_its_part_and_said_with_its_value():
    made = job(arrange="percent", **PARTS)
    assert [spot["value"] for spot in spots_of(made)] == [
        "30 billion yuan, 75%",
        "10 billion yuan, 25%",
        "1 billion yuan, 50%",
        "1 billion yuan, 50%",
    ]
    assert spots_of(job(arrange="percent", language="zh", **PARTS))[0]["value"] == "300亿元，75%"
    assert made.heading == "Foreign trade"


def test_shares_of_lower_bounds_are_about_right():
    rows = (("2020", 30.0, 10.0, "at_least"),)
    made = job(arrange="percent", **PARTS | {"rows": rows, "columns": ("year", "a", "b", "qualifier")})
    assert spots_of(made)[0]["value"] == ">30 billion yuan, ≈75%"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"rows": (("2020", 30.0, -10.0),)}, "-10 in the column `b` is negative: a bar of 100 % cannot show it"),
        ({"rows": (("2020", 0.0, 0.0),)}, "the numbers of this row sum up to zero: a bar of 100 % cannot show them"),
        ({"series": (Series(column="a"),)}, "a bar of 100 % shows 2 to 6 columns of numbers, not 1"),
        ({"reference": Reference(value=5)}, "remove the reference line"),
    ],
)
def test_what_bars_of_100_percent_cannot_show(more, message):
    with pytest.raises(DeckError, match=message):
        job(arrange="percent", **PARTS | more)


@pytest.mark.parametrize(
    ("several", "direction"),
    spread([{}, {"arrange": "grouped"}, {"arrange": "stacked"}, {"arrange": "percent"}], ["vertical", "horizontal"]),
)
def test_a_bar_that_is_about_right_is_hatched(direction, several):
    rows = (("2018", 500.0, 500.0, "about"), ("2019", 500.0, 500.0, None))
    series = two_series()["series"][: 2 if several else 1]
    columns = ("year", "exports", "imports", "qualifier")
    files = draw(job(rows=rows, columns=columns, series=series, direction=direction, **several))
    _, data = layers(files)
    spots = json.loads(files[SPOTS])["spots"]
    about, exact = (
        len({data.getpixel((int(x * data.width), int((spot["y"] + spot["h"] * 0.15) * data.height))) for x in across})
        for spot in (spots[0], spots[-1])
        for across in [[spot["x"] + spot["w"] * (0.1 + 0.002 * at) for at in range(60)]]
    )
    assert about > 4
    assert exact == 1


def test_a_bar_of_little_is_seen_beside_one_a_million_times_as_long():
    spots = spots_of(job(rows=(("a", 1e6), ("b", 1.0), ("c", 0.0))))
    assert [round(spot["h"] * 620) for spot in spots[1:]] == [2, 0]


def test_more_than_forty_bars_are_refused():
    rows = tuple((str(at), 1.0) for at in range(41))
    with pytest.raises(DeckError, match=r"`t\.csv` has 41 rows: a chart of kind `bar` shows at most 40"):
        job(rows=rows)
    check_rows(Table("t.csv", ("a", "b"), rows[:40]), "bar", 40)
