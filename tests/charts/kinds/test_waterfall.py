"""Waterfalls: each change begins where the one before it ended."""

import json

import pytest
from charts.making import job, layers

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.problems import DeckError

STEPS = (("2019", 100.0), ("rail", 30.0), ("air", -10.0), ("2020", 120.0))


def waterfall(rows=STEPS, columns=("step", "value"), totals=("2019", "2020"), **more):
    return job("waterfall", rows=rows, columns=columns, totals=totals, **more)


def spots_of(made):
    return json.loads(draw(made)[SPOTS])["spots"]


def edges(spot):
    return spot["y"], spot["y"] + spot["h"]


def test_bars_begin_where_the_last_one_ended():
    first, rail, air, last = spots_of(waterfall())
    assert edges(rail)[1] == pytest.approx(edges(first)[0])
    assert edges(air)[0] == pytest.approx(edges(rail)[0])
    assert edges(last)[0] == pytest.approx(edges(air)[1])
    assert edges(first)[1] == pytest.approx(edges(last)[1])
    assert rail["h"] / first["h"] == pytest.approx(0.3)
    assert last["h"] / first["h"] == pytest.approx(1.2)


def test_changes_say_their_sign_and_have_colours_of_their_own():
    made = waterfall()
    first, rail, air, last = spots_of(made)
    assert [spot["value"] for spot in (first, rail, air)] == [
        "100 billion yuan",
        "+30 billion yuan",
        "−10 billion yuan",
    ]
    assert first["colour"] == last["colour"] == made.palette.accent
    assert len({first["colour"], rail["colour"], air["colour"]}) == 3


def test_a_sign_stands_after_what_bounds_the_number():
    rows = (("a", 5.0, "about"), ("b", 5.0, "at_least"))
    spots = spots_of(waterfall(rows, ("step", "value", "qualifier"), totals=()))
    assert [spot["value"] for spot in spots] == ["≈+5 billion yuan", ">+5 billion yuan"]


def test_the_highlight_keeps_its_colour_and_the_others_step_back():
    plain, marked = spots_of(waterfall()), spots_of(waterfall(highlight="rail"))
    assert [a["colour"] == b["colour"] for a, b in zip(plain, marked, strict=True)] == [False, True, False, False]


def test_a_gap_changes_nothing():
    rows = (("2019", 100.0), ("rail", None), ("air", -10.0), ("2020", 90.0))
    first, air, _ = spots_of(waterfall(rows))
    assert edges(air)[0] == pytest.approx(edges(first)[0])


def test_torn_totals_let_small_changes_be_seen():
    rows = (("2019", 1000.0), ("rail", 30.0), ("air", -10.0), ("2020", 1020.0))
    whole, torn = waterfall(rows), waterfall(rows, baseline="data")
    assert spots_of(torn)[1]["h"] > 5 * spots_of(whole)[1]["h"]
    _, data = layers(draw(torn))
    foot = spots_of(torn)[0]
    x = int((foot["x"] + foot["w"] / 2) * data.width)
    bottom = int(edges(foot)[1] * data.height)
    ground = tuple(bytes.fromhex(torn.palette.ground[1:]))
    assert ground in {data.getpixel((x, bottom - away))[:3] for away in range(60)}


def test_what_a_waterfall_cannot_show():
    with pytest.raises(DeckError, match="the total is 150, but the rows before it lead to 120"):
        waterfall((*STEPS[:-1], ("2020", 150.0)))
    with pytest.raises(DeckError, match=r"`2021` is not a label in `t\.csv`"):
        waterfall(totals=("2021",))
    with pytest.raises(DeckError, match="has 21 rows: a chart of kind `waterfall` shows at most 20"):
        waterfall(tuple((str(at), 1.0) for at in range(21)), totals=())
