"""Timelines: marks where their years say, dates as each language writes them, words that never lie on one another."""

import json
import re
from itertools import combinations

import pytest
from charts.making import job, layers
from spread import spread

from kiosk.charts.cache import SPOTS
from kiosk.charts.draw import draw
from kiosk.charts.schedule import Event, Style, plan
from kiosk.deck.columns import Measure
from kiosk.deck.problems import DeckError
from kiosk.deck.values import ColumnName, Unit

YEAR = Unit("year")
END, LANE = Measure(column=ColumnName("end")), ColumnName("lane")
COLUMNS = ("event", "begin", "end", "lane")
ROWS = (
    ("Plan", 2010.0, 2012.5, "Roads"),
    ("Opening", 2015.25, None, "Roads"),
    ("Trains", 2020.0, 2020.0, "Rails"),
    ("Undated", None, None, "Rails"),
)


def timeline(rows=ROWS, columns=COLUMNS, **more):
    return job("timeline", rows=rows, columns=columns, **({"unit": YEAR, "end": END, "lane": LANE} | more))


def spots_of(made):
    return {spot["label"]: spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


def test_marks_stand_where_their_years_say():
    spots = spots_of(timeline())
    assert set(spots) == {"Plan", "Opening", "Trains"}
    plan_, opening, trains = spots["Plan"], spots["Opening"], spots["Trains"]
    per_year = (trains["x"] - plan_["x"]) / 10
    assert plan_["w"] == pytest.approx(2.5 * per_year, abs=1e-6)
    assert opening["x"] - plan_["x"] == pytest.approx(5.25 * per_year, abs=1e-6)
    assert (plan_["shape"], opening["shape"], trains["shape"]) == ("rect", "point", "point")


def test_dates_have_months_where_they_have_decimals_and_never_a_comma():
    assert {name: spot["value"] for name, spot in spots_of(timeline()).items()} == {
        "Plan": "2010–Jul 2012",
        "Opening": "Apr 2015",
        "Trains": "2020",
    }
    assert spots_of(timeline(language="zh"))["Plan"]["value"] == "2010–2012年7月"
    assert timeline(language="zh").heading == "进出口总值"


def test_lanes_lie_below_one_another_each_in_its_colour():
    spots = spots_of(timeline())
    assert spots["Plan"]["y"] < spots["Trains"]["y"]
    assert spots["Plan"]["colour"] == spots["Opening"]["colour"] != spots["Trains"]["colour"]
    assert spots["Trains"]["series"] == "Rails"


def test_the_highlight_takes_the_accent():
    made = timeline(highlight="Trains")
    colours = {name: spot["colour"] for name, spot in spots_of(made).items()}
    assert colours == {"Plan": made.palette.faded, "Opening": made.palette.faded, "Trains": made.palette.accent}


@pytest.mark.parametrize(("end", "qualifier"), spread([None, 2015.0], ["about", "at_least"]))
def test_a_time_that_is_not_exact_looks_another_way(end, qualifier):
    columns = (*COLUMNS, "qualifier")
    marks = []
    for meant in (None, qualifier):
        rows = (("a", 2010.0, end, "x", meant), ("b", 2020.0, 2021.0, "x", None))
        files = draw(timeline(rows=rows, columns=columns))
        data, spot = layers(files)[1], json.loads(files[SPOTS])["spots"][0]
        x, y = round((spot["x"] + spot["w"]) * data.width), round((spot["y"] + spot["h"] / 2) * data.height)
        marks.append(data.crop((x - 6, y - 6, x + 6, y + 6)).tobytes())
    assert marks[0] != marks[1]


@pytest.mark.parametrize("count", [1, 6, 40])
@pytest.mark.parametrize("height", [700, 200])
def test_words_lie_neither_on_words_nor_on_marks(count, height):
    events = [
        Event(
            at,
            0,
            x := 20 + at * 37 % 900,
            x + (60 if at % 3 == 0 else 0),
            str(1980 + at),
            "words " * (at % 7 + 1),
            False,
        )
        for at in range(count)
    ]
    events.sort(key=lambda event: event.left)
    styles = [Style(30, "over", 300, 3), Style(20, "before", 300, 1), Style(20, "none", 200, 1)]
    planned = plan(events, styles, (0, 1000), height, 20, 0)
    boxes = [
        (row, stretch.text, stretch.text + entry.width)
        for entry, stretch, row in zip(planned.entries, planned.stretches, planned.rows, strict=True)
        if entry.label
    ]
    assert boxes
    assert max(planned.rows) < sum(planned.counts)
    assert sum(planned.counts) * planned.row <= height
    for (one_row, left, right), (other_row, other_left, other_right) in combinations(boxes, 2):
        assert one_row != other_row or right <= other_left or other_right <= left
    for entry, row in zip(planned.entries, planned.rows, strict=True):
        for other_row, left, right in boxes:
            if row == other_row and not entry.label:
                assert not left < entry.event.left < right


@pytest.mark.parametrize(
    ("rows", "more", "sentence"),
    [
        ((("a", 2010.0, 2009.0, "x"),), {}, "this row ends, 2009, before its beginning, 2010"),
        ((("a", None, 2009.0, "x"), ("b", 2010.0, None, "x")), {}, "this row ends, 2009, before it has begun"),
        ((("a", 2010.0, 2011.0, None),), {}, "this row has no lane in the column `lane`"),
        (tuple((str(at), 2010.0, 2011.0, str(at)) for at in range(8)), {}, "up to 7 lanes: `lane` has 8"),
        ((("a", 2010.0, 2011.0, "x"),), {"unit": Unit("days")}, "a timeline counts in years"),
    ],
)
def test_what_a_timeline_cannot_show(rows, more, sentence):
    with pytest.raises(DeckError, match=re.escape(sentence)):
        timeline(rows=rows, **more)
