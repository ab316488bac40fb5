"""Scatters: points where their two numbers say, as large as the third, with names that stand clear of one another."""

import json
import math
import re
from itertools import combinations

import pytest
from charts.making import DECK, NIGHT, chart, job, layers, words

from kiosk.charts import chart_job
from kiosk.charts.cache import DATA, SPOTS
from kiosk.charts.draw import draw
from kiosk.charts.frame import Area
from kiosk.charts.kinds.scatter import _ends
from kiosk.charts.lettering import Block
from kiosk.charts.placing import Mark, Places
from kiosk.deck.columns import Measure
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName, Unit

ACROSS = Measure(column=ColumnName("staff"), unit=Unit("people"), name=words("Employed", "就业"))
SIZE = Measure(column=ColumnName("area"), unit=Unit("km2"), name=words("Area", "面积"))
ROWS = (("a", 10.0, 100.0, 1.0), ("b", 30.0, 400.0, 4.0), ("c", 20.0, 250.0, 100.0), ("d", None, 300.0, 9.0))
COLUMNS = ("zone", "trade", "staff", "area")


def made(rows=ROWS, columns=COLUMNS, **more):
    language = more.pop("language", "en")
    given = chart("scatter", rows, columns, **({"across": ACROSS} | more))
    return chart_job(DECK, given, NIGHT, language, 1040, 620, 1.0, 1.0, NIGHT.groups.gold)


def spots_of(given):
    return {spot["label"]: spot for spot in json.loads(draw(given)[SPOTS])["spots"]}


def test_points_stand_where_their_numbers_say():
    spots = spots_of(made())
    assert set(spots) == {"a", "b", "c"}
    a, b, c = (spots[name] for name in "abc")
    assert (c["x"] - a["x"]) / (b["x"] - a["x"]) == pytest.approx(0.5, abs=0.001)
    assert (a["y"] - c["y"]) / (a["y"] - b["y"]) == pytest.approx(0.5, abs=0.001)
    assert b["y"] < a["y"]


def test_a_bubbles_area_is_its_value():
    spots = spots_of(made(size=SIZE))
    areas = {name: spot["w"] * spot["h"] for name, spot in spots.items()}
    assert areas["c"] / areas["b"] == pytest.approx(25, rel=0.01)


def test_a_spot_says_all_its_numbers():
    assert spots_of(made(size=SIZE))["b"]["value"] == "30 billion yuan"
    assert spots_of(made(size=SIZE))["b"]["note"] == "Employed: 400 people; Area: 4 km²"
    assert spots_of(made(size=SIZE, language="zh"))["b"]["note"] == "就业：400人；面积：4平方公里"


def test_an_axis_begins_at_zero_only_where_zero_is_near():
    ends = {
        values: _ends([row.cells[0] for row in job(rows=tuple((str(value), value) for value in values)).rows])
        for values in ((10.0, 100.0), (90.0, 100.0), (-5.0, 20.0), (7.0,))
    }
    assert ends[10.0, 100.0][0] == 0
    assert 85 < ends[90.0, 100.0][0] < 90
    assert ends[-5.0, 20.0][0] < -5
    assert ends[7.0,][0] < ends[7.0,][1]


def test_labels_meet_neither_marks_nor_one_another():
    marks = [Mark(100 + 17 * at % 90, 100 + 31 * at % 70, 6) for at in range(14)]
    places = Places(marks, Area(0, 0, 400, 300), 6)
    found = [(mark, places.find(mark, Block(("Label",), 20), (1, 3, 5))) for mark in marks]
    boxes = [(at.left, at.top, at.left + at.block.width, at.top + at.block.height) for _, at in found if at]
    assert len(boxes) > 5
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for left, top, right, bottom in boxes:
        for mark in marks:
            near = (min(max(mark.x, left), right), min(max(mark.y, top), bottom))
            assert math.dist(near, (mark.x, mark.y)) >= mark.radius


def test_only_the_highlight_is_named_if_that_is_asked_for():
    many = tuple((f"Town {at}", float(at % 20), float(at * 7 % 31), 1.0) for at in range(150))
    plain, named = (draw(made(rows=many, labels="highlight", highlight=which))[DATA] for which in ("", "Town 7"))
    assert plain != named
    given = made(rows=many, highlight="Town 7")
    assert spots_of(given)["Town 7"]["colour"] == given.palette.accent
    assert len(spots_of(given)) == 150


def test_a_lower_bound_is_hollow_and_an_estimate_hatched():
    columns = (*COLUMNS, "qualifier")
    colours = []
    for meant in (None, "about", "at_least"):
        rows = (("a", 10.0, 100.0, 1.0, meant), ("b", 30.0, 400.0, 4.0, None))
        files = draw(made(rows=rows, columns=columns))
        data, spot = layers(files)[1], json.loads(files[SPOTS])["spots"][0]
        x, y = round(spot["x"] * data.width), round(spot["y"] * data.height)
        around = data.crop((x - 8, y - 8, x + 8, y + 8))
        colours.append((len(around.getcolors()), around.getpixel((8, 8))))
    exact, about, bound = colours
    assert exact[0] == 1 < about[0]
    assert bound[1] != exact[1]


@pytest.mark.parametrize(
    ("rows", "more", "sentence"),
    [
        ((("a", 1.0, 2.0, -3.0),), {"size": SIZE}, "-3 in the column `area` is negative"),
        (
            (("a", 1.0, None, 1.0), ("b", None, 1.0, 1.0)),
            {},
            "no row of `t.csv` has a number in both `trade` and `staff`",
        ),
        ((("a", 1.0, 2.0, 3.0),), {"across": Measure(column=ColumnName("stuff"))}, "did you mean `staff`?"),
    ],
)
def test_what_a_scatter_cannot_show(rows, more, sentence):
    with pytest.raises(DeckError, match=re.escape(sentence)):
        made(rows=rows, **more)
