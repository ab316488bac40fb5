"""Gauges: rings filled as far as their values say, the range and the goal on them, side by side."""

import json
import math
import re
from itertools import pairwise

import pytest
from charts.making import job, layers, words

from kiosk.charts.cache import BASE, SPOTS
from kiosk.charts.draw import draw
from kiosk.deck.charts.bar import Reference
from kiosk.deck.problems import DeckError
from kiosk.deck.values import Unit

PERCENT = Unit("percent")
ROWS = (("Land", 25.0), ("Reforms", 100.0), ("Rail", 50.0))


def gauge(rows=ROWS, **more):
    return job("gauge", rows=rows, **({"unit": PERCENT} | more))


def spots_of(made):
    return {spot["label"]: spot for spot in json.loads(draw(made)[SPOTS])["spots"]}


def on_ring(files, spot, angle):
    """The pixel of the data's layer in the middle of a ring, at degrees clockwise from twelve o'clock."""
    data = layers(files)[1]
    radius = (spot["r0"] + spot["r1"]) / 2 * data.width
    x, y = spot["cx"] * data.width, spot["cy"] * data.height
    at = (round(x + radius * math.sin(math.radians(angle))), round(y - radius * math.cos(math.radians(angle))))
    return data.getpixel(at)


def test_rings_are_filled_as_far_as_their_values_say():
    files = draw(gauge())
    spots = {spot["label"]: spot for spot in json.loads(files[SPOTS])["spots"]}
    assert {name: (spot["a0"], spot["a1"]) for name, spot in spots.items()} == {
        "Land": (-90, -45),
        "Reforms": (-90, 90),
        "Rail": (-90, 0),
    }
    for spot in spots.values():
        assert on_ring(files, spot, spot["a1"] - 3)[3] == 255
    assert on_ring(files, spots["Land"], -42)[3] == 0
    assert spots["Land"]["value"] == "25%"


def test_a_ring_with_losses_is_filled_from_zero():
    spots = spots_of(gauge(rows=(("loss", -15.0), ("gain", 30.0)), least=-30.0, most=30.0))
    assert (spots["loss"]["a0"], spots["loss"]["a1"]) == (-45, 0)
    assert (spots["gain"]["a0"], spots["gain"]["a1"]) == (0, 90)


def test_the_range_and_the_goal_are_in_the_unit_of_the_language():
    made = gauge(
        rows=(("a", 400.0),),
        unit=Unit("CNY", 10**9),
        most=800.0,
        target=Reference(value=600, label=words("Goal", "目标")),
        language="zh",
    )
    assert (made.option("most"), made.option("target").value, made.option("target").label) == (8000, 6000, "目标")
    assert spots_of(made)["a"]["a1"] == 0


def test_the_goal_is_a_stroke_across_the_ring():
    files = draw(gauge(rows=(("a", 10.0),), target=Reference(value=75)))
    (spot,) = json.loads(files[SPOTS])["spots"]
    assert on_ring(files, spot, 45)[3] == 255
    assert on_ring(files, spot, 35)[3] == 0


@pytest.mark.parametrize("value", [60.0, 100.0])
def test_a_lower_bound_fades_on(value):
    columns = ("a", "value", "qualifier")
    files = draw(gauge(rows=(("a", value, "at_least"),), columns=columns))
    (spot,) = json.loads(files[SPOTS])["spots"]
    end = min(spot["a1"], 78.0)
    opacities = [on_ring(files, spot, end + away)[3] for away in (1.5, 5.5, 9.5)]
    assert 255 > opacities[0] > opacities[1] > opacities[2] > 0


def test_an_estimate_is_hatched():
    columns = ("a", "value", "qualifier")
    shown = [layers(draw(gauge(rows=(("a", 60.0, meant),), columns=columns)))[1] for meant in (None, "about")]
    assert len(shown[1].getcolors(1 << 20)) > 1.5 * len(shown[0].getcolors(1 << 20))


def test_gauges_stand_side_by_side_and_a_gap_is_none():
    spots = list(spots_of(gauge(rows=(*ROWS, ("gap", None)), language="zh")).values())
    assert [spot["label"] for spot in spots] == ["Land", "Reforms", "Rail"]
    for one, other in pairwise(spots):
        assert one["x"] + one["w"] < other["x"] or one["y"] + one["h"] < other["y"]


def test_the_highlight_takes_the_accent():
    made = gauge(highlight="Rail")
    colours = {name: spot["colour"] for name, spot in spots_of(made).items()}
    assert colours == {"Land": made.palette.faded, "Reforms": made.palette.faded, "Rail": made.palette.accent}
    assert draw(made)[BASE] != draw(gauge())[BASE]


@pytest.mark.parametrize(
    ("rows", "more", "sentence"),
    [
        ((("a", 101.0),), {}, "101 in the column `value` must be between 0 and 100"),
        ((("a", -1.0),), {}, "-1 in the column `value` must be between 0 and 100"),
        ((("a", 1.0),), {"least": 10.0, "most": 10.0}, "`most` is 10: it must be more than `least`, 10"),
        ((("a", 1.0),), {"target": Reference(value=120)}, "the target 120 must be between 0 and 100"),
        (tuple((str(at), 1.0) for at in range(7)), {}, "6"),
    ],
)
def test_what_a_gauge_cannot_show(rows, more, sentence):
    with pytest.raises(DeckError, match=re.escape(sentence)):
        gauge(rows=rows, **more)
