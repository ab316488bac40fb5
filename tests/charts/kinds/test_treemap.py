"""Treemaps: tiles as large as their values, groups side by side, each tile with its number where it fits."""

import json

import pytest
from charts.making import job, layers

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName

GOODS = (("Laptops", 200.0, "Chips"), ("Cars", 60.0, "Wheels"), ("Screens", 40.0, "Chips"), ("Bikes", 20.0, "Wheels"))
COLUMNS = ("goods", "value", "branch")


def spots_of(made):
    return json.loads(draw(made)[SPOTS])["spots"]


def goods(**more):
    return job("treemap", rows=GOODS, columns=COLUMNS, **more)


@pytest.mark.parametrize("group", [None, ColumnName("branch")])
@pytest.mark.parametrize("size", [(1640, 790), (880, 900)])
def test_every_tile_is_as_large_as_its_value(group, size):
    spots = {spot["label"]: spot for spot in spots_of(goods(group=group, size=size))}
    areas = [spots[label]["w"] * spots[label]["h"] / value for label, value, _ in GOODS]
    assert max(areas) / min(areas) < 1.08  # the gaps between tiles come off


def test_groups_have_names_and_colours_and_tiles_their_numbers():
    spots = {spot["label"]: spot for spot in spots_of(goods(group=ColumnName("branch")))}
    assert {spot["series"] for spot in spots.values()} == {"Chips", "Wheels"}
    assert spots["Laptops"]["colour"] != spots["Cars"]["colour"]
    assert spots["Cars"]["value"] == "60 billion yuan"


def test_no_two_tiles_overlap():
    spots = spots_of(goods(group=ColumnName("branch")))
    for at, one in enumerate(spots):
        for other in spots[at + 1 :]:
            apart_x = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
            apart_y = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
            assert apart_x or apart_y


def test_the_highlight_takes_the_accent():
    made = goods(highlight="Cars")
    colours = {spot["label"]: spot["colour"] for spot in spots_of(made)}
    assert colours["Cars"] == made.palette.accent
    assert made.palette.accent not in {colours["Laptops"], colours["Bikes"]}


@pytest.mark.parametrize("qualifier", ["about", "at_least"])
def test_a_number_that_is_not_exact_looks_another_way(qualifier):
    columns = ("goods", "value", "qualifier")
    exact, other = (
        layers(draw(job("treemap", rows=(("a", 5.0, meant), ("b", 3.0, None)), columns=columns)))[1]
        for meant in (None, qualifier)
    )
    foot = (10, exact.height - 20, 200, exact.height - 4)
    assert len(exact.crop(foot).getcolors()) == 1
    assert len(other.crop(foot).getcolors(100_000)) > 1


def test_zero_and_gaps_have_no_tile_and_a_millionth_has_one():
    rows = (("a", 1e6), ("b", 0.0), ("c", None), ("d", 1.0))
    assert [spot["label"] for spot in spots_of(job("treemap", rows=rows))] == ["a", "d"]


@pytest.mark.parametrize(
    ("rows", "group", "sentence"),
    [
        ((("a", -2.0, "x"),), None, "-2 in the column `value` is negative: a treemap cannot show it"),
        ((("a", 0.0, "x"),), None, "sums up to zero: a treemap cannot show it"),
        ((("a", 1.0, "x"), ("b", 1.0, None)), "branch", "this row has no group in the column `branch`"),
        (tuple((str(at), 1.0, str(at)) for at in range(8)), "branch", "up to 7 groups: `branch` has 8"),
        ((("a", 1.0, "x"),), "brand", "`t.csv` has no column `brand`: did you mean `branch`?"),
    ],
)
def test_what_a_treemap_cannot_show(rows, group, sentence):
    with pytest.raises(DeckError, match=sentence.replace("?", r"\?")):
        job("treemap", rows=rows, columns=COLUMNS, group=ColumnName(group) if group else None)
