"""Bumps: ranks made from values."""

import json

import pytest
from charts.making import job, words

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.charts.kinds.bump import ranks
from kiosk.deck.model import Series
from kiosk.deck.problems import DeckError

SERIES = tuple(Series(column=name, name=words(name)) for name in ("2019", "2020", "2021"))
ROWS = (("x", 10.0, 30.0, 5.0), ("y", 50.0, 20.0, 5.0), ("z", 11.0, None, 9.0))


def bump(rows=ROWS, columns=("zone", "2019", "2020", "2021"), series=SERIES, **more):
    return job("bump", rows=rows, columns=columns, series=series, **more)


def spots_of(made):
    return {(spot["label"], spot["series"]): spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


def test_ranks_come_from_the_values_ties_from_the_table_and_gaps_have_none():
    assert ranks(bump()) == [[3, 1, 2], [1, 2, None], [2, 3, 1]]


def test_dots_stand_at_their_ranks_and_say_value_and_rank():
    spots = spots_of(bump())
    assert len(spots) == 8
    first, second, third = (spots[label, "2019"]["y"] for label in ("y", "z", "x"))
    assert third - second == pytest.approx(second - first)
    assert first < second
    assert spots["y", "2019"]["y"] == pytest.approx(spots["x", "2020"]["y"])
    assert spots["y", "2019"]["value"] == "50 billion yuan (no. 1)"
    assert spots_of(bump(language="zh"))["y", "2019"]["value"] == "500亿元（第1位）"


def test_the_heading_names_no_unit_since_ranks_have_none():
    assert bump().heading == "Foreign trade"


def test_the_highlight_alone_has_the_accent():
    made = bump(highlight="x")
    assert {label for (label, _), spot in spots_of(made).items() if spot["colour"] == made.palette.accent} == {"x"}


def test_the_first_six_have_colours_of_their_own():
    made = bump(tuple((str(at), 1.0 * at, 2.0 * at, 3.0 * at) for at in range(9)))
    last = {label: spot["colour"] for (label, series), spot in spots_of(made).items() if series == "2021"}
    assert len({last[label] for label in "876543"}) == 6
    assert {last[label] for label in "210"} == {made.palette.faded}


def test_what_bumps_cannot_show():
    with pytest.raises(DeckError, match="a bump chart shows 2 to 16 columns of numbers, not 1"):
        bump(series=SERIES[:1])
    with pytest.raises(DeckError, match="has 21 rows: a chart of kind `bump` shows at most 20"):
        bump(tuple((str(at), 1.0, 2.0, 3.0) for at in range(21)))
