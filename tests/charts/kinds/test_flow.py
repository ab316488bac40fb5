"""Flows: bands as thick as their values from node to node, totals at the nodes, no circles."""

import json
import re

import pytest
from charts.making import job, layers

from kiosk.charts.cache import DATA, SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName

TO = ColumnName("to")
COLUMNS = ("from", "to", "value")
CHAIN = (("a", "hub", 30.0), ("b", "hub", 10.0), ("hub", "x", 25.0), ("hub", "y", 15.0), ("a", "x", 5.0))


def flow(rows=CHAIN, columns=COLUMNS, **more):
    return job("flow", rows=rows, columns=columns, **({"to": TO} | more))


def spots_of(made):
    return {spot["label"]: spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


def test_bands_and_nodes_are_as_thick_as_their_values():
    spots = spots_of(flow())
    bands = {"a → hub": 30, "b → hub": 10, "hub → x": 25, "hub → y": 15, "a → x": 5}
    nodes = {"a": 35, "b": 10, "hub": 40, "x": 30, "y": 15}
    assert set(spots) == {*bands, *nodes}
    per_value = [spots[label]["h"] / value for label, value in (bands | nodes).items()]
    assert max(per_value) / min(per_value) == pytest.approx(1, abs=0.001)


def test_a_node_stands_right_of_all_that_flows_into_it():
    spots = spots_of(flow())
    assert spots["a"]["x"] == spots["b"]["x"] < spots["hub"]["x"] < spots["x"]["x"] == spots["y"]["x"]


def test_nodes_say_their_totals_in_the_unit():
    assert spots_of(flow())["hub"]["value"] == "40 billion yuan"
    assert spots_of(flow(language="zh"))["hub"]["value"] == "400亿元"


def test_a_place_is_one_node_in_every_language():
    rows = (("a", "甲", "hub", None, 3.0), ("hub", "枢纽", "x", "乙", 3.0))
    made = flow(rows=rows, columns=("from", "from.zh", "to", "to.zh", "value"), language="zh")
    assert set(spots_of(made)) == {"甲", "枢纽", "乙", "甲 → 枢纽", "枢纽 → 乙"}


def test_a_band_has_the_colour_of_where_it_comes_from_and_the_highlight_takes_the_accent():
    spots = spots_of(flow())
    assert spots["a → x"]["colour"] == spots["a → hub"]["colour"] == spots["a"]["colour"]
    assert spots["b → hub"]["colour"] != spots["a"]["colour"]
    made = flow(highlight="b")
    assert [label for label, spot in spots_of(made).items() if spot["colour"] == made.palette.accent] == [
        "b → hub",
        "b",
    ]


@pytest.mark.parametrize("qualifier", ["about", "at_least"])
def test_a_number_that_is_not_exact_looks_another_way(qualifier):
    columns = (*COLUMNS, "qualifier")
    exact, other = (
        draw(flow(rows=(("a", "x", 3.0, meant), ("b", "y", 2.0, None)), columns=columns)) for meant in (None, qualifier)
    )
    width, height = layers(exact)[1].size
    middle = (width // 2 - 20, 0, width // 2 + 20, height)
    colours = [len(layers(files)[1].crop(middle).getcolors(100_000)) for files in (exact, other)]
    assert colours[1] > colours[0]
    sign = {"about": "≈", "at_least": ">"}[qualifier]
    assert {spot["label"]: spot for spot in json.loads(other[SPOTS])["spots"]}["x"]["value"] == f"{sign}3 billion yuan"


def test_nothing_and_gaps_are_no_bands_and_a_millionth_is_to_be_seen():
    rows = (("a", "x", 1e6), ("b", "x", 1.0), ("c", "x", 0.0), ("d", "x", None))
    spots = spots_of(flow(rows=rows))
    assert set(spots) == {"a → x", "b → x", "a", "b", "x"}
    assert spots["b"]["h"] * 620 >= 1.9


def test_the_same_flows_in_another_order_give_the_same_totals():
    assert draw(flow())[DATA] != draw(flow(rows=CHAIN[:-1]))[DATA]
    assert spots_of(flow(rows=CHAIN[::-1]))["hub"]["value"] == "40 billion yuan"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0)), "c → a → b → c is a circle: a flow chart cannot show it"),
        ((("a", "a", 1.0),), "a → a is a circle"),
        ((("a", None, 1.0), ("b", "c", 1.0)), "does not say where it flows to in the column `to`"),
        ((("a", "b", -1.0),), "-1 in the column `value` is negative: a flow cannot show it"),
        ((("a", "b", 0.0),), "sums up to zero: a flow cannot show it"),
    ],
)
def test_what_a_flow_cannot_show(rows, sentence):
    with pytest.raises(DeckError, match=re.escape(sentence)):
        flow(rows=rows)
